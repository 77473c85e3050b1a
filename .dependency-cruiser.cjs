/**
 * Who may import whom, exactly as house.json says (type-only imports included)?
 *
 * The compiler's project references are transitive and so hold only the direction of the flow; this file holds the exact
 * list, the packages of each folder, Node's own modules, cycles, and the border between source and tests.
 * scripts/check-walls.mjs runs it and proves that it has seen every file.
 */
const { readFileSync } = require("node:fs");
const { join } = require("node:path");

const house = JSON.parse(readFileSync(join(__dirname, "house.json"), "utf8"));
/** Where programs begin: the public door, the page and its worker, the command and its threads. */
const ENTRANCES = "^src/(lib/index|app/main|app/worker|cli/main|cli/analyse-worker)\\.tsx?$";
const TEST_CODE = "\\.(test|testkit)\\.tsx?$";

const escape = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
const either = (names) => `(${names.map(escape).join("|")})`;

const rules = Object.entries(house.folders).flatMap(([folder, rule]) => {
  // a "mixed" folder has rooms of its own with their own lines; its line is for the files directly in it
  const from = {
    path: rule.platform === "mixed" ? `^src/${escape(folder)}/[^/]+$` : `^src/${escape(folder)}/`,
    pathNot: TEST_CODE,
  };
  const packages = rule.npm.map((name) =>
    // in pure folders zod means its small door
    name === "zod" && rule.platform !== "node" ? "zod/(v4/)?mini/" : `(@types/)?${escape(name)}/`,
  );
  const ownNames = rule.platform === "mixed" ? [...rule.sees] : [folder, ...rule.sees];
  const found = [
    {
      name: `${folder}-sees-only`,
      comment: `${folder} may look at: ${rule.sees.join(", ") || "nothing"} (house.json)`,
      severity: "error",
      from,
      to: {
        path: "^src/",
        pathNot: [`^src/${either(ownNames)}/`, ...(rule.platform === "mixed" ? [`^src/${escape(folder)}/[^/]+$`] : [])],
      },
    },
    {
      name: `${folder}-packages`,
      comment: `${folder} may import the packages: ${rule.npm.join(", ") || "none"} (house.json; zod means zod/mini)`,
      severity: "error",
      from,
      to: {
        path: "(^|/)node_modules/",
        ...(packages.length > 0 ? { pathNot: `(^|/)node_modules/(${packages.join("|")})` } : {}),
      },
    },
  ];
  if (rule.platform !== "node") {
    found.push({
      name: `${folder}-no-node`,
      comment: `${folder} does not run on Node alone: no Node modules`,
      severity: "error",
      from,
      to: { dependencyTypes: ["core"] },
    });
  }
  return found;
});

module.exports = {
  forbidden: [
    ...rules,
    {
      name: "no-cycles",
      comment: "A cycle means that two ideas are one, or that a third is missing",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "screens-apart",
      comment: "A screen never imports another screen: what two of them need belongs into shell/",
      severity: "error",
      from: { path: "^src/app/screens/([^/.]+)", pathNot: TEST_CODE },
      to: { path: "^src/app/screens/", pathNot: "^src/app/screens/$1(/|\\.|-)" },
    },
    {
      name: "no-test-code-in-source",
      comment: "Tests look at source, never the other way round",
      severity: "error",
      from: { path: "^src/", pathNot: TEST_CODE },
      to: { path: [TEST_CODE, "^(test|bench|scripts)/"] },
    },
    {
      name: "every-folder-has-a-line",
      comment: "A folder under src/ that house.json does not name has no walls",
      severity: "error",
      from: { path: "^src/", pathNot: `^src/${either(Object.keys(house.folders))}/` },
      to: {},
    },
    {
      name: "no-orphans",
      comment: "Nobody imports it and it imports nobody: delete it or use it",
      severity: "error",
      from: { orphan: true, path: "^src/", pathNot: [TEST_CODE, "/placeholder\\.ts$", "\\.d\\.ts$"] },
      to: {},
    },
    {
      name: "in-use",
      comment: "No door, page, worker or command leads here, only tests do: delete it or use it",
      severity: "error",
      from: { path: ENTRANCES },
      to: { path: "^src/", pathNot: [TEST_CODE, "/placeholder\\.ts$", "\\.d\\.ts$", ENTRANCES], reachable: false },
    },
    {
      name: "not-to-unresolvable",
      comment: "The imported file or package cannot be found",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^virtual:" },
    },
  ],
  options: {
    doNotFollow: { path: "(^|/)node_modules/" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".json", ".d.ts"],
    },
    skipAnalysisNotInRules: false,
  },
};
