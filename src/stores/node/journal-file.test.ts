import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { answer, must } from "../../../test/support/replicas.ts";
import { openLibsql } from "./libsql-driver.ts";
import { openJournal, type NodeJournal, type OpenOptions } from "./libsql-store.ts";

let folder = "";
const journals: NodeJournal[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gutskin-file-"));
});
afterEach(async () => {
  for (const journal of journals.splice(0)) await journal.close();
  rmSync(folder, { recursive: true, force: true });
});

const file = (): string => join(folder, "journal.db");
const tryOpen = (more: Partial<OpenOptions> = {}): ReturnType<typeof openJournal> => {
  const opened = openJournal({ folder, now: () => 1_770_000_000_000, randomBytes, ...more });
  if (opened.ok) journals.push(opened.value);
  return opened;
};
const open = (more: Partial<OpenOptions> = {}): NodeJournal => must(tryOpen(more));
const errorOf = (more: Partial<OpenOptions> = {}): string => {
  const opened = tryOpen(more);
  return opened.ok ? "opened" : opened.error.type;
};
const device = async (journal: NodeJournal): Promise<string> => must(await journal.info()).device;
const put = async (journal: NodeJournal, value = 3): Promise<void> => {
  must(await journal.append([{ action: "put", entry: answer("itch", value), supersede: true }]));
};
const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8);
const database = (sql: string, where = file()): void => {
  const driver = openLibsql(where);
  driver.exec(sql);
  driver.close();
};

describe("making the journal", () => {
  it("makes folder and files that only the person's account may read", async () => {
    const nested = join(folder, "new", "data");
    const before = process.umask(0);
    try {
      const journal = open({ folder: nested });
      await put(journal);
      expect(mode(nested)).toBe("700");
      for (const name of ["journal.db", "journal.db-wal", "journal.db-shm"])
        expect(mode(join(nested, name))).toBe("600");
    } finally {
      process.umask(before);
    }
  });

  it("leaves the rights of a folder that was there alone", () => {
    chmodSync(folder, 0o755);
    open();
    expect(mode(folder)).toBe("755");
  });

  it("does not make one where it shall not", () => {
    expect(errorOf({ create: false })).toBe("StoreMissing");
    expect(errorOf({ mode: "read" })).toBe("StoreMissing");
    expect(existsSync(file())).toBe(false);
    expect(errorOf({ folder: join(folder, "deeper"), mode: "read" })).toBe("StoreMissing");
    expect(existsSync(join(folder, "deeper"))).toBe(false);
  });

  it("finishes a file that a kill left without tables", async () => {
    writeFileSync(file(), "");
    await put(open());
    const other = join(folder, "b");
    mkdirSync(other);
    database("PRAGMA journal_mode = WAL; VACUUM", join(other, "journal.db"));
    await put(open({ folder: other }));
  });

  it("writes with WAL and synchronous=FULL", async () => {
    await put(open());
    const header = readFileSync(file());
    // bytes 18 and 19 of the header: file format version 2 = WAL (SQLite file format, 1.3)
    expect([header[18], header[19]]).toEqual([2, 2]);
  });

  it("keeps everything over a close, and leaves a file that is whole without its -wal", async () => {
    const journal = open();
    await put(journal);
    await journal.close();
    const copied = join(folder, "copy");
    mkdirSync(copied);
    copyFileSync(file(), join(copied, "journal.db"));
    const again = open({ folder: copied });
    expect(must(await again.entries({}))).toHaveLength(1);
  });
});

describe("files that are not ours", () => {
  const untouched = (make: () => void, expected: string): void => {
    make();
    const before = readFileSync(file());
    for (const how of ["write", "read"] as const) expect(errorOf({ mode: how })).toBe(expected);
    expect(readFileSync(file()).equals(before)).toBe(true);
  };

  it("are refused and stay as they are: text, a cut header, a database of another program", () => {
    untouched(() => writeFileSync(file(), "date,itch\n2026-03-01,4\n".repeat(50)), "StoreNotAJournal");
    untouched(() => writeFileSync(file(), "SQLite format 3\u0000"), "StoreNotAJournal");
    rmSync(file());
    untouched(() => database("CREATE TABLE photos(a); PRAGMA user_version = 3"), "StoreNotAJournal");
  });

  it("are refused when a newer gutskin made them", async () => {
    await open().close();
    untouched(() => database("PRAGMA user_version = 2"), "StoreNewer");
  });

  it("are refused when a folder stands in the place", () => {
    mkdirSync(file());
    for (const how of ["write", "read"] as const) expect(errorOf({ mode: how })).toBe("StoreNotAJournal");
  });

  it("are refused when the data folder is a file", () => {
    writeFileSync(join(folder, "f"), "");
    expect(errorOf({ folder: join(folder, "f") })).toBe("StoreNotAJournal");
  });
});

