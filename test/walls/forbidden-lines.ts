/**
 * Which lines must be refused, by which tool, with which words?
 *
 * Each row is one ban of the house (CONTRIBUTING.md, docs/developer/tour.md): a file with the forbidden line, written into a copy of the tree. A row names
 * the tool that has to refuse it and a piece of its answer. A wall that has not been seen to hold is not a wall.
 */

export interface ForbiddenLine {
  /** Name of the test: a sentence. */
  readonly sentence: string;
  /** Where the forbidden file is written, relative to the root of the copy. */
  readonly path: string;
  readonly content: string;
  /** Text that the tool's report about this file must contain. */
  readonly refusal: string;
}

/** Refused by `tsc -b`. */
export const refusedByCompiler: readonly ForbiddenLine[] = [
  {
    sentence: "the engine cannot import insights",
    path: "src/engine/bad-insights.ts",
    content: `import { analysisSchemaName } from "../insights/analysis-document.ts";\nexport const x: unknown = analysisSchemaName;\n`,
    refusal: "TS6307",
  },
  {
    sentence: "the engine cannot import a store",
    path: "src/engine/bad-store.ts",
    content: `import * as store from "../stores/node/bad-target.ts";\nexport const x: unknown = store;\n`,
    refusal: "TS6307",
  },
  {
    sentence: "a pure folder cannot see the page",
    path: "src/engine/bad-document.ts",
    content: `export const x: unknown = document.title;\n`,
    refusal: "TS2584",
  },
  {
    sentence: "a pure folder cannot write to the console",
    path: "src/engine/bad-console.ts",
    content: `export function f(): void {\n  console.log("x");\n}\n`,
    refusal: "TS2584",
  },
  {
    sentence: "a pure folder cannot open a file",
    path: "src/engine/bad-file.ts",
    content: `import { readFileSync } from "node:fs";\nexport const x: unknown = readFileSync("x");\n`,
    refusal: "TS2591",
  },
  {
    sentence: "a pure folder cannot start a timer",
    path: "src/engine/bad-timer.ts",
    content: `export const x: unknown = setTimeout(() => 1, 1);\n`,
    refusal: "TS2304",
  },
  {
    sentence: "a pure folder cannot fetch",
    path: "src/engine/bad-fetch.ts",
    content: `export const x: unknown = fetch("http://localhost");\n`,
    refusal: "TS2304",
  },
  {
    sentence: "source cannot use what Node 20 lacks",
    path: "src/engine/bad-too-new.ts",
    content: `export const x: unknown = Object.groupBy([1], () => "a");\n`,
    refusal: "TS2550",
  },
  {
    sentence: "an enum does not compile",
    path: "src/engine/bad-enum.ts",
    content: `export enum Bad {\n  A,\n}\n`,
    refusal: "TS1294",
  },
  {
    sentence: "an export without an explicit type does not compile",
    // in a folder without other bad lines: declarations are looked at only when the rest compiles
    path: "src/stores/browser/bad-untyped-export.ts",
    content: `const f = (): number => 1;\nexport const x = f();\n`,
    refusal: "TS9010",
  },
  {
    sentence: "the report cannot see the page",
    path: "src/report/bad-document.tsx",
    content: `export const x: unknown = document.title;\n`,
    refusal: "TS2584",
  },
  {
    sentence: "the screen cannot see Node",
    path: "src/app/bad-node.ts",
    content: `export const x: unknown = process.env;\n`,
    refusal: "TS2591",
  },
  {
    sentence: "the terminal cannot import the screen",
    path: "src/cli/bad-app.ts",
    content: `import * as screen from "../app/bad-target.ts";\nexport const x: unknown = screen;\n`,
    refusal: "TS6307",
  },
];

