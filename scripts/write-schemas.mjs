/**
 * Writes schemas/*.schema.json (JSON Schema, draft 2020-12) from the schemas that the program itself checks with, so that
 * the published promise and the check cannot differ. `node scripts/write-schemas.mjs --check` writes nothing and fails
 * when a file differs, is missing or is left over.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { format, resolveConfig } from "prettier";
import { loadSource } from "./load-source.mjs";

/** file name, module and export of each schema that other programs may rely on, with a title for people. */
const published = [
  {
    file: "entry",
    from: "/src/journal/entry-schema.ts",
    take: "entrySchema",
    title: "One entry: what a person can write down",
  },
  {
    file: "op",
    from: "/src/journal/op-schema.ts",
    take: "opSchema",
    title: "One op: the smallest thing that is stored, and never changed",
  },
  {
    file: "journal",
    from: "/src/journal/journal-export.ts",
    take: "journalDocumentSchema",
    title: "The whole journal, as `gutskin export json` writes it",
  },
  {
    file: "roles",
    from: "/src/importers/roles.ts",
    take: "rolesFileSchema",
    title: "Roles file: what each column of a diary is",
  },
  {
    file: "column-mapping",
    from: "/src/importers/column-mapping.ts",
    take: "columnMappingSchema",
    title: "Column mapping: where each column of an imported file goes",
  },
  {
    file: "analysis",
    from: "/src/insights/analysis-schema.ts",
    take: "analysisSchema",
    title: "What `gutskin analyse --json` prints",
  },
  {
    file: "safety",
    from: "/src/insights/safety-schema.ts",
    take: "safetySchema",
    title: "What `gutskin safety --json` prints",
  },
  {
    file: "next",
    from: "/src/insights/suggestion-schema.ts",
    take: "suggestionsSchema",
    title: "What `gutskin next --json` prints",
  },
  {
    file: "score",
    from: "/src/insights/score-schema.ts",
    take: "scoreSchema",
    title: "What `gutskin score INSTRUMENT ANSWERS --json` prints",
  },
  {
    file: "score-answers",
    from: "/src/insights/score-schema.ts",
    take: "scoreAnswersSchema",
    title: "What `gutskin score` takes: the answers to an instrument",
  },
  {
    file: "instruments",
    from: "/src/insights/score-schema.ts",
    take: "instrumentsSchema",
    title: "What `gutskin score --list --json` prints",
  },
  {
    file: "scores",
    from: "/src/insights/score-schema.ts",
    take: "scoreHistorySchema",
    title: "What `gutskin score --history --json` prints",
  },
];

const check = process.argv.includes("--check");
const code = [
  `export { toJSONSchema } from "zod/mini";`,
  ...published.map(({ from, take }, index) => `export { ${take} as schema${index} } from "${from}";`),
].join("\n");
const source = await loadSource(code);
const prettierOptions = { ...(await resolveConfig("package.json")), parser: "json" };
const differing = [];
const wanted = new Set(published.map(({ file }) => `${file}.schema.json`));

mkdirSync("schemas", { recursive: true });
for (const [index, { file, title }] of published.entries()) {
  const { $schema, ...shape } = source.toJSONSchema(source[`schema${index}`].source, {
    target: "draft-2020-12",
    // brands and own checks cannot be said in JSON Schema; the form around them can
    unrepresentable: "any",
    io: "input",
  });
  const document = { $schema, $id: `urn:gutskin:${file}`, title, ...shape };
  put(`schemas/${file}.schema.json`, await format(JSON.stringify(document), prettierOptions));
}
for (const left of readdirSync("schemas").filter((name) => name.endsWith(".json") && !wanted.has(name))) {
  if (check) differing.push(`${left} (left over)`);
  else rmSync(`schemas/${left}`);
}
if (differing.length > 0) {
  console.error(`schemas differ from the source: ${differing.join(", ")}. Run: node scripts/write-schemas.mjs`);
  process.exit(1);
}
console.log(`schemas: ${published.length} files ${check ? "agree with" : "written from"} the source`);

function put(path, text) {
  if (existsSync(path) && readFileSync(path, "utf8") === text) return;
  if (check) differing.push(path);
  else writeFileSync(path, text);
}
