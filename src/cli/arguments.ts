/**
 * How is a command line read?
 *
 * Each command declares its options once (`CommandSpec`); parsing, `--help` and the documentation come from that one
 * place. Built on Node's own `parseArgs` in strict mode: an unknown option is an error, never ignored.
 */
import { parseArgs } from "node:util";
import { err, ok, type Result } from "../base/result.ts";
import type { ExitCode } from "./exit-codes.ts";
import type { World } from "./world.ts";

export interface OptionSpec {
  /** Name of the value in the help ("FILE"); absent for a switch. */
  readonly value?: string;
  readonly about: string;
}

export interface Call {
  readonly world: World;
  /** Values by option name; a switch that is on is "yes". */
  readonly options: Readonly<Record<string, string | undefined>>;
  /** What stands on the line besides options. */
  readonly words: readonly string[];
}

export interface CommandSpec {
  readonly name: string;
  readonly about: string;
  /** Usage lines without the leading `gutskin`. */
  readonly usage: readonly string[];
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** How many words the command takes at most. */
  readonly maxWords: number;
  /** Loads the code of the command (dynamic import, so that `help` stays quick). */
  readonly load: () => Promise<(call: Call) => Promise<ExitCode>>;
}

/** The command line has something that the command does not know; worded by the terminal. */
export interface UsageProblem {
  readonly type: "UsageProblem";
  readonly detail: string;
}

/** Options that every command takes. */
export const commonOptions: Readonly<Record<string, OptionSpec>> = {
  data: {
    value: "FOLDER",
    about: "folder of the journal (default: GUTSKIN_HOME, else the data folder of your system)",
  },
  json: { about: "print the answer as JSON" },
  help: { about: "explain the command" },
};

/** Reads the words after the command name. Errors: `UsageProblem` (unknown option, missing value, too many words). */
export function readArguments(
  spec: CommandSpec,
  words: readonly string[],
): Result<Pick<Call, "options" | "words">, UsageProblem> {
  const declared = { ...commonOptions, ...spec.options };
  const options: Record<string, { type: "string" | "boolean"; short?: string }> = {};
  for (const [name, option] of Object.entries(declared)) {
    options[name] = {
      type: option.value === undefined ? "boolean" : "string",
      ...(name === "help" ? { short: "h" } : {}),
    };
  }
  try {
    const parsed = parseArgs({ args: words.map(shield), options, allowPositionals: true, strict: true });
    if (parsed.positionals.length > spec.maxWords) {
      return err({ type: "UsageProblem", detail: `unexpected "${unshield(parsed.positionals[spec.maxWords] ?? "")}"` });
    }
    const values: Record<string, string | undefined> = {};
    for (const [name, value] of Object.entries(parsed.values)) {
      if (typeof value === "string") values[name] = unshield(value);
      else if (value === true) values[name] = "yes";
    }
    return ok({ options: values, words: parsed.positionals.map(unshield) });
  } catch (problem) {
    return err({ type: "UsageProblem", detail: plainReason(problem) });
  }
}

/** A word like "-2 apples" is no option: no option here begins with a digit. */
function shield(word: string): string {
  return /^-\d/.test(word) ? `${SHIELD}${word}` : word;
}

function unshield(word: string): string {
  return word.startsWith(SHIELD) ? word.slice(SHIELD.length) : word;
}

/** Cannot stand in an argument of a process. */
const SHIELD = "\0";

/** Node's message up to its first full stop: "Unknown option '--colour'". */
function plainReason(problem: unknown): string {
  const text = problem instanceof Error ? problem.message : String(problem);
  return (text.split(/\.(?:\s|$)/)[0] ?? text).replace(/^U/, "u").replace(/^O/, "o");
}

/** Reads a whole number option within bounds. Errors: `UsageProblem`. */
export function wholeNumber(
  options: Call["options"],
  name: string,
  fallback: number,
  bounds: { readonly min: number; readonly max: number },
): Result<number, UsageProblem> {
  const text = options[name];
  if (text === undefined) return ok(fallback);
  const value = Number(text);
  if (!/^\d{1,15}$/.test(text) || value < bounds.min || value > bounds.max) {
    const range = `${String(bounds.min)} to ${String(bounds.max)}`;
    return err({ type: "UsageProblem", detail: `--${name} takes a whole number from ${range}, not "${text}"` });
  }
  return ok(value);
}
