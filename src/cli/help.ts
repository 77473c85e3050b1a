/**
 * What can `gutskin` do, and how is it called?
 *
 * Text for `gutskin help`, `gutskin help COMMAND` and the same pages in docs/user/cli.md (a test compares them).
 */
import { commonOptions, type CommandSpec, type OptionSpec } from "./arguments.ts";
import { commands } from "./commands.ts";
import { exitCodeMeanings } from "./exit-codes.ts";
import { wrapText } from "./terminal/table.ts";

const WIDTH = 100;

/** The overview: commands, common options, exit codes. */
export function overviewText(version: string): string {
  return [
    `gutskin ${version}: a private journal that estimates your own gut-skin axis, in both directions.`,
    "",
    "Commands",
    ...commands.map((command) => pair(command.name === "serve" ? "(no command)" : command.name, command.about, 14)),
    pair("help COMMAND", "explain one command", 14),
    "",
    "Options of every command",
    ...optionLines(commonOptions),
    pair("--version", "print the version", 26),
    "",
    "Exit codes",
    ...exitCodeLines(),
    "",
    "The answer goes to standard output; progress, time and hints go to standard error.",
    "Everything stays on this computer. This is not medical advice.",
    "",
  ].join("\n");
}

/** One line per exit code. */
export function exitCodeLines(): readonly string[] {
  return exitCodeMeanings.map(([code, meaning]) => pair(String(code), meaning, 5));
}

/** The page of one command. */
export function commandText(command: CommandSpec): string {
  return [
    `gutskin ${command.name}: ${command.about}`,
    "",
    "Usage",
    ...command.usage.map((usage) => `  gutskin ${usage}`.trimEnd()),
    "",
    "Options",
    ...optionLines({ ...command.options, ...commonOptions }),
    "",
  ].join("\n");
}

function optionLines(options: Readonly<Record<string, OptionSpec>>): readonly string[] {
  return Object.entries(options).map(([name, option]) =>
    pair(`--${name}${option.value === undefined ? "" : ` ${option.value}`}`, option.about, 26),
  );
}

function pair(left: string, right: string, width: number): string {
  const indent = " ".repeat(width + 2);
  const [first = "", ...rest] = wrapText(right, WIDTH - width - 2);
  return [`  ${left.padEnd(width)}${first}`, ...rest.map((line) => indent + line)].join("\n");
}
