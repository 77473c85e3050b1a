/**
 * When are two writings the same entry?
 *
 * A once-a-day answer has an id made from what it answers, so that two devices meet in one entry and show "two values"
 * instead of two entries averaged in silence; an imported row has an id made from its source and key, so that
 * importing twice adds nothing; events (meals, notes) get random ids, because two meals are two meals (storage.md 1.3).
 * Ids are the first 128 bits of SHA-256 over the canonical JSON of the parts, 32 hex characters.
 */
import { assertDefect } from "../base/defect.ts";
import { canonicalText } from "./canonical.ts";
import type { Entry } from "./entry.ts";
import { bytesToHex } from "./hex.ts";
import type { Sha256 } from "./op.ts";
import { encodeUtf8 } from "./utf8.ts";

/** True for 32 lower-case hex characters: the form of person, device and entry ids. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{32}$/.test(text);
}

/**
 * The id that this entry must have by what it says, or null for events, whose id is random.
 * Deterministic for `answer` (item, day, slot), `dayComplete` (day, group), `score` (instrument, rater, day), `profile` (one per person),
 * `safetyAnswer` (fact), `professionalWord` (experiment, day), `foodChoice` (phrase, unit), `ownFood` and `customVariable` (their id).
 */
export function fixedEntryId(person: string, entry: Entry, sha256: Sha256): string | null {
  switch (entry.kind) {
    case "answer":
      return idOfParts([person, "answer", entry.item, entry.day, entry.slot ?? ""], sha256);
    case "dayComplete":
      return idOfParts([person, "dayComplete", entry.day, entry.group], sha256);
    case "customVariable":
      return idOfParts([person, "customVariable", entry.id], sha256);
    case "score":
      return idOfParts([person, "score", entry.instrument, entry.rater, entry.day], sha256);
    case "profile":
      return idOfParts([person, "profile"], sha256);
    case "safetyAnswer":
      return idOfParts([person, "safetyAnswer", entry.fact], sha256);
    case "professionalWord":
      return idOfParts([person, "professionalWord", entry.experiment, entry.day], sha256);
    case "foodChoice":
      return idOfParts([person, "foodChoice", entry.phrase, entry.unit ?? ""], sha256);
    case "ownFood":
      return idOfParts([person, "ownFood", entry.id], sha256);
    default:
      return null;
  }
}

/**
 * The id of an imported row. `source`: importer name; `key`: the row's own key, or the canonical row plus the count of its
 * earlier twins in the file. Texts must be storable (no lone surrogate, no U+0000): anything else is a `Defect`.
 */
export function importedEntryId(person: string, source: string, key: string, sha256: Sha256): string {
  return idOfParts([person, "import", source, key], sha256);
}

/** A random id from 16 random bytes. */
export function randomEntryId(sixteenBytes: Uint8Array): string {
  assertDefect(sixteenBytes.length === 16, "an id needs 16 random bytes");
  return bytesToHex(sixteenBytes);
}

function idOfParts(parts: readonly string[], sha256: Sha256): string {
  const text = canonicalText(parts);
  assertDefect(text.ok, "id parts are storable text");
  return bytesToHex(sha256(encodeUtf8(text.value)).subarray(0, 16));
}
