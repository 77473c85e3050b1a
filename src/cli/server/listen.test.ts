import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contentSecurityPolicy } from "./guard.ts";
import { listenLocally, type Listening } from "./listen.ts";

let server: Listening;
beforeAll(async () => {
  const listening = await listenLocally(() => Promise.resolve(new Response("hello")), 0, {
    headMilliseconds: 300,
    bodyMilliseconds: 600,
  });
  if (!listening.ok) throw new Error("no free port");
  server = listening.value;
});
afterAll(async () => {
  await server.close();
});

/** Sends raw text and gives all that comes back until the server closes the connection. */
function speak(text: string, host = "127.0.0.1"): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = "";
    const socket = connect({ host, port: server.port }, () => socket.write(text));
    socket.on("data", (bytes) => {
      heard += bytes.toString("latin1");
    });
    socket.on("close", () => {
      resolve(heard);
    });
    socket.on("error", reject);
  });
}

describe("listenLocally", () => {
  it("says that a port is taken", async () => {
    const second = await listenLocally(() => Promise.resolve(new Response("")), server.port);
    expect(second).toEqual({ ok: false, error: { type: "PortTaken", port: server.port } });
  });

  it("is not reachable on any other address of this machine", async ({ skip }) => {
    const others = Object.values(networkInterfaces())
      .flatMap((found) => found ?? [])
      .filter((one) => !one.internal && one.family === "IPv4");
    const [other] = others;
    if (other === undefined) return skip("this machine has no address besides the loopback one");
    await expect(speak("GET / HTTP/1.0\r\n\r\n", other.address)).rejects.toThrow("ECONNREFUSED");
  });

  it.each([
    ["what is not HTTP", "GARBAGE\r\n\r\n", "400"],
    ["a head that never ends", "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ", "408"],
    ["a body that never comes", "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5\r\n\r\n", ""],
    ["a head beyond 16 KB", `GET / HTTP/1.1\r\nX-Long: ${"a".repeat(20_000)}\r\n\r\n`, "431"],
    ["a request without host", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n", "400"],
    ["a host that is no host", "GET / HTTP/1.1\r\nConnection: close\r\nHost: a b\r\n\r\n", "400"],
  ])("ends %s, with the policy on what it answers", async (_, request, status) => {
    const answer = await speak(request);
    if (status !== "") expect(answer.slice(0, 12)).toBe(`HTTP/1.1 ${status}`);
    if (answer !== "")
      expect(answer.toLowerCase()).toContain(`content-security-policy: ${contentSecurityPolicy}`.toLowerCase());
    expect(answer.toLowerCase()).not.toContain("set-cookie");
  });

  it("still answers afterwards", async () => {
    const response = await fetch(`http://127.0.0.1:${String(server.port)}/`);
    expect(await response.text()).toBe("hello");
  });
});
