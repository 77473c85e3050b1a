import { spawn, spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { buildCli, type BuiltCli } from "../support/built-cli.ts";

let cli: BuiltCli;
let folder = "";
let home = "";
beforeAll(async () => {
  cli = await buildCli();
});
afterAll(() => {
  cli.remove();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gutskin-cli-"));
  home = join(folder, "data");
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A seeded diary that takes the engine some seconds. */
function longDiary(days: number, columns: number): string {
  let state = 1;
  const next = (): number => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
  const names = Array.from({ length: columns }, (_, index) => `lever${String(index)}`);
  const rows = Array.from({ length: days }, (_, index) =>
    [index + 1, ...["itch", "bloating", "stress", ...names].map(() => Math.floor(next() * 11))].join(","),
  );
  return `${["day,itch,bloating,stress," + names.join(","), ...rows].join("\n")}\n`;
}

function holdPort(): Promise<{ readonly port: number; readonly server: Server }> {
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy());
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve({ server, port: typeof address === "object" && address !== null ? address.port : 0 });
    });
  });
}

async function freePort(): Promise<number> {
  const { port, server } = await holdPort();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const plain = (text: string): string => text.replace(/\s+/g, " ");

describe("the process", () => {
  it("ends quietly when the reader of its output goes away", async () => {
    await cli.run(["log", "itch 4"], { home });
    for (const words of ["export json", "help", "demo --json", "peers"]) {
      const line = `${process.execPath} ${cli.main} ${words} | head -c 1`;
      const ran = spawnSync("sh", ["-c", line], { env: { ...process.env, GUTSKIN_HOME: home }, encoding: "utf8" });
      expect(ran.stderr).not.toMatch(/EPIPE|at .*:\d+:\d+/);
    }
  });

  it("stops a long analysis on Ctrl-C with 130 and no answer, on one thread and on several", async () => {
    const file = join(folder, "diary.csv");
    writeFileSync(file, longDiary(2000, 30));
    for (const threads of ["1", "3"]) {
      const started = cli.start(["analyse", file, "--threads", threads]);
      await new Promise((resolve) => setTimeout(resolve, 1500));
      started.process.kill("SIGINT");
      const { code, out, err } = await started.finished;
      expect({ code, out }).toEqual({ code: 130, out: "" });
      expect(err).toContain("Nothing is half-written");
    }
  });

  it("gives the same bytes on one thread and on three, twice", async () => {
    const file = join(folder, "diary.csv");
    writeFileSync(file, longDiary(120, 3));
    const answers = [];
    for (const threads of ["1", "3", "3"]) {
      const ran = await cli.run(["analyse", file, "--json", "--threads", threads]);
      expect(ran.code).toBe(0);
      expect(ran.err).toMatch(/^\d+\.\d s\n$/);
      answers.push(ran.out);
    }
    expect(answers[1]).toBe(answers[0]);
    expect(answers[2]).toBe(answers[0]);
  });

  it("sets what was found in a made-up person beside what was put in, and opens no journal", async () => {
    const csv = join(folder, "demo.csv");
    const ran = await cli.run(["demo", "--seed", "3", "--json", "--csv", csv], { home });
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.out)).toMatchObject({ madeUp: true, label: "Made-up person 3", analysis: { seed: 3 } });
    expect(existsSync(home)).toBe(false);
    expect((await cli.run(["demo", "--csv", csv], { home })).code).toBe(6);
    expect((await cli.run(["import", csv, "--dry-run"], { home })).code).toBe(0);
    const shown = await cli.run(["demo", "--seed", "3"], { home });
    expect(shown.out).toMatch(/does not exist/);
    expect(shown.out).toMatch(/What was put in, beside what was found/);
  });

  it("reads a diary from standard input", async () => {
    const ran = await cli.run(["analyse", "-", "--json"], { input: longDiary(60, 2) });
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.out)).toMatchObject({ schema: "gutskin.analysis/1", days: 60, seed: 1 });
  });

  it("says in old words which Node it needs", () => {
    const pretend = "data:text/javascript,Object.defineProperty(process,'versions',{value:{node:'18.1.0'}})";
    for (const script of ["bin/gutskin.js", "scripts/start.mjs"]) {
      const ran = spawnSync(process.execPath, ["--import", pretend, script], { encoding: "utf8" });
      expect(ran.status).toBe(1);
      expect(ran.stderr).toBe("gutskin needs Node 20.19 or newer; you have 18.1.0\n");
    }
  });
});

