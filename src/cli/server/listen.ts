/**
 * How does the server stand on a port of this machine without falling over?
 *
 * Node's HTTP server on 127.0.0.1 with short time-outs: a sender that drips its head (slowloris) or body is cut off, and
 * idle connections do not pile up. The standing headers are set on the raw response first, so that answers made by Node
 * or the adapter itself (bad request line, time-out) carry them too.
 */
import { createServer, STATUS_CODES, type Server } from "node:http";
import type { Duplex } from "node:stream";
import { getRequestListener } from "@hono/node-server";
import { err, ok, type Result } from "../../base/result.ts";
import { standingHeaders } from "./guard.ts";
import type { HttpApp } from "./http-app.ts";

export interface PortTaken {
  readonly type: "PortTaken";
  readonly port: number;
}
export interface PortRefused {
  readonly type: "PortRefused";
  readonly port: number;
  readonly code: string;
}

export interface Listening {
  readonly port: number;
  /** Stops taking requests and ends open ones. */
  readonly close: () => Promise<void>;
}

export interface TimeOuts {
  readonly headMilliseconds: number;
  readonly bodyMilliseconds: number;
}

const TIME_OUTS: TimeOuts = { headMilliseconds: 10_000, bodyMilliseconds: 60_000 };
const MOST_CONNECTIONS = 256;

/** Starts listening on 127.0.0.1 (port 0 = any free one). Errors: `PortTaken`, `PortRefused` (system's code). */
export async function listenLocally(
  app: HttpApp,
  port: number,
  timeOuts: TimeOuts = TIME_OUTS,
): Promise<Result<Listening, PortTaken | PortRefused>> {
  const listener = getRequestListener(app, { overrideGlobalObjects: false });
  const server = createServer(
    {
      headersTimeout: timeOuts.headMilliseconds,
      requestTimeout: timeOuts.bodyMilliseconds,
      keepAliveTimeout: 5_000,
      // How often Node looks for connections over time; its default of 30 s would make the limits above mean little.
      connectionsCheckingInterval: Math.min(1_000, timeOuts.headMilliseconds),
      maxHeaderSize: 16 * 1024,
      // Node would answer a missing Host itself, without our headers; the guard refuses it as well.
      requireHostHeader: false,
    },
    (incoming, outgoing) => {
      for (const [name, value] of standingHeaders) outgoing.setHeader(name, value);
      void listener(incoming, outgoing);
    },
  );
  server.maxConnections = MOST_CONNECTIONS;
  server.on("clientError", (problem: NodeJS.ErrnoException, socket) => {
    answerBrokenRequest(problem, socket);
  });
  return new Promise((resolve) => {
    server.once("error", (problem: NodeJS.ErrnoException) => {
      const code = problem.code ?? "unknown";
      resolve(err(code === "EADDRINUSE" ? { type: "PortTaken", port } : { type: "PortRefused", port, code }));
    });
    server.listen({ host: "127.0.0.1", port }, () => {
      const address = server.address();
      const actual = typeof address === "object" && address !== null ? address.port : port;
      resolve(ok({ port: actual, close: () => closeServer(server) }));
    });
  });
}

/** Answers what Node could not parse: 431 head too long, 408 too slow, else 400. */
function answerBrokenRequest(problem: NodeJS.ErrnoException, socket: Duplex): void {
  if (problem.code === "ECONNRESET" || !socket.writable) return;
  const status = problem.code === "HPE_HEADER_OVERFLOW" ? 431 : problem.code === "ERR_HTTP_REQUEST_TIMEOUT" ? 408 : 400;
  const head = [`HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? ""}`, "Connection: close", "Content-Length: 0"];
  for (const [name, value] of standingHeaders) head.push(`${name}: ${value}`);
  socket.end(`${head.join("\r\n")}\r\n\r\n`);
}

async function closeServer(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
