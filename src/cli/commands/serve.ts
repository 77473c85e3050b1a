/**
 * `gutskin`: how does the journal come up in the browser?
 *
 * Opens the journal, listens on 127.0.0.1 at the fixed port, prints and opens the address with the start token, and
 * runs until Ctrl-C. If the port is taken by a gutskin already, that one is opened instead; if by something else, it
 * says by whom, when that is known.
 */
import { wholeNumber, type Call } from "../arguments.ts";
import { cloudFolderOf, dataFolder } from "../data-folder.ts";
import { exitCodes, type ExitCode } from "../exit-codes.ts";
import { openJournal } from "../open-journal.ts";
import { startServer } from "../serve.ts";
import { openBrowser } from "../server/open-browser.ts";
import { holderOfPort, isGutskinAt } from "../server/port-holder.ts";
import { readRunFile, removeRunFile, writeRunFile } from "../server/run-file.ts";
import { safeText } from "../terminal/table.ts";
import { tellProblem, tellUsage } from "../terminal/tell.ts";
import { tellError } from "../terminal/tell-error.ts";

/** Browser storage belongs to the origin, so the port is fixed (storage notes, part 7). */
export const USUAL_PORT = 4810;

/** Serves until stopped. Exit code 0 when another gutskin already runs there or at a clean stop. */
export async function runServe(call: Call): Promise<ExitCode> {
  const { world, options } = call;
  const json = options["json"] !== undefined;
  const port = wholeNumber(options, "port", USUAL_PORT, { min: 1024, max: 65535 });
  if (!port.ok) return tellUsage(world, port.error.detail, "gutskin help serve", json);
  const folder = dataFolder(call);
  if (await isGutskinAt(port.value)) return openRunning(call, folder, port.value);

  const journal = await openJournal(folder);
  if (!journal.ok) return tellError(world, journal.error, json, exitCodes.storeProblem);
  const server = await startServer({ world, dataFolder: folder, journal: journal.value, port: port.value });
  if (!server.ok) {
    await journal.value.store.close();
    return tellPortProblem(call, port.value, server.error.type);
  }
  writeRunFile(folder, { port: server.value.port, pid: process.pid, token: server.value.token });
  try {
    tellRunning(call, folder, server.value.address);
    if (options["no-open"] === undefined) openBrowser(world, server.value.address);
    await untilStopped(world.stop);
  } finally {
    removeRunFile(folder, process.pid);
    await server.value.close();
    await journal.value.store.close();
  }
  world.remark("Stopped.\n");
  return exitCodes.done;
}

function tellRunning({ world, options }: Call, folder: string, address: string): void {
  if (options["json"] !== undefined) world.answer(`${JSON.stringify({ address, data: folder })}\n`);
  else world.answer(`gutskin is open at ${address}\n`);
  world.remark(`Your journal is in ${safeText(folder)}. Ctrl-C stops.\n`);
  const cloud = cloudFolderOf(folder);
  if (cloud !== null) {
    world.remark(
      `That folder lies in ${safeText(cloud)}. A service that copies it while it is written can damage it.\n`,
    );
    world.remark("Choose another folder with --data or GUTSKIN_HOME.\n");
  }
  if (options["port"] !== undefined && Number(options["port"]) !== USUAL_PORT) {
    world.remark("On another port the browser knows nothing of earlier visits: the page pairs anew.\n");
  }
}

function openRunning({ world, options }: Call, folder: string, port: number): ExitCode {
  const running = readRunFile(folder);
  const ours = running?.port === port;
  const address = `http://127.0.0.1:${String(port)}/${ours ? `#token=${running.token}` : ""}`;
  if (options["json"] !== undefined) world.answer(`${JSON.stringify({ address, alreadyRunning: true, ours })}\n`);
  else world.answer(`gutskin is already open at ${address}\n`);
  if (!ours) {
    world.remark("It was started with another data folder, so this is not the journal in " + `${safeText(folder)}.\n`);
  }
  if (options["no-open"] === undefined) openBrowser(world, address);
  return exitCodes.done;
}

function tellPortProblem({ world, options }: Call, port: number, type: "PortTaken" | "PortRefused"): ExitCode {
  const holder = type === "PortTaken" ? holderOfPort(port) : null;
  const by = holder === null ? "another program" : `${safeText(holder.name)} (process ${String(holder.pid)})`;
  const sentence =
    type === "PortTaken"
      ? `Port ${String(port)} is taken by ${by}.`
      : `The system does not let gutskin listen on port ${String(port)}.`;
  const mend =
    "Stop that program, or use `gutskin --port 4811`. With another port the browser finds nothing of what it kept for " +
    "this one: the page pairs anew. Your journal stays the same.";
  const error = { type, port, ...(holder === null ? {} : { holder }) };
  return tellProblem(
    world,
    { error, wording: { sentence, mend }, json: options["json"] !== undefined },
    exitCodes.portTaken,
  );
}

async function untilStopped(stop: AbortSignal): Promise<void> {
  if (stop.aborted) return;
  await new Promise<void>((resolve) => {
    stop.addEventListener("abort", () => {
      resolve();
    });
  });
}
