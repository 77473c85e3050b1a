/**
 * The public door of gutskin: re-exports only. App and CLI import everything from here.
 */
export * from "../base/day.ts";
export * from "../base/defect.ts";
export * from "../base/result.ts";
export * from "../base/schema.ts";
export * from "../journal/canonical.ts";
export * from "../journal/catalogue.ts";
export * from "../journal/cells.ts";
export * from "../journal/draft-schema.ts";
export * from "../journal/entry.ts";
export * from "../journal/entry-id.ts";
export * from "../journal/entry-order.ts";
export * from "../journal/entry-schema.ts";
export * from "../journal/journal-export.ts";
export * from "../journal/memory-store.ts";
export * from "../journal/merge.ts";
export * from "../journal/op.ts";
export * from "../journal/plausibility.ts";
export * from "../journal/store.ts";
export * from "../journal/utf8.ts";
export * from "../journal/variable.ts";
