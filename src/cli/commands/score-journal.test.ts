import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { scoreHistorySchema, scoreSchema } from "../../lib/index.ts";
import { createDesk, type Desk } from "../../../test/support/run-command.ts";

let desk: Desk;
const desks: Desk[] = [];
beforeEach(() => {
  desk = createDesk();
  desks.push(desk);
});
afterAll(() => {
  for (const one of desks) one.clear();
});

const poem = (sum: number): string =>
  JSON.stringify({ items: [0, 1, 2, 3, 4, 5, 6].map((i) => Math.max(0, Math.min(4, sum - 4 * i))) });

async function save(...words: readonly string[]): ReturnType<Desk["run"]> {
  return desk.run(["score", ...words, "--save"]);
}

async function history(...words: readonly string[]): Promise<unknown> {
  const read = scoreHistorySchema.check((await desk.run(["score", "--history", ...words, "--json"])).json());
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

describe("gutskin score --save", () => {
  it("writes the score, says how it compares, and can be taken back", async () => {
    expect((await save("poem", poem(12), "--day", "2026-11-15")).code).toBe(0);
    const ran = await save("poem", poem(7));
    expect(ran.code).toBe(0);
    expect(ran.out).toContain("Down 5 points since 2026-11-15.");
    expect(ran.out).toContain("Saved for 2026-11-22, rated by yourself.");
    expect(ran.out.split("\n").filter((line) => line !== line.trimEnd() || line.length > 90)).toEqual([]);
    const undo = /--undo (\S+)/.exec(ran.out)?.[1] ?? "";
    expect((await desk.run(["log", "--undo", undo])).code).toBe(0);
    expect(await history("poem")).toMatchObject({ lines: [{ scores: [{ day: "2026-11-15", total: 12 }] }] });
  });

  it("prints the promised document with the place in the journal", async () => {
    const ran = await save(
      "easi",
      '{"items": {"head": [3,0,0,0,2], "arms": [0,0,0,0,0], "trunk": [0,0,0,0,0], "legs": [0,0,0,0,0]}, "ageYears": 5}',
      "--json",
    );
    expect(scoreSchema.check(ran.json())).toMatchObject({
      ok: true,
      value: { total: 1.2, saved: { day: "2026-11-22", rater: "clinician", change: null } },
    });
  });

  it("changes the score of the same day, and says when it was there already", async () => {
    await save("gags", '{"total": 20}');
    expect((await save("gags", '{"total": 24}')).out).toContain("Saved");
    expect((await save("gags", '{"total": 24}')).out).toContain("already");
    expect(await history()).toMatchObject({ lines: [{ rater: "self", scores: [{ total: 24 }] }] });
  });

  it("keeps a clinician's score apart from the person's own", async () => {
    await save("gags", '{"total": 20}', "--day", "2026-11-01");
    const ran = await save("gags", '{"total": 10}', "--rater", "clinician");
    expect(ran.out).toContain("first one of this kind by this rater");
    expect(await history("GAGS")).toMatchObject({ lines: [{ rater: "self" }, { rater: "clinician" }] });
  });

  it.each([
    [["poem", '{"total": 29}'], 3, "outside 0 to 28"],
    [["poem", '{"total": 2.5}'], 3, "between two steps"],
    [["poem", '{"total": "a lot"}'], 3, "not a number"],
    [["dlqi", '{"items": [1,1,1,1,1,1,1,1,null,null]}'], 3, "2 answers missing"],
    [["pss-10", '{"items": [1,1,1,1,1,1,1,1,1,null]}'], 3, "needs every answer"],
    [["easi", '{"total": 3, "ageYears": 5, "weights": "adult"}'], 3, "the weights are not those"],
    [["pasi", '{"total": 3, "weights": "under8"}'], 3, "no weights for children"],
    [["dlqi", '{"total": 3, "ageYears": 12}'], 3, "from 16 years"],
    [["pasi", '{"total": 3}', "--rater", "self"], 3, "not made to be rated by the person"],
    [["pasi", '{"total": 3}', "--rater", "aunt"], 2, "self or clinician"],
    [["pasi", '{"total": 3}', "--day", "2026-11-23"], 2, "up to today"],
    [["pasi", '{"total": 3}', "--day", "2026-02-30"], 2, "up to today"],
  ])("%j is not written: code %d, %s", async (words, code, said) => {
    const ran = await save(...words);
    expect(ran.code).toBe(code);
    expect(ran.err).toContain(said);
    expect(await history()).toEqual({ schema: "gutskin.scores/1", lines: [] });
  });

  it("takes a form at the limit of its missing-answer rule, and says what it counted", async () => {
    const ran = await save("dlqi", '{"items": [1,1,1,1,1,1,1,1,1,null]}');
    expect(ran.code).toBe(0);
    expect(ran.out).toContain("Missing: 10");
    expect(ran.out).toContain("A missing answer counts as 0 here");
  });

  it("refuses a second score over the same days, before or after, and takes one a week later", async () => {
    await save("poem", poem(12), "--day", "2026-11-10");
    for (const day of ["2026-11-04", "2026-11-16"]) {
      const ran = await save("poem", poem(9), "--day", day);
      expect(ran.code).toBe(3);
      expect(ran.err).toContain("was scored on 2026-11-10, and two of them need 7 days between");
    }
    expect((await save("poem", poem(9), "--day", "2026-11-17")).code).toBe(0);
    expect((await save("poem", poem(9), "--day", "2026-11-03")).code).toBe(0);
  });

  it.each([
    [["score", "poem", '{"total": 3}', "--day", "2026-11-10"], "--day goes with --save"],
    [["score", "poem", '{"total": 3}', "--rater", "self"], "--rater goes with --save"],
    [["score", "--list", "--save"], "stands alone"],
    [["score", "--history", "--save"], "unexpected --save"],
    [["score", "--history", "poem", "{}"], "unexpected answers"],
  ])("%j is no command: %s", async (words, said) => {
    const ran = await desk.run(words);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain(said);
  });
});

describe("gutskin score --history", () => {
  it("shows class and change of each score, and the sentences about the last one", async () => {
    await save("poem", poem(20), "--day", "2026-11-01");
    await save("poem", poem(16), "--day", "2026-11-08");
    const ran = await desk.run(["score", "--history"]);
    expect(ran.out).toContain("POEM, rated by yourself, 0 to 28");
    expect(ran.out).toMatch(/2026-11-01 +20 +severe/);
    expect(ran.out).toMatch(/2026-11-08 +16 +moderate +-4 +-20 %/);
    expect(ran.out.replace(/\s+/g, " ")).toContain("people usually feel a difference; this is that much or more.");
    expect(ran.out).toContain("Classes: Charman 2013.");
    expect(await history()).toMatchObject({
      lines: [
        {
          scores: [
            { change: null },
            { change: { since: "2026-11-01", points: -4, percent: -20, reached: [{ value: 3 }, { value: 4 }] } },
          ],
        },
      ],
    });
  });

  it("shows the parts of an instrument without a total", async () => {
    await save("cass", '{"items": {"face": 2, "back": 4}}');
    expect((await desk.run(["score", "--history", "cass"])).out).toContain("face 2, back 4");
  });

  it("says that there is nothing yet, without making a journal, and refuses a name that is none", async () => {
    expect((await desk.run(["score", "--history"])).out).toContain("no scores in the journal yet");
    const ran = await desk.run(["score", "--history", "moon"]);
    expect(ran.code).toBe(3);
    expect(ran.err).toContain("no instrument");
  });
});
