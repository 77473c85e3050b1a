/**
 * What does the store say to a bad place, and does damage ever pass for data?
 *
 * F5 and F6 of storage.md section 12: read-only file, missing folder, locked by another process, not a database; and 60 seeded flips of one byte in the
 * file: each must be found (by opening, reading or the doctor) or be harmless, never give another content silently.
 */
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createRandom } from "../../src/base/random.ts";
import type { Draft } from "../../src/journal/store.ts";
import { examineJournal } from "../../src/stores/node/doctor.ts";
import { openJournal, type NodeJournal } from "../../src/stores/node/libsql-store.ts";
import { bundleChild, endOf, startNode } from "../support/child-script.ts";
import { answer, dayOf, must } from "../support/replicas.ts";

/** More on demand: GUTSKIN_FLIPS=2000 (0.1 s each). */
const flips = Number(process.env["GUTSKIN_FLIPS"] ?? 60);

let folder = "";
const file = (): string => join(folder, "journal.db");
const open = (mode: "write" | "read" = "write", timeoutMs = 5000): ReturnType<typeof openJournal> =>
  openJournal({ folder, now: () => 1_770_000_000_000, randomBytes, mode, timeoutMs, machine: "test" });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gutskin-bad-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function filled(): Promise<NodeJournal> {
  const journal = must(open());
  const drafts: Draft[] = [];
  for (let i = 0; i < 300; i++) {
    const day = `2026-0${String(1 + Math.floor(i / 60))}-${String(1 + (i % 28)).padStart(2, "0")}`;
    drafts.push({
      action: "put",
      entry: { ...answer(i % 2 === 0 ? "itch" : "stress", i % 11, day), slot: `s${String(i)}` },
    });
    drafts.push({
      action: "put",
      entry: { kind: "meal", day: dayOf(day), text: `meal ${String(i)}`, counts: { fermented: i % 4 } },
    });
  }
  must(await journal.append(drafts));
  return journal;
}

describe("a bad place", () => {
  it("that is missing is named, and nothing is made when reading", () => {
    expect(openJournal({ folder: join(folder, "none"), now: Date.now, randomBytes, mode: "read" })).toMatchObject({
      ok: false,
      error: { type: "StoreMissing", place: join(folder, "none", "journal.db") },
    });
  });

  it("that is no database is named and left as it is", () => {
    writeFileSync(file(), randomBytes(50_000));
    const before = readFileSync(file());
    expect(open()).toMatchObject({ ok: false, error: { type: "StoreNotAJournal" } });
    expect(readFileSync(file()).equals(before)).toBe(true);
  });

  it("that is locked by another process is named after the waiting time, and works again when it is free", async () => {
    const journal = await filled();
    await journal.close();
    const locker = await bundleChild(`
      import { openLibsql } from "/src/stores/node/libsql-driver.ts";
      const driver = openLibsql(process.argv[2]);
      driver.exec("BEGIN IMMEDIATE");
      console.log("locked");
      process.stdin.on("data", () => process.exit(0));`);
    try {
      const child = startNode([locker.path, file()]);
      const end = endOf(child);
      await new Promise<void>((ready) => child.stdout.once("data", () => ready()));
      expect(open("write", 150)).toMatchObject({ ok: false, error: { type: "StoreLocked" } });
      // readers are never locked out
      const reader = must(open("read", 150));
      expect(must(await reader.entries({}))).toHaveLength(600);
      await reader.close();
      child.stdin.end("free");
      await end;
      const again = must(open());
      expect(must(await again.append([{ action: "put", entry: answer("mood", 3) }])).opsWritten).toBe(1);
      await again.close();
    } finally {
      locker.remove();
    }
  });

  const canForbid = process.platform === "linux" && process.getuid?.() === 0;
  it.skipIf(!canForbid)(
    `that is a read-only file is named, and can be read${canForbid ? "" : " (skipped: needs root on Linux to bind a file read-only)"}`,
    async () => {
      const journal = await filled();
      await journal.close();
      // rights do not bind root, a read-only mount does
      const sealed = join(folder, "sealed");
      mkdirSync(sealed);
      execFileSync("mount", ["--bind", folder, sealed]);
      execFileSync("mount", ["-o", "remount,bind,ro", sealed]);
      try {
        const where = { folder: sealed, now: Date.now, randomBytes };
        expect(openJournal(where)).toMatchObject({ ok: false, error: { type: "StoreReadOnly" } });
        const reader = must(openJournal({ ...where, mode: "read" }));
        expect(must(await reader.entries({}))).toHaveLength(600);
        await reader.close();
      } finally {
        execFileSync("umount", ["-l", sealed]);
      }
    },
  );
});

