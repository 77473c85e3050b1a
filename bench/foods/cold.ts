/**
 * How long does the first meal take in a fresh process?
 *
 * Run by speed-part.ts in a process of its own: prints milliseconds from loading the everyday table and the reader to the first reading done.
 */
const started = performance.now();
const { everydayFoodTable } = await import("../../src/foods/everyday-table.ts");
const { createFoodIndex } = await import("../../src/foods/name-index.ts");
const { readMeal } = await import("../../src/foods/read-meal.ts");
const reading = readMeal("2 slices rye sourdough, a bowl of lentil soup, kefir", createFoodIndex(everydayFoodTable()));
process.stdout.write(`${String(performance.now() - started)} ${reading.state}\n`);

export {};
