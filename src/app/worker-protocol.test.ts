import { describe, expect, it } from "vitest";
import { dayOf } from "../../test/support/replicas.ts";
import { unknownFacts } from "../lib/index.ts";
import { isWorkerReply, isWorkerTask } from "./worker-protocol.ts";

const table = { firstDayNumber: 0, dayCount: 0, calendar: "date", columns: [] };

const facts = structuredClone(unknownFacts(dayOf("2026-11-22")));

describe("messages between page and worker", () => {
  it("takes the three tasks and nothing else", () => {
    expect(isWorkerTask({ task: "table", entries: [] })).toBe(true);
    expect(isWorkerTask({ task: "demo", seed: 1 })).toBe(true);
    expect(
      isWorkerTask({ task: "analyse", table, facts, conditions: [], seed: 1, missingOutcomes: "worse-days" }),
    ).toBe(true);
    for (const other of [
      null,
      "analyse",
      {},
      { task: "analyse", table, facts, conditions: [], seed: 1 },
      { task: "analyse", table, facts, conditions: [], missingOutcomes: "ignorable" },
      { task: "analyse", table, seed: 1, missingOutcomes: "ignorable" },
      { task: "analyse", table, facts: { today: "tomorrow", answers: {} }, seed: 1, missingOutcomes: "ignorable" },
      { task: "eval", code: "1" },
      { task: "table" },
    ]) {
      expect(isWorkerTask(other)).toBe(false);
    }
  });

  it("takes a first look only when it is flagged so, and a full answer only when it is not", () => {
    const document = (preview: boolean): unknown => ({ schema: "gutskin.analysis/1", preview });
    expect(isWorkerReply({ kind: "preview", document: document(true) })).toBe(true);
    expect(isWorkerReply({ kind: "preview", document: document(false) })).toBe(false);
    expect(isWorkerReply({ kind: "document", document: document(true) })).toBe(false);
  });

  it("takes progress, result, named error and fault and nothing else", () => {
    expect(isWorkerReply({ kind: "progress", fraction: 0.5, outcome: "itch" })).toBe(true);
    expect(isWorkerReply({ kind: "document", document: { schema: "gutskin.analysis/1", preview: false } })).toBe(true);
    expect(isWorkerReply({ kind: "error", error: { type: "NoOutcome" } })).toBe(true);
    expect(isWorkerReply({ kind: "error", error: {} })).toBe(false);
    expect(isWorkerReply({ kind: "fault", text: "x" })).toBe(true);
    for (const other of [undefined, { kind: "progress" }, { kind: "document", document: { schema: "other/9" } }, 4]) {
      expect(isWorkerReply(other)).toBe(false);
    }
  });
});
