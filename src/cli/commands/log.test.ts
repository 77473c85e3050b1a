import { existsSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createDesk, type Desk } from "../../../test/support/run-command.ts";

let desk: Desk;
beforeEach(() => {
  desk = createDesk();
});
afterEach(() => {
  desk.clear();
});

async function daily(): Promise<string> {
  return (await desk.run(["export", "csv"])).out;
}

describe("gutskin log", () => {
  it("stores one line in the journal and shows how each part was read", async () => {
    const ran = await desk.run(["log", "lentils, kefir; itch 4; bloating 2; stress 6; slept 7"]);
    expect(ran).toMatchObject({ code: 0, err: "" });
    for (const chip of ["+ Meal: lentils, kefir", "+ Itch 4", "+ Bloating 2", "+ Stress 6", "+ Sleep 7 h"]) {
      expect(ran.out).toContain(chip);
    }
    expect(ran.out).toMatch(/gutskin log --undo 2026-11-22-[0-9a-f]{6}/);
    expect(await daily()).toMatch(/^date,itch,bloating,stress,sleepHours/);
  });

  it("takes words apart by spaces when they were not quoted", async () => {
    await desk.run(["log", "itch", "4"]);
    expect(await daily()).toBe("date,itch\r\n2026-11-22,4\r\n");
  });

  it("replaces today's answer, and undo gives the old one back", async () => {
    await desk.run(["log", "itch 4"]);
    const second = await desk.run(["log", "itch 7", "--json"]);
    expect(await daily()).toBe("date,itch\r\n2026-11-22,7\r\n");
    const undo = String(Reflect.get(Object(second.json()), "undo"));
    expect((await desk.run(["log", "--undo", undo, "--json"])).json()).toEqual({ takenBack: 1, leftAlone: 0 });
    expect(await daily()).toBe("date,itch\r\n2026-11-22,4\r\n");
    expect((await desk.run(["log", "--undo", undo])).code).toBe(2);
  });

  it("undo removes what was new, and leaves alone what was changed since", async () => {
    const first = await desk.run(["log", "itch 4; stress 3", "--json"]);
    await desk.run(["log", "itch 5"]);
    const undo = String(Reflect.get(Object(first.json()), "undo"));
    expect((await desk.run(["log", "--undo", undo, "--json"])).json()).toEqual({ takenBack: 1, leftAlone: 1 });
    expect(await daily()).toBe("date,itch\r\n2026-11-22,5\r\n");
  });

  it("says when all of it was there already", async () => {
    await desk.run(["log", "itch 4"]);
    expect((await desk.run(["log", "itch 4"])).out).toContain("in the journal already");
    expect((await desk.run(["log", "itch 4", "--json"])).json()).toMatchObject({ stored: 0, undo: null });
  });

  it("stores nothing and ends with code 3 when nothing can be believed", async () => {
    const ran = await desk.run(["log", "itch 44"]);
    expect(ran.code).toBe(3);
    expect(ran.out).toContain("- Not stored: itch 44");
    expect((await desk.run(["export", "json"])).out).toContain('"ops":[]');
  });

  it("shows and writes nothing with --dry-run, and makes no journal", async () => {
    const ran = await desk.run(["log", "--dry-run", "itch 4 yesterday"]);
    expect(ran).toMatchObject({ code: 0 });
    expect(ran.out).toContain("Itch 4, yesterday");
    expect(existsSync(desk.path("data"))).toBe(false);
  });

  it("takes another day with --day", async () => {
    await desk.run(["log", "itch 4", "--day", "2026-11-01"]);
    expect(await daily()).toBe("date,itch\r\n2026-11-01,4\r\n");
  });
});
