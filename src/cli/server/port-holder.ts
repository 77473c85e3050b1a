/**
 * Who holds the port?
 *
 * Asked only after "address in use". First the port itself: a gutskin server answers `GET /api/v1/health` by name.
 * Otherwise, on Linux, `/proc/net/tcp` gives the socket's inode and `/proc/<pid>/fd` the process that owns it (proc(5));
 * processes of other accounts stay unknown. Elsewhere the answer is "unknown".
 */
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { get } from "node:http";

/**
 * True when a gutskin server answers on 127.0.0.1 at this port within two seconds. Not with `fetch`: on Node 20 its promise
 * never settles when the other side closes at once, and the program would end without a word (seen).
 */
export async function isGutskinAt(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const path = "/api/v1/health";
    const request = get({ host: "127.0.0.1", port, path, timeout: 2000, agent: false }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (part: string) => {
        text += part;
        if (text.length > LONGEST_ANSWER) request.destroy();
      });
      response.on("end", () => {
        resolve(response.statusCode === 200 && isHealth(text));
      });
    });
    request.on("timeout", () => request.destroy());
    // Also after the answer's end: resolving twice does nothing.
    request.on("error", () => {
      resolve(false);
    });
    request.on("close", () => {
      resolve(false);
    });
  });
}

/** A stranger on the port may send anything, for ever. */
const LONGEST_ANSWER = 10_000;

function isHealth(text: string): boolean {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === "object" && body !== null && "app" in body && body.app === "gutskin";
  } catch {
    return false;
  }
}

export interface PortHolder {
  readonly pid: number;
  readonly name: string;
}

/** The process that listens on the port, or null when it cannot be known. */
export function holderOfPort(port: number): PortHolder | null {
  try {
    const inode = listeningInode(port);
    if (inode === null) return null;
    for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
      if (!ownsSocket(pid, inode)) continue;
      return { pid: Number(pid), name: readFileSync(`/proc/${pid}/comm`, "utf8").trim() };
    }
    return null;
  } catch {
    return null;
  }
}

function listeningInode(port: number): string | null {
  const wanted = port.toString(16).toUpperCase().padStart(4, "0");
  for (const table of ["/proc/net/tcp", "/proc/net/tcp6"]) {
    for (const line of readFileSync(table, "utf8").split("\n").slice(1)) {
      // Columns of proc(5): sl, local_address, rem_address, st (0A = LISTEN), ..., the tenth is the inode.
      const cells = line.trim().split(/\s+/);
      if (cells[3] === "0A" && cells[1]?.endsWith(`:${wanted}`) === true) return cells[9] ?? null;
    }
  }
  return null;
}

function ownsSocket(pid: string, inode: string): boolean {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((fd) => linkIs(`/proc/${pid}/fd/${fd}`, `socket:[${inode}]`));
  } catch {
    return false; // another account's process, or one that just ended
  }
}

function linkIs(path: string, target: string): boolean {
  try {
    return readlinkSync(path) === target;
  } catch {
    return false;
  }
}
