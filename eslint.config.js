/**
 * Which lines does the house refuse, beyond what the compiler and dependency-cruiser refuse?
 *
 * Pure folders (house.json: platform "pure", and "jsx" for the report) see no clock, no chance and no locale; everywhere
 * failures and promises are used, switches are exhaustive, nothing is `any`, nothing is asserted. Each ban has a test in
 * test/walls. A line may be excepted with `eslint-disable-next-line rule -- reason`; without the reason it is refused.
 */
import { readFileSync } from "node:fs";
import js from "@eslint/js";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";
import { houseRules } from "./scripts/lint/house-rules.js";

const house = JSON.parse(readFileSync(new URL("./house.json", import.meta.url), "utf8"));
const foldersOf = (...platforms) =>
  Object.entries(house.folders)
    .filter(([, rule]) => platforms.includes(rule.platform))
    .map(([folder]) => `src/${folder}/**/*.{ts,tsx}`);

const tests = ["**/*.test.ts", "**/*.test.tsx", "test/**/*.{ts,tsx}", "bench/**/*.{ts,tsx}"];
const configs = ["vite.*.config.ts", "vitest.config.ts", "eslint.config.js", ".dependency-cruiser.cjs"];
/** Folders whose numbers must be the same bytes in every JavaScript engine: only + - * / sqrt and numeric's own functions. */
const byteEqual = ["numeric", "engine", "simd", "simulator", "insights", "foods", "daily"].map(
  (folder) => `src/${folder}/**/*.{ts,tsx}`,
);
/** Folders of typed-array kernels: `a[i]!` is allowed there (and in daily). */
const kernels = ["numeric", "engine", "simd", "simulator"].map((folder) => `src/${folder}/**/*.ts`);

/** Methods that answer and change nothing: calling one as a statement drops the answer. */
const PURE_METHODS =
  "map|filter|slice|concat|flat|flatMap|toSorted|toReversed|toSpliced|with|join|trim|trimStart|trimEnd|replace|replaceAll|" +
  "toUpperCase|toLowerCase|padStart|padEnd|split|some|every|includes|indexOf|findIndex|reduce|" +
  "subarray|toString|toFixed|substring|at|startsWith|endsWith|union";

const everywhere = [
  {
    selector: `ExpressionStatement > CallExpression > MemberExpression.callee[property.name=/^(${PURE_METHODS})$/]`,
    message: "The answer of this call is dropped; it changes nothing by itself.",
  },
  {
    selector: "ExportDefaultDeclaration, ExportSpecifier[exported.name='default']",
    message: "No default exports: a name that is imported is a name that can be searched.",
  },
  {
    selector: "ExportNamedDeclaration > FunctionDeclaration[id.name=/^(fit|it|test|describe)$/]",
    message: "This name is taken for a test by tools. Say what it works on: `fitAxis`.",
  },
  {
    selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
    message: "No raw HTML: text from a diary could become markup.",
  },
  { selector: "TSEnumDeclaration", message: "Use a union of string literals." },
];

const pureFolders = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: "No clock in a pure folder: take the time as an argument.",
  },
  {
    selector: "CallExpression[callee.name='Date']",
    message: "No clock in a pure folder: take the time as an argument.",
  },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: "No clock in a pure folder: take the time as an argument.",
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: "No chance in a pure folder: use createRandom(seed, ...key).",
  },
  {
    selector: "MemberExpression[property.name=/^(toLocale\\w*|localeCompare)$/]",
    message: "Depends on the machine's locale: compare code units or numbers, write formats out.",
  },
  { selector: "Identifier[name='Intl']", message: "Depends on the machine's locale." },
  {
    selector: "VariableDeclarator[init.name=/^(Math|Date|globalThis)$/], MemberExpression[object.name='globalThis']",
    message: "Write Math.x and so on where it is used, so that the bans on clock and chance can see it.",
  },
];

const byteEqualMath = [
  {
    selector:
      "MemberExpression[object.name='Math'][property.name=/^(exp|expm1|log|log1p|log2|log10|pow|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|asinh|acosh|atanh|cbrt|hypot)$/]",
    message: "May differ in the last bit between JavaScript engines: use src/numeric's own functions.",
  },
  {
    selector: "BinaryExpression[operator='**'], AssignmentExpression[operator='**=']",
    message: "`**` may differ in the last bit between JavaScript engines: multiply.",
  },
];

