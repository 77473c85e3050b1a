/**
 * What happens when the disk is full?
 *
 * F4 of storage.md section 12, on a tmpfs of 3 MB: the write is refused with DiskFull, everything saved stays readable, and after
 * space is freed writing goes on. Needs root on Linux to mount, else it is skipped with the reason printed.
 */
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { examineJournal } from "../../src/stores/node/doctor.ts";
import { openJournal } from "../../src/stores/node/libsql-store.ts";
import { dayOf, must } from "../support/replicas.ts";

const canMount = process.platform === "linux" && process.getuid?.() === 0;
const reason = canMount ? "" : " (skipped: mounting a small file system needs root on Linux)";

it.skipIf(!canMount)(`refuses with DiskFull, stays readable and goes on after space is freed${reason}`, async () => {
  const media = mkdtempSync(join(tmpdir(), "gutskin-full-"));
  execFileSync("mount", ["-t", "tmpfs", "-o", "size=3m", "tmpfs", media]);
  try {
    const folder = join(media, "data");
    const ballast = join(media, "ballast");
    mkdirSync(folder);
    writeFileSync(ballast, new Uint8Array(700_000));
    const journal = must(openJournal({ folder, now: Date.now, randomBytes }));
    const note = (text: string): Parameters<typeof journal.append>[0] => [
      { action: "put", entry: { kind: "note", day: dayOf("2026-03-01"), text } },
    ];
    let saved = 0;
    let refused: Awaited<ReturnType<typeof journal.append>> | null = null;
    while (refused === null && saved < 2000) {
      const done = await journal.append(note("x".repeat(5000)));
      if (done.ok) saved++;
      else refused = done;
    }
    expect(refused).toEqual({ ok: false, error: { type: "DiskFull", place: join(folder, "journal.db") } });
    expect(saved).toBeGreaterThan(10);
    expect(must(await journal.entries({}))).toHaveLength(saved);
    expect(must(examineJournal(folder))).toMatchObject({ sound: true, opCount: saved });
    // refused again, not stuck
    expect(await journal.append(note("y".repeat(9000)))).toMatchObject({ error: { type: "DiskFull" } });

    rmSync(ballast);
    expect((await journal.append(note("after"))).ok).toBe(true);
    expect(must(await journal.entries({}))).toHaveLength(saved + 1);
    await journal.close();
    expect(must(examineJournal(folder))).toMatchObject({ sound: true, opCount: saved + 1 });

    // no room even for a new journal
    writeFileSync(join(media, "rest"), "");
    try {
      writeFileSync(join(media, "rest"), new Uint8Array(3_000_000));
    } catch {
      // filled to the brim
    }
    const fresh = openJournal({ folder: join(media, "fresh"), now: Date.now, randomBytes });
    expect(fresh.ok ? "opened" : fresh.error.type).toBe("DiskFull");
  } finally {
    execFileSync("umount", ["-l", media]);
    rmSync(media, { recursive: true, force: true });
  }
});
