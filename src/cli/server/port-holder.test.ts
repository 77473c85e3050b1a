import { createServer as createHttpServer, type RequestListener } from "node:http";
import { createServer, type Server, type Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { holderOfPort, isGutskinAt } from "./port-holder.ts";

let server: Server | null = null;
const sockets = new Set<Socket>();
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => (server === null ? resolve(null) : server.close(resolve)));
  server = null;
});

function listen(made: Server): Promise<number> {
  server = made;
  made.on("connection", (socket: Socket) => sockets.add(socket));
  return new Promise((resolve) => {
    made.listen(0, "127.0.0.1", () => {
      const address = made.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
}

const answering = (listener: RequestListener): Promise<number> => listen(createHttpServer(listener));

describe("isGutskinAt", () => {
  it("knows a gutskin server by its name", async () => {
    const port = await answering((_, response) => response.end('{"app":"gutskin","version":"0.1.0"}'));
    expect(await isGutskinAt(port)).toBe(true);
  });

  it.each([
    ["another program", '{"app":"other"}', 200],
    ["no JSON", "<html>", 200],
    ["an error", '{"app":"gutskin"}', 500],
    ["an endless answer", "x".repeat(100_000), 200],
  ])("does not take %s for one", async (_, body, status) => {
    const port = await answering((_request, response) => response.writeHead(status).end(body));
    expect(await isGutskinAt(port)).toBe(false);
  });

  it("does not hang on a program that closes at once, nor on one that never answers", async () => {
    expect(await isGutskinAt(await listen(createServer((socket) => socket.destroy())))).toBe(false);
    server?.close();
    expect(await isGutskinAt(await listen(createServer(() => undefined)))).toBe(false);
  });

  it("is false when nobody listens", async () => {
    const port = await listen(createServer());
    await new Promise((resolve) => server?.close(resolve));
    expect(await isGutskinAt(port)).toBe(false);
  });
});

describe("holderOfPort", () => {
  it("names this process for a port of its own, and nobody for a free one", async ({ skip }) => {
    if (process.platform !== "linux") return skip("only Linux tells who holds a port");
    const port = await listen(createServer());
    expect(holderOfPort(port)?.pid).toBe(process.pid);
    await new Promise((resolve) => server?.close(resolve));
    expect(holderOfPort(port)).toBeNull();
  });
});
