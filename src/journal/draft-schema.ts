/**
 * Is this unknown value (from HTTP, a worker message) a list of drafts?
 *
 * Shape of the envelope only: action, id, seen, supersede, settle. The entry inside is checked by `checkEntry` when it is
 * written, so that its errors name the draft and the field.
 */
import * as z from "zod/mini";
import { schemaOf, type Schema } from "../base/schema.ts";
import type { Entry } from "./entry.ts";
import type { Draft } from "./store.ts";

const id = z.string().check(z.regex(/^[0-9a-f]{32}$/));
const seen = z.exactOptional(z.array(z.string().check(z.regex(/^[0-9a-f]{32}:[1-9]\d{0,15}$/))));

const draft = z.discriminatedUnion("action", [
  z.strictObject({
    action: z.literal("put"),
    id: z.exactOptional(id),
    // any object: the store checks it with `checkEntry`, whose errors are better than a mismatch here
    entry: z.custom<Entry>((value: unknown) => typeof value === "object" && value !== null),
    seen,
    supersede: z.exactOptional(z.boolean()),
    settle: z.exactOptional(z.array(z.string())),
  }),
  z.strictObject({ action: z.enum(["delete", "restore"]), id, seen }),
]);

/** A list of drafts as a front door receives it. */
export const draftsSchema: Schema<readonly Draft[]> = schemaOf<readonly Draft[]>("drafts", z.array(draft));