/** Refused by dependency-cruiser (scripts/check-walls.mjs). */
export const refusedByCruiser: readonly ForbiddenLine[] = [
  {
    sentence: "the engine does not import insights, not even a type",
    path: "src/engine/bad-insights-type.ts",
    content: `import type { AnalysisDocument } from "../insights/analysis-document.ts";\nexport type X = AnalysisDocument;\n`,
    refusal: "engine-sees-only",
  },
  {
    sentence: "the engine and the simulator never see each other",
    path: "src/simulator/bad-engine.ts",
    content: `import type { AxisPosterior } from "../engine/posterior.ts";\nexport type X = AxisPosterior;\n`,
    refusal: "simulator-sees-only",
  },
  {
    sentence: "a folder does not reach what only its neighbour listed (the compiler lets this through)",
    path: "src/report/bad-transitive.ts",
    content: `import type { Variable } from "../journal/variable.ts";\nexport type X = Variable;\n`,
    refusal: "report-sees-only",
  },
  {
    sentence: "the screen does not import pure folders except through lib",
    path: "src/app/bad-inside.ts",
    content: `import type { AxisPosterior } from "../engine/posterior.ts";\nexport type X = AxisPosterior;\n`,
    refusal: "app-sees-only",
  },
  {
    sentence: "a folder imports no package that it does not list",
    path: "src/engine/bad-package.ts",
    content: `import * as z from "zod/mini";\nexport const x: unknown = z;\n`,
    refusal: "engine-packages",
  },
  {
    sentence: "a pure folder imports zod only by its small door",
    path: "src/journal/bad-zod.ts",
    content: `import * as z from "zod";\nexport const x: unknown = z;\n`,
    refusal: "journal-packages",
  },
  {
    sentence: "the screen imports no Node module",
    path: "src/app/bad-node-module.ts",
    content: `import { join } from "node:path";\nexport const x: unknown = join;\n`,
    refusal: "app-no-node",
  },
  {
    sentence: "a screen does not import another screen",
    path: "src/app/screens/bad-one/one.ts",
    content: `import { two } from "../bad-two/two.ts";\nexport const x: unknown = two;\n`,
    refusal: "screens-apart",
  },
  {
    sentence: "two files do not import each other",
    path: "src/engine/bad-cycle-a.ts",
    content: `import type { B } from "./bad-cycle-b.ts";\nexport interface A {\n  readonly b?: B;\n}\n`,
    refusal: "no-cycles",
  },
  {
    sentence: "source does not import a test",
    path: "src/engine/bad-imports-test.ts",
    content: `import * as t from "./bad-target.test.ts";\nexport const x: unknown = t;\n`,
    refusal: "no-test-code-in-source",
  },
  {
    sentence: "source does not import a test library",
    path: "src/engine/bad-test-library.ts",
    content: `import { expect } from "vitest";\nexport const x: unknown = expect;\n`,
    refusal: "engine-packages",
  },
  {
    sentence: "a file that nobody imports and that imports nobody is refused",
    path: "src/engine/bad-orphan.ts",
    content: `export const x: number = 1;\n`,
    refusal: "no-orphans",
  },
  {
    sentence: "a file that only a test uses is refused",
    path: "src/engine/bad-unused.ts",
    content: `import { isDay } from "../base/day.ts";\nexport const x: unknown = isDay;\n`,
    refusal: "in-use",
  },
  {
    sentence: "a folder without a line in house.json is refused",
    path: "src/helpers/bad-folder.ts",
    content: `import { isDay } from "../base/day.ts";\nexport const x: unknown = isDay;\n`,
    refusal: "every-folder-has-a-line",
  },
  {
    sentence: "an import of nothing is refused",
    path: "src/engine/bad-nowhere.ts",
    content: `import * as nowhere from "no-such-package";\nexport const x: unknown = nowhere;\n`,
    refusal: "not-to-unresolvable",
  },
];

const pure = (line: string): string => `export function f(): unknown {\n  return ${line};\n}\n`;

