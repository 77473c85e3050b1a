/** Types of food-kinds.mjs for the tests. */
import type { KindOfFood } from "./word-traits.d.mts";
export declare const kinds: ReadonlyMap<string, KindOfFood & { readonly weight: number; readonly portion: number }>;
