/**
 * What happens with a command line, from words to exit code?
 *
 * Finds the command, reads its options, runs it, and turns whatever went wrong into one message and one exit code.
 * Takes a `World`, so that tests run whole command lines in memory; main.ts calls it for the process.
 */
import { commandText, overviewText } from "./help.ts";
import { readArguments } from "./arguments.ts";
import { commandByName, commands } from "./commands.ts";
import { exitCodes, type ExitCode } from "./exit-codes.ts";
import { tellDefect, tellUsage } from "./terminal/tell.ts";
import { Interrupted } from "./interrupted.ts";
import type { World } from "./world.ts";

/** Runs one command line (without program name) and gives the exit code. Never throws. */
export async function runCommandLine(words: readonly string[], world: World): Promise<ExitCode> {
  try {
    return await dispatch(words, world);
  } catch (problem) {
    if (problem instanceof Interrupted || world.stop.aborted) {
      world.remark("Stopped. Nothing is half-written.\n");
      return exitCodes.interrupted;
    }
    tellDefect(world, problem);
    return exitCodes.ourFault;
  }
}

async function dispatch(words: readonly string[], world: World): Promise<ExitCode> {
  const [first, ...rest] = words;
  if (first === "--version" || first === "version") {
    world.answer(`${world.version}\n`);
    return exitCodes.done;
  }
  if (first === "help" || first === "--help" || first === "-h") return await help(rest, world);
  const isCommand = first !== undefined && !first.startsWith("-");
  const name = isCommand ? first : "serve";
  const command = commandByName(name);
  if (command === null) {
    const json = rest.includes("--json");
    return tellUsage(world, `there is no command "${name}"${nearest(name)}`, "gutskin help", json);
  }
  const call = readArguments(command, isCommand ? rest : words);
  if (!call.ok) return tellUsage(world, call.error.detail, `gutskin help ${command.name}`, words.includes("--json"));
  if (call.value.options["help"] !== undefined) {
    world.answer(commandText(command));
    return exitCodes.done;
  }
  const run = await command.load();
  return run({ world, ...call.value });
}

async function help(words: readonly string[], world: World): Promise<ExitCode> {
  if (words[0] === "--page") {
    const { cliPage } = await import("./help-page.ts");
    world.answer(cliPage());
    return exitCodes.done;
  }
  const [name] = words.filter((word) => !word.startsWith("-"));
  if (name === undefined) {
    world.answer(overviewText(world.version));
    return exitCodes.done;
  }
  const command = commandByName(name);
  if (command === null) return tellUsage(world, `there is no command "${name}"${nearest(name)}`, "gutskin help", false);
  world.answer(commandText(command));
  return exitCodes.done;
}

/** `, did you mean "import"?` for a word that shares its beginning or all but one letter with a command. */
function nearest(name: string): string {
  const close = commands.find(
    (command) => command.name.startsWith(name.slice(0, 3)) || differsByOne(command.name, name.toLowerCase()),
  );
  return close === undefined ? "" : `, did you mean "${close.name}"?`;
}

/** True when removing one letter from each at the same place, or from one of them, makes the words equal. */
function differsByOne(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const tails = [
    [a.slice(at + 1), b.slice(at + 1)],
    [a.slice(at + 1), b.slice(at)],
    [a.slice(at), b.slice(at + 1)],
  ];
  return tails.some(([left, right]) => left === right);
}