describe("reading only", () => {
  it("shows what another process writes, and refuses to write", async () => {
    const writer = open();
    await put(writer);
    const reader = open({ mode: "read" });
    expect(must(await reader.entries({}))).toHaveLength(1);
    const revision = reader.revision();
    await put(writer, 5);
    expect(reader.revision()).not.toBe(revision);
    expect(must(await reader.info()).device).toBe(await device(writer));
    const refused = { ok: false, error: { type: "StoreReadOnly" } };
    expect(await reader.append([{ action: "put", entry: answer("itch", 9) }])).toMatchObject(refused);
    expect(await reader.receiveOps([new Uint8Array(1)])).toMatchObject(refused);
  });

  const canMount = process.platform === "linux" && process.getuid?.() === 0;
  it.skipIf(!canMount)(
    `works on read-only media, with and without a -wal${canMount ? "" : " (skipped: mounting needs root on Linux)"}`,
    async () => {
      const media = join(folder, "media");
      mkdirSync(media);
      execFileSync("mount", ["-t", "tmpfs", "-o", "size=8m", "tmpfs", media]);
      try {
        const journal = open({ folder: join(media, "running") });
        await put(journal);
        // a copy of a running journal: what was written last is in the -wal only
        mkdirSync(join(media, "copied"));
        for (const end of ["", "-wal"]) {
          copyFileSync(join(media, "running", `journal.db${end}`), join(media, "copied", `journal.db${end}`));
        }
        mkdirSync(join(media, "closed"));
        await journal.close();
        copyFileSync(join(media, "running", "journal.db"), join(media, "closed", "journal.db"));
        // the statements of the closed journal keep its folder busy, so the media are bound read-only at a second place
        const readOnly = join(folder, "read-only");
        mkdirSync(readOnly);
        execFileSync("mount", ["--bind", media, readOnly]);
        execFileSync("mount", ["-o", "remount,bind,ro", readOnly]);
        try {
          for (const name of ["copied", "closed"]) {
            const reader = open({ folder: join(readOnly, name), mode: "read" });
            expect(must(await reader.entries({}))).toHaveLength(1);
            expect(errorOf({ folder: join(readOnly, name) })).toBe("StoreReadOnly");
            await reader.close();
          }
          expect(errorOf({ folder: join(readOnly, "new") })).toBe("StoreReadOnly");
        } finally {
          execFileSync("umount", ["-l", readOnly]);
        }
      } finally {
        execFileSync("umount", ["-l", media]);
      }
    },
  );
});

describe("copies and moves", () => {
  it("keep the device in place, and take a new one elsewhere, so that no place is issued twice", async () => {
    const first = open();
    await put(first);
    const before = await device(first);
    await first.close();
    const again = open();
    expect(await device(again)).toBe(before);
    await again.close();

    const moved = join(folder, "moved");
    mkdirSync(moved);
    copyFileSync(file(), join(moved, "journal.db"));
    const copy = open({ folder: moved });
    expect(await device(copy)).not.toBe(before);
    await put(copy, 5);
    expect(Object.values(must(await copy.vector()))).toEqual([1, 1]);
    // both go on and still unite
    const original = open();
    await put(original, 7);
    expect(must(await original.receiveOps(must(await copy.exportOps())))).toMatchObject({ added: 1, quarantined: 0 });
  });

  it("take a new device when an old copy is put back in place, or on another machine", async () => {
    const first = open();
    await put(first);
    const before = await device(first);
    await first.close();
    copyFileSync(file(), join(folder, "old"));
    rmSync(file());
    renameSync(join(folder, "old"), file());
    const restored = open();
    const second = await device(restored);
    expect(second).not.toBe(before);
    await restored.close();
    expect(await device(open({ machine: "another" }))).not.toBe(second);
  });
});

describe("watching", () => {
  it("tells of writes of this and of other connections", async () => {
    const [here, there] = [open(), open()];
    let told = 0;
    const stop = here.watch(() => told++, 10);
    await put(here);
    expect(told).toBe(1);
    const changed = new Promise<void>((done) => {
      const end = here.watch(() => {
        end();
        done();
      }, 10);
    });
    await put(there, 5);
    await changed;
    expect(told).toBeGreaterThan(1);
    stop();
    const before = told;
    await put(here, 8);
    expect(told).toBe(before);
  });
});
