/**
 * `node scripts/write-fhir-schema.mjs PATH`: cuts the public FHIR R4 JSON schema (4.0.1, `fhir.schema.json` of the specification's downloads, CC0) down to the resources
 * that gutskin writes and everything they refer to, without the descriptions, into test/reference/fhir-r4.schema.json. Run by hand; the result is committed, so
 * that tests need no download. The SHA-256 of the file it was cut from stands inside.
 */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error("name the downloaded fhir.schema.json");
const bytes = readFileSync(path);
const whole = JSON.parse(bytes.toString("utf8"));
const wanted = ["Bundle", "Patient", "Observation", "QuestionnaireResponse", "MedicationStatement", "Condition"];

const definitions = {};
const queue = [...wanted];
while (queue.length > 0) {
  const name = queue.pop();
  if (name in definitions) continue;
  const definition =
    name === "ResourceList"
      ? { oneOf: wanted.map((one) => ({ $ref: `#/definitions/${one}` })) }
      : whole.definitions[name];
  definitions[name] = bare(definition);
  for (const [, other] of JSON.stringify(definitions[name]).matchAll(/"#\/definitions\/([^"]+)"/g)) queue.push(other);
}

/** Without sentences: a test needs none. */
function bare(value) {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key, inner]) => !(key === "description" && typeof inner === "string"));
  return Object.fromEntries(kept.map(([key, inner]) => [key, bare(inner)]));
}

const sorted = Object.fromEntries(Object.entries(definitions).sort(([a], [b]) => (a < b ? -1 : 1)));
const cut = {
  $schema: whole.$schema,
  $comment: `FHIR R4 4.0.1, HL7, CC0; cut from a file with SHA-256 ${createHash("sha256").update(bytes).digest("hex")}`,
  oneOf: wanted.map((one) => ({ $ref: `#/definitions/${one}` })),
  definitions: sorted,
};
writeFileSync("test/reference/fhir-r4.schema.json", `${JSON.stringify(cut)}\n`);
console.log(`${Object.keys(sorted).length} of ${Object.keys(whole.definitions).length} definitions`);
