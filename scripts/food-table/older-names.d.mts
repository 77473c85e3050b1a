export const olderNames: ReadonlyMap<string, readonly string[]>;
