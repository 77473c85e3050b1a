import { describe, expect, it } from "vitest";
import { madeOutcome } from "../../test/fixtures/made-posterior.ts";
import { twoWaySentence } from "./two-way.ts";

const both = [madeOutcome(), madeOutcome({ name: "bloating", role: "gut" })];
const say = (toSkin: number, toGut: number, via: number | null = 0.1): string =>
  twoWaySentence(
    { gutToSkin: { probability: toSkin }, skinToGut: { probability: toGut, viaStressOrSleep: via } },
    both,
  );

describe("the sentence on the two directions", () => {
  it("says two-way only when both are above .8", () => {
    expect(say(0.97, 0.88)).toBe(
      "The street looks two-way: the skin followed the gut (97 in 100), and the gut followed the skin (88 in 100).",
    );
    expect(say(0.97, 0.8)).not.toContain("two-way");
    expect(say(0.8, 0.97)).not.toContain("two-way");
  });

  it("says which direction has a sign and which is open", () => {
    expect(say(0.9, 0.4)).toBe(
      "One direction has a sign: the skin followed the gut (90 in 100); from skin to gut is open (40 in 100).",
    );
    expect(say(0.1, 0.9)).toBe(
      "One direction has a sign: the gut followed the skin (90 in 100); from gut to skin there is no sign so far (10 in 100).",
    );
    expect(say(0.3, 0.1)).toBe(
      "Between gut and skin neither direction is clear: from gut to skin is open (30 in 100), and from skin to gut there is no sign so far (10 in 100).",
    );
  });

  it("names the way through stress or sleep only when it has a sign of its own", () => {
    expect(say(0.9, 0.9, 0.85)).toContain("in part by way of stress or sleep (85 in 100)");
    expect(say(0.9, 0.9, 0.8)).not.toContain("by way of");
    expect(say(0.9, 0.9, null)).not.toContain("by way of");
  });

  it("counts the way back through stress or sleep, and says that it is that way", () => {
    expect(say(0.97, 0.1, 0.9)).toBe(
      "The street looks two-way: the skin followed the gut (97 in 100), and the gut followed the skin by way of stress or sleep (90 in 100).",
    );
    expect(say(0.97, 0.1, 0.8)).not.toContain("two-way");
    expect(say(0.5, 0.1, 0.9)).not.toContain("two-way");
  });

  it("asks for the scores that are not there instead of calling the street open", () => {
    const none = { gutToSkin: { probability: null }, skinToGut: { probability: null, viaStressOrSleep: null } };
    expect(twoWaySentence(none, [madeOutcome()])).toBe(
      "To ask how gut and skin go together in both directions, this diary needs a gut score on enough days.",
    );
    expect(twoWaySentence(none, [])).toContain("a gut score and a skin score");
    expect(twoWaySentence(none, both)).toContain("not parts of each other");
  });
});
