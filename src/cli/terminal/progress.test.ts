import { describe, expect, it } from "vitest";
import { testWorld } from "../../../test/support/test-world.ts";
import { createProgress } from "./progress.ts";

describe("createProgress", () => {
  it("redraws one line on a terminal, at most ten times a second, and removes it", () => {
    let seconds = 0;
    const world = testWorld({ remarkIsTerminal: true, seconds: () => seconds });
    const progress = createProgress(world);
    for (let step = 0; step <= 100; step += 1) {
      seconds = step * 0.01;
      progress.show("itch", step / 100);
    }
    progress.end();
    progress.end();
    const drawn = world.remarked();
    expect(drawn.split("\r").length - 1).toBeLessThanOrEqual(12);
    expect(drawn).toContain("itch");
    expect(drawn).not.toContain("\n");
    expect(drawn.endsWith("\r\u001b[K")).toBe(true);
    expect(world.answered()).toBe("");
  });

  it("writes a plain line at most every ten seconds elsewhere, and nothing for quick work", () => {
    let seconds = 0;
    const world = testWorld({ seconds: () => seconds });
    const progress = createProgress(world);
    for (seconds = 0; seconds <= 35; seconds += 0.5) progress.show("itch\u001b[31m", seconds / 35);
    progress.end();
    expect(world.remarked().split("\n")).toHaveLength(4);
    expect(world.remarked()).not.toContain("\u001b");
    const quick = testWorld({ seconds: () => 1 });
    createProgress(quick).show("itch", 0.5);
    expect(quick.remarked()).toBe("");
  });

  it.each([NaN, -1, 2])("keeps the bar within its ends for %d", (fraction) => {
    const world = testWorld({ remarkIsTerminal: true });
    createProgress(world).show("x", fraction);
    expect(world.remarked()).toMatch(/\[[#-]{24}\] +(0|100) %/);
  });
});