describe("the port", () => {
  it("is refused with code 5, the holder and the way out when another program has it", async () => {
    const { port, server } = await holdPort();
    const ran = await cli.run(["--port", String(port), "--no-open"], { home });
    server.close();
    expect(ran.code).toBe(5);
    expect(plain(ran.err)).toMatch(new RegExp(`Port ${String(port)} is taken by .*--port 4811.*pairs anew`));
    if (process.platform === "linux") expect(ran.err).toContain(`process ${String(process.pid)}`);
    expect(existsSync(join(home, "run.json"))).toBe(false);
  });

  it("is served on 127.0.0.1 with a run.json for the person only; a second start opens the first; Ctrl-C ends cleanly", async () => {
    const port = String(await freePort());
    const first = cli.start(["--port", port, "--no-open"], { home });
    const [, address] = await first.says(/gutskin is open at (\S+)/);
    expect(address).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:${port}/#token=[0-9a-f]{64}$`));
    expect(statSync(join(home, "run.json")).mode & 0o777).toBe(0o600);
    expect(statSync(home).mode & 0o777).toBe(0o700);
    expect(JSON.parse(readFileSync(join(home, "run.json"), "utf8"))).toMatchObject({
      port: Number(port),
      pid: first.process.pid,
    });

    const second = await cli.run(["--port", port, "--no-open"], { home });
    expect(second).toMatchObject({ code: 0, out: `gutskin is already open at ${address ?? ""}\n` });
    const stranger = await cli.run(["--port", port, "--no-open"], { home: join(folder, "other") });
    expect(stranger.code).toBe(0);
    expect(stranger.out).not.toContain("token");
    expect(plain(stranger.err)).toContain("another data folder");

    first.process.kill("SIGINT");
    expect(await first.finished).toMatchObject({ code: 0 });
    expect(existsSync(join(home, "run.json"))).toBe(false);
  });

  it("never loses or doubles a write when page and terminal write at once", async () => {
    const port = String(await freePort());
    const server = cli.start(["--port", port, "--no-open"], { home });
    const [, address = ""] = await server.says(/gutskin is open at (\S+)/);
    const [base = "", token = ""] = address.split("/#token=");
    const post = async (call: string, body: unknown, secret: string): Promise<unknown> => {
      const headers = { "content-type": "application/json", authorization: `Bearer ${secret}` };
      const response = await fetch(`${base}/api/v1/${call}`, { method: "POST", body: JSON.stringify(body), headers });
      return response.json();
    };
    const secret = String(Reflect.get(Object(await post("pair", { token }, "")), "secret"));
    const page = async (): Promise<void> => {
      for (let n = 0; n < 200; n += 1) {
        const entry = { kind: "note", day: "2026-01-01", text: `page ${String(n)}` };
        const request = { drafts: [{ action: "put", entry }], requestId: `page-${String(n)}` };
        // Each request twice, as after a lost answer.
        const first = await post("append", request, secret);
        expect(await post("append", request, secret)).toEqual(first);
      }
    };
    const terminal = async (): Promise<void> => {
      for (let n = 0; n < 12; n += 1) {
        const ran = await cli.run(["log", `"terminal ${String(n)}"`], { home });
        expect(ran.code).toBe(0);
      }
    };
    await Promise.all([page(), terminal()]);
    const all: unknown = await post("entries", { kinds: ["note"] }, secret);
    const texts = JSON.stringify(all).match(/"text":"(page|terminal) \d+"/g) ?? [];
    expect(texts).toHaveLength(212);
    expect(new Set(texts).size).toBe(212);
    server.process.kill("SIGTERM");
    expect(await server.finished).toMatchObject({ code: 0 });
    expect((await cli.run(["doctor"], { home })).code).toBe(0);
  });
});