const nonNullOnlyAfterIndex = {
  selector: "TSNonNullExpression:not([expression.type='MemberExpression'][expression.computed=true])",
  message: "`!` is only for `array[i]!` in kernels; otherwise handle the missing case.",
};
const noNonNull = {
  selector: "TSNonNullExpression",
  message: "Handle the missing case (`?? `, an early return, or assertDefect).",
};

export default defineConfig(
  { ignores: ["dist", "coverage", "test-results", "node_modules", "schemas", "docs", "**/*.d.ts"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  { plugins: { house: houseRules }, rules: { "house/disable-with-reason": "error" } },
  js.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "house/no-unused-result": "error",
      "no-restricted-syntax": ["error", ...everywhere, noNonNull],
      "no-undef": "off", // the compiler knows better
      "no-redeclare": "off", // a type and a function may share a name
      eqeqeq: ["error", "always"],
      "no-var": "error",
      "prefer-const": "error",
      "object-shorthand": "error",
      "@typescript-eslint/no-non-null-assertion": "off", // the selectors above are finer
      "@typescript-eslint/consistent-type-assertions": ["error", { assertionStyle: "never" }],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": [
        "error",
        { ignoreArrowShorthand: true, ignoreVoidOperator: true },
      ],
      "@typescript-eslint/no-unnecessary-condition": ["error", { allowConstantLoopConditions: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      // a Day or a Variable is passed on untouched: strings in messages are chosen by hand
      "@typescript-eslint/no-base-to-string": "error",
      "@typescript-eslint/naming-convention": [
        "error",
        { selector: "typeLike", format: ["PascalCase"] },
        { selector: "function", format: ["camelCase", "PascalCase"] },
        // mathematics keeps its names (X, L) and constants may shout
        {
          selector: "variable",
          format: ["camelCase", "PascalCase", "UPPER_CASE"],
          // __GUTSKIN_VERSION__ is put in by the bundler
          leadingUnderscore: "allowSingleOrDouble",
          trailingUnderscore: "allowDouble",
        },
      ],
    },
  },
  {
    files: foldersOf("pure", "jsx"),
    rules: { "no-restricted-syntax": ["error", ...everywhere, noNonNull, ...pureFolders] },
  },
  {
    files: byteEqual,
    rules: { "no-restricted-syntax": ["error", ...everywhere, noNonNull, ...pureFolders, ...byteEqualMath] },
  },
  {
    files: kernels,
    rules: {
      "no-restricted-syntax": ["error", ...everywhere, nonNullOnlyAfterIndex, ...pureFolders, ...byteEqualMath],
    },
  },
  {
    // published coefficients keep the digits of their source
    files: ["src/numeric/**/*.ts"],
    rules: { "no-loss-of-precision": "off" },
  },
  {
    files: ["src/daily/**/*.ts"],
    rules: { "no-restricted-syntax": ["error", ...everywhere, nonNullOnlyAfterIndex, ...pureFolders] },
  },
  {
    // Tests say what they expect: they may assert types and take what they know is there. Clock and chance stay banned
    // beside pure code, floating promises and `any` everywhere.
    files: tests,
    rules: {
      "no-restricted-syntax": ["error", ...everywhere],
      "@typescript-eslint/consistent-type-assertions": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unnecessary-condition": "off",
      "@typescript-eslint/no-unnecessary-type-assertion": "off",
      "@typescript-eslint/restrict-template-expressions": "off",
      "@typescript-eslint/require-await": "off",
      "@typescript-eslint/no-empty-function": "off",
      "@typescript-eslint/no-confusing-void-expression": "off",
    },
  },
  {
    files: foldersOf("pure", "jsx").flatMap((glob) => [
      glob.replace("*.{ts,tsx}", "*.test.ts"),
      glob.replace("*.{ts,tsx}", "*.test.tsx"),
    ]),
    rules: { "no-restricted-syntax": ["error", ...everywhere, ...pureFolders] },
  },
  {
    files: configs,
    rules: { "no-restricted-syntax": "off", "@typescript-eslint/naming-convention": "off" },
  },
  {
    files: ["**/*.{js,mjs,cjs}"],
    languageOptions: {
      globals: Object.fromEntries(
        [
          "__dirname AbortController AbortSignal Buffer URL URLSearchParams TextDecoder TextEncoder clearInterval clearTimeout console",
          "crypto fetch module performance process queueMicrotask require setImmediate setInterval setTimeout structuredClone",
        ]
          .flatMap((line) => line.split(" "))
          .map((name) => [name, "readonly"]),
      ),
    },
  },
);
