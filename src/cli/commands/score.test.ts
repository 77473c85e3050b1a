import { afterAll, describe, expect, it } from "vitest";
import { instrumentsSchema, scoreSchema } from "../../lib/index.ts";
import { createDesk } from "../../../test/support/run-command.ts";

const desk = createDesk();
afterAll(() => {
  desk.clear();
});

describe("gutskin score", () => {
  it("prints the promised document with band, cut-offs and important difference", async () => {
    const ran = await desk.run(["score", "POEM", '{"items": [4, 2, 0, 1, 2, 3, 4]}', "--json"]);
    expect(ran.code).toBe(0);
    expect(scoreSchema.check(ran.json())).toMatchObject({
      ok: true,
      value: {
        instrument: "poem",
        total: 16,
        band: { name: "moderate", cutoffs: "Charman 2013" },
        minimalImportantDifference: { value: 3, unit: "points" },
        missingItems: [],
        recallDays: 7,
      },
    });
  });

  it("says in words what it scored, whose cut-offs, and what is missing", async () => {
    const ran = await desk.run(["score", "poem", '{"items": {"1": 4, "2": 2, "3": 0, "4": 1, "5": 2, "6": 3}}']);
    expect(ran.code).toBe(0);
    expect(ran.out).toContain("POEM: 12 of 0 to 28");
    expect(ran.out).toContain("Band: moderate (Charman 2013)");
    expect(ran.out).toContain("Missing: 7");
    expect(ran.out).toContain("University of Nottingham");
    expect(ran.out.split("\n").filter((line) => line !== line.trimEnd())).toEqual([]);
  });

  it("reads answers from a file and from standard input", async () => {
    const text =
      '{"items": {"head": [1,0,0,0,2], "arms": [0,0,0,0,0], "trunk": [0,0,0,0,0], "legs": [3,2,1,0,4]}, "ageYears": 5}';
    const fromFile = await desk.run(["score", "easi", desk.write("easi.json", text), "--json"]);
    const readInput = (): Promise<Uint8Array> => Promise.resolve(new TextEncoder().encode(text));
    const fromInput = await desk.run(["score", "easi", "-", "--json"], { readInput });
    // .2 x 1 x 2 + .3 x 6 x 4, child weights
    expect(fromFile.json()).toMatchObject({
      total: 7.6,
      remarks: [{ code: "under-8-weights" }, { code: "rule-unverified" }],
    });
    expect(fromInput.out).toBe(fromFile.out);
  });

  it("lists every instrument, for people and for programs", async () => {
    const list = instrumentsSchema.check((await desk.run(["score", "--list", "--json"])).json());
    if (!list.ok) throw new Error(JSON.stringify(list.error));
    const text = (await desk.run(["score", "--list"])).out;
    for (const { id } of list.value.instruments) expect(text).toContain(`\n${id} `);
  });

  it.each([
    [["score", "nothing", '{"items": []}'], 3, "no instrument"],
    [["score", "poem", '{"items": [9, 0, 0, 0, 0, 0, 0]}'], 3, "outside 0 to 4"],
    [["score", "poem", '{"items": ["a lot", 0, 0, 0, 0, 0, 0]}'], 3, "not a number"],
    [["score", "poem", '{"items": {"1": 3}}'], 3, "6 answers missing"],
    [["score", "poem", "{}"], 3, "no answers"],
    [["score", "poem", '{"items": [1'], 3, "Line 1"],
    [["score", "poem", '{"items": [0], "mood": 3}'], 3, "not a readable set of answers"],
    [["score", "poem", "no-such-file.json"], 3, "no file"],
    [["score", "easi", '{"total": 3, "ageYears": 5, "weights": "adult"}'], 3, "weights"],
    [["score", "poem"], 2, "which answers"],
    [["score"], 2, "which instrument"],
    [["score", "--list", "poem"], 2, "stands alone"],
  ])("%j ends with code %d and says %s", async (words, code, said) => {
    const ran = await desk.run(words);
    expect(ran.code).toBe(code);
    expect(ran.err).toContain(said);
    expect(ran.out).toBe("");
    expect((await desk.run([...words, "--json"])).json()).toMatchObject({ exitCode: code });
  });
});