/** Refused by ESLint. `refusal` is the rule's name, or a piece of its message for the house's own selectors. */
export const refusedByLinter: readonly ForbiddenLine[] = [
  {
    sentence: "Math.random is refused",
    path: "src/journal/bad-01.ts",
    content: pure("Math.random()"),
    refusal: "No chance",
  },
  { sentence: "Date.now is refused", path: "src/journal/bad-02.ts", content: pure("Date.now()"), refusal: "No clock" },
  {
    sentence: "new Date() is refused",
    path: "src/journal/bad-03.ts",
    content: pure("new Date()"),
    refusal: "No clock",
  },
  { sentence: "Date() is refused", path: "src/journal/bad-04.ts", content: pure("Date()"), refusal: "No clock" },
  {
    sentence: "localeCompare is refused",
    path: "src/journal/bad-05.ts",
    content: pure(`"a".localeCompare("b")`),
    refusal: "locale",
  },
  {
    sentence: "toLocaleString is refused",
    path: "src/journal/bad-06.ts",
    content: pure("(1).toLocaleString()"),
    refusal: "locale",
  },
  {
    sentence: "Intl is refused",
    path: "src/journal/bad-07.ts",
    content: pure("new Intl.NumberFormat()"),
    refusal: "locale",
  },
  {
    sentence: "taking random out of Math is refused",
    path: "src/journal/bad-08.ts",
    content: `const { random } = Math;\nexport const x: unknown = random;\n`,
    refusal: "where it is used",
  },
  {
    sentence: "Math.exp is refused where bytes must be equal",
    path: "src/engine/bad-09.ts",
    content: pure("Math.exp(1)"),
    refusal: "last bit",
  },
  {
    sentence: "** is refused where bytes must be equal",
    path: "src/engine/bad-10.ts",
    content: `export function f(a: number): number {\n  return a ** 2;\n}\n`,
    refusal: "last bit",
  },
  {
    sentence: "a default export is refused",
    path: "src/cli/bad-11.ts",
    content: `const x = 1;\nexport default x;\n`,
    refusal: "No default exports",
  },
  {
    sentence: "any is refused",
    path: "src/cli/bad-12.ts",
    content: `export function f(x: any): void {\n  void x;\n}\n`,
    refusal: "@typescript-eslint/no-explicit-any",
  },
  {
    sentence: "a type assertion is refused",
    path: "src/cli/bad-13.ts",
    content: `export function f(x: unknown): string {\n  return x as string;\n}\n`,
    refusal: "@typescript-eslint/consistent-type-assertions",
  },
  {
    sentence: "a floating promise is refused",
    path: "src/cli/bad-14.ts",
    content: `export function f(): void {\n  Promise.resolve(1);\n}\n`,
    refusal: "@typescript-eslint/no-floating-promises",
  },
  {
    sentence: "a switch that forgets a case is refused",
    path: "src/cli/bad-15.ts",
    content: `export function f(x: "a" | "b"): number {\n  switch (x) {\n    case "a":\n      return 1;\n  }\n  return 2;\n}\n`,
    refusal: "@typescript-eslint/switch-exhaustiveness-check",
  },
  {
    sentence: "a dropped answer of an array method is refused",
    path: "src/cli/bad-16.ts",
    content: `export function f(x: readonly number[]): void {\n  x.toSorted();\n}\n`,
    refusal: "dropped",
  },
  {
    sentence: "a dropped Result is refused",
    path: "src/cli/bad-17.ts",
    content: `import { parseDay } from "../base/day.ts";\nexport function f(): void {\n  parseDay("x");\n}\n`,
    refusal: "house/no-unused-result",
  },
  {
    sentence: "a Result that is awaited and dropped is refused",
    path: "src/cli/bad-18.ts",
    content:
      `import { isDay, parseDay } from "../base/day.ts";\nimport type { DayInvalid } from "../base/day.ts";\nimport type { Result } from "../base/result.ts";\n` +
      `async function save(): Promise<Result<string, DayInvalid>> {\n  await Promise.resolve(isDay("x"));\n  return parseDay("x");\n}\n` +
      `export async function f(): Promise<void> {\n  await save();\n}\n`,
    refusal: "house/no-unused-result",
  },
  {
    sentence: "a rule that is switched off without a reason is refused",
    path: "src/cli/bad-19.ts",
    content: `export function f(x: unknown): boolean {\n  // eslint-disable-next-line eqeqeq\n  return x == 1;\n}\n`,
    refusal: "house/disable-with-reason",
  },
  {
    sentence: "a switch-off that switches nothing off is refused",
    path: "src/cli/bad-20.ts",
    content: `// eslint-disable-next-line eqeqeq -- it was needed once, long ago\nexport const x: number = 1;\n`,
    refusal: "Unused eslint-disable",
  },
  {
    sentence: "a non-null assertion is refused",
    path: "src/cli/bad-21.ts",
    content: `export function f(x: string | undefined): number {\n  return x!.length;\n}\n`,
    refusal: "Handle the missing case",
  },
  {
    sentence: "raw HTML in the page is refused",
    path: "src/app/bad-22.tsx",
    content: `import type { ReactNode } from "react";\nexport function Bad(): ReactNode {\n  return <p dangerouslySetInnerHTML={{ __html: "x" }} />;\n}\n`,
    refusal: "No raw HTML",
  },
  {
    sentence: "a function named like a test is refused",
    path: "src/cli/bad-23.ts",
    content: `export function fit(): number {\n  return 1;\n}\n`,
    refusal: "taken for a test",
  },
];

/** Files that the rows above need beside them; nothing in them is forbidden. */
export const targets: readonly { readonly path: string; readonly content: string }[] = [
  {
    path: "src/stores/node/bad-target.ts",
    content: `import { isDay } from "../../base/day.ts";\nexport const t: unknown = isDay;\n`,
  },
  {
    path: "src/app/bad-target.ts",
    content: `import { isDay } from "../base/day.ts";\nexport const t: unknown = isDay;\n`,
  },
  {
    path: "src/app/screens/bad-two/two.ts",
    content: `import { isDay } from "../../../base/day.ts";\nexport const two: unknown = isDay;\n`,
  },
  {
    path: "src/engine/bad-cycle-b.ts",
    content: `import type { A } from "./bad-cycle-a.ts";\nexport interface B {\n  readonly a?: A;\n}\n`,
  },
  {
    path: "src/engine/bad-unused.test.ts",
    content: `import { x } from "./bad-unused.ts";\nexport const t: unknown = x;\n`,
  },
  {
    path: "src/engine/bad-target.test.ts",
    content: `import { isDay } from "../base/day.ts";\nexport const t: unknown = isDay;\n`,
  },
];
