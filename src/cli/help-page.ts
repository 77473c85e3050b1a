/**
 * What does docs/user/cli.md say?
 *
 * The page is made from the commands themselves (`gutskin help --page`), so that it cannot fall behind; a test compares.
 */
import { commandText, exitCodeLines, overviewText } from "./help.ts";
import { commands } from "./commands.ts";

/** The page as Markdown. */
export function cliPage(): string {
  const sections = commands.map((command) => [
    `## ${command.name === "serve" ? "gutskin (no command)" : `gutskin ${command.name}`}`,
    "",
    block(commandText(command)),
    "",
  ]);
  return [
    "# The command line",
    "",
    "<!-- Written by `gutskin help --page`. Change src/cli/commands.ts instead. -->",
    "",
    "The page in the browser and the terminal work on the same journal, also at the same time.",
    "",
    "- The answer goes to standard output, everything else (progress, time, hints) to standard error.",
    '- `--json` gives the answer as one JSON value, and an error as `{"error", "sentence", "mend", "exitCode"}`.',
    "- Long work shows a bar on a terminal and a line every ten seconds elsewhere. Ctrl-C stops it; nothing is half-written.",
    "- The journal is in the folder that `--data FOLDER` or the environment variable `GUTSKIN_HOME` names, else in",
    "  `~/.local/share/gutskin` (Linux), `~/Library/Application Support/gutskin` (macOS) or `%LOCALAPPDATA%\\gutskin` (Windows).",
    "",
    "## Exit codes",
    "",
    block(`${exitCodeLines().join("\n")}\n`),
    "",
    ...sections.flat(),
    "## All of it at a glance",
    "",
    block(overviewText("VERSION")),
    "",
  ].join("\n");
}

function block(text: string): string {
  return `\`\`\`text\n${text}\`\`\``;
}
