import { describe, expect, it } from "vitest";
import { evidenceLevers, evidenceRecords } from "../../../lib/index.ts";
import { cellsOf, knownMatrix, learnHash, learnPage, placeOfRecord, recordsBeside } from "./known-evidence.ts";
import { parseRoute } from "../../shell/route.ts";

describe("the pages of Learn", () => {
  it("hold every record of the evidence, in a cell or on the page of its lever", () => {
    const reached = new Set(
      evidenceLevers.flatMap(({ code }) => [
        ...cellsOf(code).flatMap((cell) => cell.records),
        ...recordsBeside(code).map((record) => record.id),
      ]),
    );
    expect(evidenceRecords().filter((record) => !reached.has(record.id))).toEqual([]);
    expect(reached.size).toBe(127);
  });

  it("can be opened under the address that they are linked by", () => {
    const { toSkin, fromSkin } = knownMatrix();
    for (const cell of [...toSkin, ...fromSkin]) {
      const { detail, within } = parseRoute(learnHash(cell.from, cell.to));
      expect(learnPage(detail ?? "", within)).toMatchObject({ page: "cell", cell: { from: cell.from, to: cell.to } });
    }
    for (const record of evidenceRecords()) {
      const { detail, within } = parseRoute(placeOfRecord(record));
      const page = learnPage(detail ?? "", within);
      expect(["cell", "lever"], record.id).toContain(page.page);
    }
  });

  it("show the overview for an address that names nothing, and say so", () => {
    expect(learnPage()).toEqual({ page: "overview", way: "to-skin", isUnknown: false });
    expect(learnPage("from-skin")).toEqual({ page: "overview", way: "from-skin", isUnknown: false });
    for (const [first, second] of [["tea", null], ["tea", "acne"], ["probiotic", "tea"]] as const) {
      expect(learnPage(first, second)).toEqual({ page: "overview", way: "to-skin", isUnknown: true });
    }
  }); // prettier-ignore
});
