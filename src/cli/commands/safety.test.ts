import { existsSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addDays, analysisSchema, safetySchema } from "../../lib/index.ts";
import { dayOf } from "../../../test/support/replicas.ts";
import { createDesk, type Desk } from "../../../test/support/run-command.ts";

let desk: Desk;
beforeEach(() => {
  desk = createDesk();
});
afterEach(() => {
  desk.clear();
});

const out = async (...words: readonly string[]): Promise<string> => (await desk.run(words)).out;
/** What the journal's own log says of messages, sorted. */
async function messages(): Promise<readonly string[]> {
  const document: unknown = (await desk.run(["export", "json"])).json();
  const text = JSON.stringify(document);
  return [...text.matchAll(/"event":"(shown|acknowledged)"/g)].map((match) => match[1]!).sort();
}
/** 20 days with two outcomes, so that there is something to find. */
function diary(): string {
  const rows = Array.from({ length: 20 }, (_, i) => `${addDays(dayOf("2026-11-01"), i)},${i % 5},${(i * 3) % 7}`);
  return ["date,itch,bloating", ...rows].join("\n");
}

describe("gutskin safety", () => {
  it("looks without making a journal, says what is open, and never leaves out the crisis line", async () => {
    const text = await out("safety");
    expect(text).toContain("No message has fired.");
    expect(text).toContain("call a crisis line");
    expect(text).toMatch(/Questions not answered: 2\d\./);
    expect(existsSync(desk.path("data"))).toBe(false);
  });

  it("prints the promised document", async () => {
    await out("safety", "answer", "bloodInStool", "yes");
    const report = safetySchema.check((await desk.run(["safety", "--json"])).json());
    if (!report.ok) throw new Error(JSON.stringify(report.error));
    expect(report.value.safety).toMatchObject({ level: "D", withheld: false, emergency: [] });
    expect(report.value.safety.flags[0]).toMatchObject({
      rule: "blood-in-stool",
      acknowledged: false,
      reviewedBy: null,
    });
    expect(report.value.questions.map((question) => question.id)).not.toContain("bloodInStool");
    expect(report.value.gates).toHaveLength(25);
  });

  it("takes answers by id, however it is written, several at once", async () => {
    await out("safety", "answer", "blood-in-stool", "No", "FEVER", "yes", "anaemia", "unknown");
    const { questions } = (await desk.run(["safety", "ask", "--json"])).json() as { questions: { id: string }[] };
    const open = questions.map((question) => question.id);
    expect(open).not.toContain("bloodInStool");
    expect(open).not.toContain("fever");
    expect(open).toContain("anaemia");
  });

  it("shows a message until it is read, and again when its sign comes back", async () => {
    expect(await out("safety", "answer", "bloodInStool", "yes")).toContain("! See a doctor within about two weeks.");
    expect(await out("safety", "read", "blood-in-stool")).toContain("Read before: Blood in the stool.");
    expect(await out("log", "itch 3")).not.toContain("Blood in the stool");
    expect(await out("log", "#black-stool")).toContain("! See a doctor within about two weeks.");
    expect(await messages()).toEqual(["acknowledged", "shown"]);
  });

  it("notes once that a message was shown, however often it is looked at", async () => {
    await out("safety", "answer", "bloodInStool", "yes");
    await out("safety");
    await out("log", "itch 3");
    expect(await messages()).toEqual(["shown"]);
  });

  it("says the contradiction between 'never on a probiotic' and one started yesterday", async () => {
    await out("log", "took lactobacillus capsule yesterday");
    expect(await out("safety", "answer", "neverUsedProbiotic", "yes")).toContain(
      "never took a probiotic, and your journal",
    );
  });

  it("names state, reasons and the way of a gate, and opens it by a professional's word", async () => {
    await out("profile", "--medicines", "Rinvoq 15 mg", "--birth-year", "1990");
    const before = await out("safety", "gate", "probiotic-bacteria");
    expect(before).toContain("weakens the immune system");
    expect(before).toContain("questions have to be answered first");
    expect(before).toContain("Talk to a doctor or a pharmacist before you take a probiotic.");
    const { questions } = (await desk.run(["safety", "ask", "probiotic-bacteria", "--json"])).json() as {
      questions: { id: string }[];
    };
    await out("safety", "answer", ...questions.flatMap(({ id }) => [id, "no"]));
    expect(await out("safety", "gate", "probiotic-bacteria")).toContain("This is not started here at present.");
    const after = await out("safety", "confirm", "probiotic-bacteria", "--who", "dermatologist");
    expect(after.replace(/\s+/g, " ")).toContain("Nothing here keeps it closed. That is not advice to do it.");
    expect(after).toContain("Cleared by a professional's word");
    expect(after).toContain("Talk to a doctor or a pharmacist before you take a probiotic.");
    // a new medicine on a later day: answers and word are asked for again
    const tomorrow = {
      now: () => ({ day: dayOf("2026-11-23"), offsetMinutes: 0, time: "12:00", milliseconds: 1_795_435_200_000 }),
    };
    await desk.run(["log", "took Humira"], tomorrow);
    expect((await desk.run(["safety", "gate", "probiotic-bacteria", "--json"], tomorrow)).json()).toMatchObject({
      state: "blocked",
    });
  });

  it.each([
    [["safety", "confirm", "uv-exposure", "--who", "doctor"], 3, "Nobody's word opens it"],
    [["safety", "confirm", "collagen", "--who", "doctor"], 3, "nothing here that a professional's word would open"],
    [["safety", "confirm", "probiotic-yeast"], 2, "who was it?"],
    [["safety", "confirm", "moon-walk", "--who", "doctor"], 2, 'no experiment "moon-walk"'],
    [["safety", "gate", "--who", "doctor"], 2, "--who belongs"],
    [["safety", "gate", "moon-walk"], 2, 'no experiment "moon-walk"'],
    [["safety", "ask", "moon-walk"], 2, 'no experiment "moon-walk"'],
    [["safety", "answer", "bloodInStool"], 2, "a question and its reply"],
    [["safety", "answer", "bloodInStool", "a lot"], 2, 'not "a lot"'],
    [["safety", "answer", "headache", "yes"], 2, "not the id of a question"],
    [["safety", "answer", "wishToStop", "yes"], 2, "plan of an experiment"],
    [["safety", "answer", "constructor", "toString"], 2, "not the id"],
    [["safety", "read", "blood-in-stool"], 3, "No message has fired."],
    [["safety", "dance"], 2, 'not "dance"'],
    [["profile", "--height", "tall"], 2, "centimetres"],
    [["profile", "--height", "5ft 7"], 2, "centimetres"],
    [["profile", "--birth-year", "nineteen ninety"], 2, "a year from 1900"],
    [["profile", "--birth-year", "2031"], 2, "to 2026"],
    [["profile", "--region", "England"], 2, "two letters"],
    [["profile", "--conditions", "eczema, gout"], 2, "acne, eczema, rosacea, psoriasis, dryness"],
    [["profile", "--medicines", " , "], 2, "names with commas"],
  ])("%j ends with code %d and writes nothing", async (words, code, said) => {
    const ran = await desk.run(words);
    expect(ran.code).toBe(code);
    expect(ran.err.replace(/\n/g, " ")).toContain(said);
    expect(ran.out).toBe("");
    expect(existsSync(desk.path("data"))).toBe(false);
    expect((await desk.run([...words, "--json"])).json()).toMatchObject({ exitCode: code });
  });
});

