import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { safetyTags } from "./safety-tags.ts";
import { countingDays } from "./safety-validity.ts";

const page = readFileSync(new URL("../../docs/user/safety.md", import.meta.url), "utf8");

describe("docs/user/safety.md", () => {
  it("names every tag that counts, with its fact and its days, and no other", () => {
    const rows = page.split("\n").filter((line) => line.startsWith("| `#"));
    const cells = (line: string): readonly string[] => line.split("|").map((cell) => cell.trim());
    expect(rows.map((row) => cells(row).slice(1, 4))).toEqual(
      safetyTags.map(({ fact, days, tags }) => [tags.map((tag) => `\`#${tag}\``).join(", "), fact, String(days)]),
    );
  });

  it("says for how long answers count", () => {
    const said = `counts for ${countingDays.signYes} days, one that is not for ${countingDays.signNo}`;
    expect(page).toContain(said);
    expect(page).toContain(`after ${countingDays.clearing} days`);
  });
});