/** Looks at damaged copies one after the other and prints one line for each: what a person would get out, and what the doctor says. */
const LOOK = `
  import { createHash, randomBytes } from "node:crypto";
  import { writeSync } from "node:fs";
  import { examineJournal } from "/src/stores/node/doctor.ts";
  import { openJournal } from "/src/stores/node/libsql-store.ts";
  for (const folder of process.argv.slice(2)) {
    writeSync(1, JSON.stringify(await look(folder)) + "\\n");
  }
  async function look(folder) {
    const opened = openJournal({ folder, now: Date.now, randomBytes, mode: "read" });
    if (!opened.ok) return { opening: opened.error.type };
    const journal = opened.value;
    const [entries, ops, vector] = [await journal.entries({ includeHidden: true }), await journal.exportOps(), await journal.vector()];
    await journal.close();
    const doctor = examineJournal(folder);
    const sound = doctor.ok && doctor.value.sound;
    if (!entries.ok || !ops.ok || !vector.ok) return { reading: [entries, ops, vector].find((one) => !one.ok).error.type, sound };
    const texts = ops.value.map((bytes) => Buffer.from(bytes).toString("latin1"));
    return { content: createHash("sha256").update(JSON.stringify([entries.value, texts, vector.value])).digest("hex"), sound };
  }`;

interface Look {
  readonly opening?: string;
  readonly reading?: string;
  readonly content?: string;
  readonly sound?: boolean;
}

describe("a flipped byte", () => {
  it(
    `is found or harmless, ${String(flips)} times, never gives another content silently and never kills the process`,
    async () => {
      const journal = await filled();
      await journal.close();
      const sound = readFileSync(file());
      const random = createRandom(60);
      const script = await bundleChild(LOOK);
      const lookAt = async (folders: readonly string[]): Promise<readonly Look[]> => {
        const end = await endOf(startNode([script.path, ...folders]));
        expect({ code: end.code, signal: end.signal, problems: end.problems }).toEqual({
          code: 0,
          signal: null,
          problems: "",
        });
        return end.out
          .trim()
          .split("\n")
          .map((line): Look => JSON.parse(line));
      };
      try {
        const [truth] = await lookAt([folder]);
        expect(truth).toMatchObject({ sound: true });
        const places: number[] = [];
        const folders: string[] = [];
        for (let i = 0; i < flips; i++) {
          const damaged = Buffer.from(sound);
          const at = random.below(damaged.length);
          damaged[at] = (damaged[at] ?? 0) ^ (1 << random.below(8));
          const place = join(folder, `flip-${String(i)}`);
          mkdirSync(place);
          writeFileSync(join(place, "journal.db"), damaged);
          places.push(at);
          folders.push(place);
        }
        const looks = await lookAt(folders);
        expect(looks).toHaveLength(flips);
        const counts = { byOpening: 0, byReading: 0, byDoctor: 0, harmless: 0 };
        for (const [i, look] of looks.entries()) {
          if (look.opening !== undefined) counts.byOpening++;
          else if (look.reading !== undefined) counts.byReading++;
          else if (look.sound === false) counts.byDoctor++;
          else {
            expect({ at: places[i], content: look.content }).toEqual({ at: places[i], content: truth?.content });
            counts.harmless++;
          }
        }
        process.stdout.write(`flipped bytes: ${JSON.stringify(counts)}\n`);
        expect(counts.byOpening + counts.byReading + counts.byDoctor).toBeGreaterThan(flips / 3);
      } finally {
        script.remove();
      }
    },
    60_000 + flips * 500,
  );

  it("is looked for without touching the file", async () => {
    const journal = await filled();
    await journal.close();
    const before = readFileSync(file());
    must(examineJournal(folder));
    expect(readFileSync(file()).equals(before)).toBe(true);
  });
});
