import { describe, expect, it } from "vitest";
import { dayFromNumber } from "../base/day.ts";
import { decideDateColumn, readDate } from "./dates.ts";

const LAST = 30_000;
const dayOf = (cell: string, order: "ymd" | "dmy" | "mdy") => {
  const number = readDate(cell, order, LAST);
  return number === null ? null : String(dayFromNumber(number));
};

describe("dates", () => {
  it("knows the four forms", () => {
    expect(decideDateColumn(["2025-01-31", "", "2025-02-01"], false)).toMatchObject({ form: "ymd", order: "ymd" });
    expect(decideDateColumn(["31.01.2025", "1.2.2025"], false)).toMatchObject({ form: "dotted", order: "dmy" });
    expect(decideDateColumn(["01/02/2025", "31/01/2025"], false)).toMatchObject({ order: "dmy", proven: true });
    expect(decideDateColumn(["01/02/2025", "01/31/2025"], false)).toMatchObject({ order: "mdy", proven: true });
    expect(decideDateColumn(["01-31-2025"], false)).toMatchObject({ order: "mdy" });
  });

  it("hands both readings back when nothing proves the order", () => {
    expect(decideDateColumn(["05/05/2025", "03/04/2025"], false)).toEqual({
      type: "OrderAmbiguous",
      index: 1,
      dayFirst: "2025-04-03",
      monthFirst: "2025-03-04",
    });
  });

  it("needs no proof when both readings are the same", () => {
    expect(decideDateColumn(["05/05/2025"], false)).toMatchObject({ type: "Known", proven: false });
  });

  it("refuses mixed forms and contradicting orders with the first cell that differs", () => {
    expect(decideDateColumn(["2025-01-01", "", "02.01.2025"], false)).toMatchObject({ type: "Mixed", index: 2 });
    expect(decideDateColumn(["13/01/2025", "01/13/2025"], false)).toMatchObject({ type: "Mixed", index: 1 });
    expect(decideDateColumn(["01/13/2025", "13/01/2025"], false)).toMatchObject({ type: "Mixed", index: 1 });
  });

  it("names the first cell of no known form", () => {
    expect(decideDateColumn(["2025-01-01", "yesterday"], false)).toEqual({ type: "Unknown", index: 1 });
    expect(decideDateColumn(["1/2/25"], false)).toEqual({ type: "Unknown", index: 0 });
    expect(decideDateColumn([], false)).toEqual({ type: "Unknown", index: 0 });
    expect(decideDateColumn(["2025-01-01", "2025-01-02", "?"], true)).toMatchObject({ type: "Known" });
    expect(decideDateColumn(["2025-01-01", "?", "??"], true)).toMatchObject({ type: "Unknown", index: 1 });
  });

  it("reads days, leap days and midnight times", () => {
    expect(dayOf("2024-02-29", "ymd")).toBe("2024-02-29");
    expect(dayOf("29.2.2024", "dmy")).toBe("2024-02-29");
    expect(dayOf("2/29/2024", "mdy")).toBe("2024-02-29");
    expect(dayOf("2025-10-26 00:00:00", "ymd")).toBe("2025-10-26");
    expect(dayOf("2025/10/26", "ymd")).toBe("2025-10-26");
  });

  it.each([
    ["2025-02-30", "ymd"],
    ["2025-02-29", "ymd"],
    ["1999-12-31", "ymd"],
    ["9999-01-01", "ymd"],
    ["0000-01-01", "ymd"],
    ["31/04/2025", "dmy"],
    ["04/31/2025", "mdy"],
    ["2025-01-01 08:30", "ymd"],
    ["20250101", "ymd"],
  ] as const)("refuses %s", (cell, order) => {
    expect(dayOf(cell, order)).toBeNull();
  });
});
