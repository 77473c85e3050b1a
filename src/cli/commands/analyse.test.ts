import { afterAll, describe, expect, it } from "vitest";
import { addDays, analysisSchema } from "../../lib/index.ts";
import { dayOf } from "../../../test/support/replicas.ts";
import { createDesk } from "../../../test/support/run-command.ts";

const desk = createDesk();
afterAll(() => {
  desk.clear();
});

/** 60 days in which yesterday's fibre lowers bloating clearly. */
function diary(): string {
  let state = 7;
  const next = (): number => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
  let fibreBefore = 20;
  const rows = Array.from({ length: 60 }, (_, index) => {
    const bloating = Math.min(10, Math.max(0, Math.round(5 - 0.2 * (fibreBefore - 20) + 2 * (next() - 0.5))));
    fibreBefore = Math.round(10 + 20 * next());
    return `${addDays(dayOf("2026-01-01"), index)},${String(bloating)},${String(fibreBefore)}`;
  });
  return `${["date,bloating,fibre", ...rows].join("\n")}\n`;
}

describe("gutskin analyse", () => {
  it("finds a clear effect in a diary file and says so in words and in a table", async () => {
    const ran = await desk.run(["analyse", desk.write("diary.csv", diary())]);
    expect(ran.code).toBe(0);
    expect(ran.out).toMatch(/fibre -> Bloating .* strong \*/i);
    expect(ran.out).toContain("* reported");
    expect(ran.out).toContain("Assumed");
    expect(ran.err).toMatch(/^\d+\.\d s\n$/);
    expect(ran.out.split("\n").filter((line) => line !== line.trimEnd())).toEqual([]);
  });

  it("prints the promised document, the same bytes for the same seed, and others for another", async () => {
    const file = desk.write("diary.csv", diary());
    const first = await desk.run(["analyse", file, "--json"]);
    const again = await desk.run(["analyse", file, "--json", "--seed", "1", "--fdr", "0.1"]);
    const other = await desk.run(["analyse", file, "--json", "--seed", "2", "--fdr", "0.05"]);
    expect(analysisSchema.check(first.json())).toMatchObject({ ok: true, value: { seed: 1, days: 60, fdr: 0.1 } });
    expect(again.out).toBe(first.out);
    expect(other.json()).toMatchObject({ seed: 2, fdr: 0.05 });
    expect(other.out).not.toBe(first.out);
  });

  it("says the same of the journal as of the file it came from", async () => {
    const file = desk.write("diary.csv", diary());
    await desk.run(["import", file, "--yes"]);
    const fromJournal = analysisSchema.check((await desk.run(["analyse", "--json"])).json());
    const fromFile = analysisSchema.check((await desk.run(["analyse", file, "--json"])).json());
    if (!fromJournal.ok || !fromFile.ok) throw new Error("no document");
    const numbers = (edges: typeof fromFile.value.edges): unknown =>
      edges.map(({ probability, effectPerUnit }) => ({ probability, effectPerUnit }));
    expect(numbers(fromJournal.value.edges)).toEqual(numbers(fromFile.value.edges));
  });

  it("takes roles from a file", async () => {
    const roles = { columns: { bloating: { role: "skin", unit: "points" }, fibre: { role: "lever", unit: "g" } } };
    const words = [
      "analyse",
      desk.write("diary.csv", diary()),
      "--roles",
      desk.write("roles.json", JSON.stringify(roles)),
      "--json",
    ];
    expect((await desk.run(words)).json()).toMatchObject({
      outcomes: [{ name: "bloating", role: "skin" }],
      assumed: [],
    });
  });

  it.each([
    [["--missing", "never"], 2, "--missing takes ignorable or worse-days"],
    [["--time-budget", "0"], 2, "--time-budget takes seconds from 0.1 to 86400"],
    [["--time-budget", "soon"], 2, "--time-budget takes seconds from 0.1 to 86400"],
    [["--what-if", "fibre"], 2, "does not say what changes and by how much"],
    [["--what-if", "fibre=lots"], 2, '"lots" is not an amount of "fibre"'],
    [["--what-if", "fibres=+10"], 2, 'no column named "fibres"'],
  ] as const)("refuses %j before it begins to work", async (words, code, said) => {
    const ran = await desk.run(["analyse", desk.write("diary.csv", diary()), ...words]);
    expect(ran).toMatchObject({ code, out: "" });
    expect(ran.err.replace(/\s+/g, " ")).toContain(said);
  });

  it("answers a what-if in words and in the document", async () => {
    const file = desk.write("diary.csv", diary());
    const ran = await desk.run(["analyse", file, "--what-if", "fibre=+10"]);
    expect(ran.out.replace(/\s+/g, " ")).toMatch(/from tomorrow would go with bloating .* lower after 7 days/i);
    const document = analysisSchema.check(
      (await desk.run(["analyse", file, "--what-if", "fibre=-10", "--json"])).json(),
    );
    expect(document).toMatchObject({ ok: true, value: { whatIf: [{ from: "fibre", amount: -10 }] } });
  });

  it("takes blank days as worse ones when asked, and says so", async () => {
    const file = desk.write("diary.csv", diary());
    expect((await desk.run(["analyse", file, "--missing", "worse-days", "--json"])).json()).toMatchObject({
      missingDays: "worse-days",
    });
  });

  it("weighs in what trials found only for conditions that are named, with the data alone beside it", async () => {
    const rows = Array.from({ length: 120 }, (_, day) => `${day},${(day * 7) % 5},${(day * 3) % 4},${(day * 5) % 7}`);
    const file = desk.write("stress.csv", `${["day,eczemaSeverity,stress,bloating", ...rows].join("\n")}\n`);
    const edgesOf = async (...more: readonly string[]): Promise<ReadonlyMap<string, boolean>> => {
      const document = analysisSchema.check((await desk.run(["analyse", file, "--json", ...more])).json());
      if (!document.ok) throw new Error("no document");
      return new Map(document.value.edges.map((edge) => [`${edge.from} > ${edge.to}`, edge.dataAlone !== null]));
    };
    const plain = await edgesOf();
    expect([...plain.values()]).not.toContain(true);
    const named = await edgesOf("--conditions", "eczema");
    expect(named.get("stress > eczemaSeverity")).toBe(true);
    expect(named.get("eczemaSeverity > bloating")).toBe(false);
    expect(await edgesOf("--data-alone")).toEqual(plain);
    const wrong = await desk.run(["analyse", file, "--conditions", "eczema,hives"]);
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain("hives");
    expect((await desk.run(["analyse", file, "--conditions", "acne", "--data-alone"])).code).toBe(2);
  });

  it("stops at once when Ctrl-C came before", async () => {
    const ran = await desk.run(["analyse", desk.write("diary.csv", diary())], { stop: AbortSignal.abort() });
    expect(ran).toMatchObject({ code: 130, out: "" });
  });
});

describe("gutskin doctor", () => {
  it("finds a sound journal sound, and makes the views anew to the same bytes", async () => {
    const other = createDesk();
    try {
      await other.run(["log", "lentils; itch 4; slept 7"]);
      await other.run(["log", "itch 6"]);
      const before = (await other.run(["export", "json"])).out;
      expect(await other.run(["doctor"])).toMatchObject({ code: 0, out: expect.stringContaining("sound") as string });
      const found: unknown = (await other.run(["doctor", "--rebuild", "--json"])).json();
      expect(found).toMatchObject({ sound: true, rebuild: { entries: 3 } });
      expect((await other.run(["export", "json"])).out).toBe(before);
    } finally {
      other.clear();
    }
  });
});

describe("gutskin peers", () => {
  it("says when no page is paired, also before there is a journal", async () => {
    const other = createDesk();
    expect(await other.run(["peers"])).toMatchObject({ code: 0, out: "No page is paired with this journal.\n" });
    expect((await other.run(["peers", "--json"])).json()).toEqual({ peers: [] });
    expect((await other.run(["peers", "revoke", "all"])).code).toBe(0);
    other.clear();
  });
});
