/**
 * How are journal, page files and API put together into the running local server?
 *
 * `startServer` composes the parts of server/ over an open journal and listens. The address that it gives carries the
 * start token in the fragment, which browsers never send; the page trades it for its own secret and removes it.
 */
import { ok, type NamedError, type Result } from "../base/result.ts";
import { wordError } from "../lib/index.ts";
import { createStoreHandler } from "../stores/node/serve-store.ts";
import type { OpenJournal } from "./open-journal.ts";
import { createExportCalls } from "./server/export-calls.ts";
import { JSON_BODY_LIMIT } from "./server/guard.ts";
import { createHttpApp, type HttpApp } from "./server/http-app.ts";
import { createImportCalls } from "./server/import-calls.ts";
import { listenLocally, type PortRefused, type PortTaken } from "./server/listen.ts";
import { createPeerBook, drawToken } from "./server/pairing.ts";
import { isRefusalType, problemResponse, wordRefusal } from "./server/problem.ts";
import { loadStaticFiles, type StaticFiles } from "./server/static-files.ts";
import { createUploads } from "./server/uploads.ts";
import { tellDefect } from "./terminal/tell.ts";
import type { World } from "./world.ts";

export interface ServerOptions {
  readonly world: World;
  readonly dataFolder: string;
  readonly journal: OpenJournal;
  readonly port: number;
}

export interface RunningLocalServer {
  readonly port: number;
  readonly token: string;
  /** Address with the start token in its fragment. */
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** Starts the server. Errors: `PortTaken`, `PortRefused`. The journal stays open when it closes. */
export async function startServer(
  options: ServerOptions,
): Promise<Result<RunningLocalServer, PortTaken | PortRefused>> {
  const { world } = options;
  const token = drawToken();
  let port = options.port;
  const { app, close } = composeServer({
    ...options,
    token,
    files: loadStaticFiles(world.appFolder),
    portNow: () => port,
  });
  const listening = await listenLocally(app, options.port);
  if (!listening.ok) {
    close();
    return listening;
  }
  port = listening.value.port;
  return ok({
    port,
    token,
    address: `http://127.0.0.1:${String(port)}/#token=${token}`,
    close: async () => {
      close();
      await listening.value.close();
    },
  });
}

/** The answering function of the whole server, without a port (tests call it in memory). */
export function composeServer(
  options: Omit<ServerOptions, "port"> & {
    readonly token: string;
    readonly files: StaticFiles | null;
    readonly portNow: () => number;
  },
): { readonly app: HttpApp; readonly close: () => void } {
  const { world, journal } = options;
  const problem = (error: NamedError, status: number, more?: Readonly<Record<string, unknown>>): Response =>
    problemResponse(error, status, isRefusalType(error.type) ? wordRefusal(error.type) : wordError(error), more);
  const milliseconds = (): number => world.now().milliseconds;
  const storeHandler = createStoreHandler({ ...journal, problem, bodyLimit: JSON_BODY_LIMIT });
  const app = createHttpApp({
    port: options.portNow,
    version: world.version,
    files: options.files,
    storeHandler,
    moreCalls: [
      createImportCalls({
        store: journal.store,
        uploads: createUploads(milliseconds),
        now: world.now,
        problem,
        onCommitted: storeHandler.nudge,
      }),
      createExportCalls({ store: journal.store, today: () => world.now().day, problem }),
    ],
    peers: createPeerBook(options.dataFolder),
    startToken: options.token,
    milliseconds,
    onDefect: (fault) => {
      tellDefect(world, fault);
    },
  });
  return { app, close: storeHandler.close };
}