describe("a journal file that cannot be used", () => {
  const journal = (): string => join(home, "journal.db");
  /** Every command that touches the journal. */
  const COMMANDS = [["log", "itch 5"], ["analyse"], ["export", "json"], ["doctor"]];

  it("missing: reading commands say so with code 4 and make nothing", async () => {
    for (const words of COMMANDS.slice(1)) {
      const ran = await cli.run(words, { home });
      expect(ran).toMatchObject({ code: 4, out: "" });
      expect(plain(ran.err)).toContain("There is no journal");
    }
    expect(existsSync(home)).toBe(false);
  });

  it("not a database: code 4, and the file is left as it is", async () => {
    mkdirSync(home);
    writeFileSync(
      journal(),
      "my shopping list, which is quite a bit longer than one hundred bytes because the header of a database has as many",
    );
    const before = readFileSync(journal());
    for (const words of COMMANDS) {
      const ran = await cli.run(words, { home });
      expect(ran.code).toBe(4);
      expect(plain(ran.err)).toContain("not a gutskin journal");
    }
    expect(readFileSync(journal())).toEqual(before);
  });

  it("a flipped byte: doctor names it with code 4", async () => {
    await cli.run(["log", "itch 4; stress 3"], { home });
    const bytes = readFileSync(journal());
    const at = bytes.indexOf('"itch"');
    bytes[at + 2] = 0x58;
    writeFileSync(journal(), bytes);
    const ran = await cli.run(["doctor"], { home });
    expect(ran.code).toBe(4);
    expect(ran.out).toContain("damage found");
    const json: unknown = JSON.parse((await cli.run(["doctor", "--json"], { home })).out);
    expect(json).toMatchObject({ sound: false });
  });

  it("locked by another process: code 4 after waiting, nothing stored", async () => {
    await cli.run(["log", "itch 4"], { home });
    const script = `const D=require("libsql");const d=new D(${JSON.stringify(journal())});d.exec("BEGIN IMMEDIATE");console.log("held");setInterval(()=>{},1000)`;
    const holder = spawn(process.execPath, ["-e", script], { stdio: ["ignore", "pipe", "inherit"] });
    await new Promise((resolve) => holder.stdout.once("data", resolve));
    const ran = await cli.run(["log", "itch 9"], { home });
    holder.kill("SIGKILL");
    expect(ran.code).toBe(4);
    expect(plain(ran.err)).toMatch(/Another program is using the journal/);
    expect((await cli.run(["export", "csv"], { home })).out).toMatch(/,4\r\n$/);
  });

  it("read-only: log is refused with code 4, reading goes on", async ({ skip }) => {
    await cli.run(["log", "itch 4"], { home });
    const medium = mountSmall("4m");
    if (medium === null) return skip("no right to mount a small file system here");
    try {
      copyFileSync(journal(), join(medium.path, "journal.db"));
      medium.makeReadOnly();
      const ran = await cli.run(["log", "itch 9"], { home: medium.path });
      expect(ran.code).toBe(4);
      expect(plain(ran.err)).toMatch(/may be read but not written/);
      expect((await cli.run(["export", "csv"], { home: medium.path })).out).toMatch(/,4\r\n$/);
      expect((await cli.run(["doctor"], { home: medium.path })).code).toBe(0);
    } finally {
      medium.unmount();
    }
  });

  it("disk full: import and export are refused with code 4, nothing is half-written, and it works again after space is freed", async ({
    skip,
  }) => {
    const medium = mountSmall("1m");
    if (medium === null) return skip("no right to mount a small file system here");
    try {
      const small = join(medium.path, "data");
      expect((await cli.run(["log", "itch 4"], { home: small })).code).toBe(0);
      const filler = join(medium.path, "filler");
      spawnSync("dd", ["if=/dev/zero", `of=${filler}`, "bs=1k", "count=2000"]);
      const rows = Array.from({ length: 28 }, (_, index) => `2026-01-${String(index + 1).padStart(2, "0")},3,4,5,6`);
      const diary = join(folder, "diary.csv");
      writeFileSync(diary, `date,bloating,stress,mood,pain\n${rows.join("\n")}\n`);
      const imported = await cli.run(["import", diary, "--yes"], { home: small });
      expect(imported.code).toBe(4);
      expect(plain(imported.err)).toMatch(/no space left/);
      const exported = await cli.run(["export", "json", "--out", join(medium.path, "out.json")], { home: small });
      expect(exported.code).toBe(4);
      expect(existsSync(join(medium.path, "out.json"))).toBe(false);
      expect((await cli.run(["export", "csv"], { home: small })).out).toMatch(/^date,itch\r\n.*,4\r\n$/);
      rmSync(filler);
      expect((await cli.run(["export", "csv"], { home: small })).out).toMatch(/^date,itch\r\n.*,4\r\n$/);
      expect((await cli.run(["import", diary, "--yes"], { home: small })).code).toBe(0);
      expect((await cli.run(["doctor"], { home: small })).code).toBe(0);
    } finally {
      medium.unmount();
    }
  });
});

interface SmallMedium {
  readonly path: string;
  readonly makeReadOnly: () => void;
  readonly unmount: () => void;
}

/** A file system of its own in memory; null without the right to mount. */
function mountSmall(size: string): SmallMedium | null {
  const path = mkdtempSync(join(tmpdir(), "gutskin-medium-"));
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", path]);
  if (mounted.status !== 0) {
    rmSync(path, { recursive: true, force: true });
    return null;
  }
  return {
    path,
    makeReadOnly: () => {
      spawnSync("mount", ["-o", "remount,ro", path]);
    },
    unmount: () => {
      spawnSync("umount", [path]);
      rmSync(path, { recursive: true, force: true });
    },
  };
}
