/** Types of lay-out.mjs for the tests. */
import type { CompactFoods } from "../../src/foods/decode-table.ts";
import type { BuiltFood } from "./build-table.d.mts";
export declare function layOut(foods: readonly BuiltFood[], nutrients: readonly string[]): CompactFoods;
