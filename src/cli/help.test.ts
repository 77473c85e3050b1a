import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cliPage } from "./help-page.ts";
import { overviewText } from "./help.ts";
import { commands } from "./commands.ts";

describe("help", () => {
  it("is what docs/user/cli.md shows", () => {
    const page = readFileSync(new URL("../../docs/user/cli.md", import.meta.url), "utf8");
    expect(page, "write it anew: node bin/gutskin.js help --page > docs/user/cli.md").toBe(cliPage());
  });

  it("names every command once and stays within 100 characters a line", () => {
    const text = overviewText("1.2.3");
    for (const command of commands.filter((one) => one.name !== "serve"))
      expect(text).toContain(`\n  ${command.name} `);
    expect(text.split("\n").filter((line) => line.length > 100)).toEqual([]);
  });
});
