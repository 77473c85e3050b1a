import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { dayOf } from "../../test/support/replicas.ts";
import type { Entry, ProfileEntry } from "./entry.ts";
import type { EntryView } from "./store.ts";
import { changedProfile, conditionsIn, conditionsOfNote, profileIn, WATCH_NOTE_ID } from "./profile.ts";

const [first, later, last] = [dayOf("2026-11-01"), dayOf("2026-11-10"), dayOf("2026-11-22")];
const view = (entry: Entry, id = "0".repeat(32), hidden = false): EntryView => ({
  id,
  entry,
  hidden,
  conflicts: [],
  heads: [],
});
const note = (text: string): Entry => ({ kind: "note", day: first, text, source: "app" });

describe("what is true of the person", () => {
  it("keeps what a change does not name, and takes back what it names as null", () => {
    const one = changedProfile(null, { conditions: ["eczema"], birthYear: 1990, region: "GB" }, first, "cli");
    const two = changedProfile(one, { birthYear: null, heightCentimetres: 170 }, later);
    expect(two).toEqual({
      kind: "profile",
      day: later,
      conditions: ["eczema"],
      heightCentimetres: 170,
      region: "GB",
      source: "cli",
    });
  });

  it("dates the list of medicines, and a second time only when a name is new", () => {
    const none = changedProfile(null, { medicines: [] }, first);
    expect([none.medicinesDay, none.newMedicineDay]).toEqual([first, undefined]);
    const one = changedProfile(none, { medicines: ["Rinvoq 15 mg"] }, later);
    expect([one.medicinesDay, one.newMedicineDay]).toEqual([later, later]);
    const again = changedProfile(one, { medicines: [" rinvoq  15 MG"] }, last);
    expect([again.medicinesDay, again.newMedicineDay]).toEqual([last, later]);
    const height = changedProfile(one, { heightCentimetres: 170 }, last);
    expect([height.medicinesDay, height.newMedicineDay]).toEqual([later, later]);
    expect(changedProfile(one, { medicines: null }, last)).toEqual({
      kind: "profile",
      day: last,
      newMedicineDay: later,
    });
  });

  it("is found among the entries, deleted ones passed over", () => {
    const profile: ProfileEntry = { kind: "profile", day: first, birthYear: 1990 };
    expect(profileIn([note("x"), profile])).toBe(profile);
    expect(profileIn([view(profile, undefined, true)])).toBe(null);
  });
});

describe("the chosen conditions", () => {
  it("come from the profile, else from the old note, and from no other note", () => {
    const old = view(note("What I watch: eczema, the moon"), WATCH_NOTE_ID);
    expect(conditionsIn([old])).toEqual(["eczema"]);
    expect(conditionsIn([old, view({ kind: "profile", day: first, birthYear: 1990 })])).toEqual(["eczema"]);
    expect(conditionsIn([old, view({ kind: "profile", day: first, conditions: [] })])).toEqual([]);
    expect(conditionsIn([view(note("What I watch: eczema")), note("What I watch: acne")])).toBe(null);
    expect(conditionsIn([view(note("What I watch: eczema"), WATCH_NOTE_ID, true)])).toBe(null);
  });

  it("are read from the old note as it was written", () => {
    expect(conditionsOfNote("What I watch: acne, rosacea, dryness")).toEqual(["acne", "rosacea", "dryness"]);
    expect(conditionsOfNote("What I watch: nothing chosen")).toEqual([]);
    expect(conditionsOfNote("eczema, acne")).toEqual([]);
    expect(createHash("sha256").update("gutskin what I watch").digest("hex").slice(0, 32)).toBe(WATCH_NOTE_ID);
  });
});