describe("an emergency", () => {
  it("is said first after the line that holds it, with the number of the region that was set", async () => {
    await out("profile", "--region", "uk");
    const ran = await desk.run(["log", "itch 3; #trouble-breathing; #blood-in-stool"]);
    expect(ran.code).toBe(0);
    expect(ran.out).toMatch(
      /Stored[^]*! Call your local emergency number now\.[^]*999 or 112[^]*! See a doctor within/,
    );
    expect((await desk.run(["log", "itch 3", "--json"])).out).toMatch(/^\{"safety":\{"level":"E"/);
  });

  it("has no number of a region that nobody has set, only the list of those that are known", async () => {
    const text = await out("log", "#throat-swelling");
    expect(text).toContain("No region is set, so your own number is not known here.");
    expect(text).toMatch(/112: Austria, Belgium/);
    await out("profile", "--region", "BR");
    expect(await out("log", "#throat-swelling")).toContain("The number in your region (BR) is not known here.");
  });

  it("holds findings back until it is read; the exit code stays 0", async () => {
    await desk.run(["import", desk.write("diary.csv", diary()), "--yes"]);
    await out("log", "#suicidal");
    const text = await desk.run(["analyse"]);
    expect(text.code).toBe(0);
    expect(text.out).toMatch(/^! Call your local emergency number now\./);
    expect(text.out).toContain("You do not have to be alone with this.");
    // the crisis line before the numbers
    expect(text.out).toMatch(/call a crisis line[^]*No region is set/);
    expect(text.out).not.toContain("Bloating");
    const withheld = analysisSchema.check((await desk.run(["analyse", "--what-if", "itch=+1", "--json"])).json());
    if (!withheld.ok) throw new Error(JSON.stringify(withheld.error));
    expect(withheld.value).toMatchObject({ edges: [], outcomes: [], whatIf: [], summary: { length: 2 } });
    await out("safety", "read", "self-harm");
    const after = await desk.run(["analyse"]);
    expect(after.out).toMatch(/^Read before: You do not have to be alone with this\./);
    expect(after.out).toContain("Bloating");
    expect(after.err).toMatch(/Safety questions not answered: \d+ \(gutskin safety ask\)/);
  });

  it("is never read out of free text", async () => {
    await out("log", '"blood in stool and suicidal"; "I cannot breathe"');
    expect(await out("safety")).toContain("No message has fired.");
  });

  it("in an imported file is said after the import", async () => {
    const rows = `${diary()}\n`.replace("date,itch", "date,tag:trouble-breathing");
    const file = desk.write("tagged.csv", rows);
    const analysed = await desk.run(["analyse", file]);
    expect(analysed.out).toMatch(/^! Call your local emergency number now\./);
  });
});

describe("gutskin profile", () => {
  it("keeps what is not named, takes back what is unknown, and shows it", async () => {
    await out(
      "profile",
      "--conditions",
      "eczema,acne",
      "--birth-year",
      "1990",
      "--height",
      "170,5",
      "--medicines",
      "none",
    );
    const text = await out("profile", "--birth-year", "unknown", "--region", "de");
    expect(text).toMatch(
      /Conditions {2}acne, eczema\nBorn {8}not said\nHeight {6}170\.5 cm\nMedicines {3}none\nRegion {6}DE/,
    );
    expect(text).toContain("The emergency number in Germany is 112.");
    expect((await desk.run(["profile", "--json"])).json()).toMatchObject({
      profile: { conditions: ["acne", "eczema"], medicines: [], medicinesDay: "2026-11-22" },
      safety: { level: null },
    });
  });

  it("names medicines that are not known, and says at once what one means in pregnancy", async () => {
    expect(await out("profile", "--medicines", "Zorblatin; ibuprofen")).toContain(
      "never taken as harmless: Zorblatin.",
    );
    await out("safety", "answer", "pregnantOrTrying", "yes");
    expect(await out("profile", "--medicines", "Roaccutane")).toContain("A medicine that matters in pregnancy");
  });
});
