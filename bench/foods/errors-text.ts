/**
 * Which errors would it pay to mend first?
 *
 * A plain list for whoever improves the reader; never committed, because it quotes other people's diaries.
 */
import type { FoodRun } from "./page.ts";

/** The worst errors of the main reader, part by part. */
export function errorsText(run: FoodRun): string {
  const phrases = (run.phrases?.verdicts ?? [])
    .filter((verdict) => !verdict.isHeldBack)
    .flatMap((verdict) => [
      ...verdict.foods
        .filter((food) => !food.isTop1)
        .map(
          (food) =>
            `${food.isTop3 ? "in top 3" : "MISSED"}\t[${food.kind}] ${food.phrase}\t"${food.words}"\t-> ${food.answer}`,
        ),
      ...verdict.foods
        .filter((food) => food.areGramsPlausible === false)
        .map(
          (food) =>
            `grams ${(food.grams ?? 0).toFixed(0)}\t[${food.kind}] ${food.phrase}\t"${food.words}"\t-> ${food.answer}`,
        ),
      ...(verdict.hasForbidden ? [`FORBIDDEN food there\t${verdict.phrase}`] : []),
      ...(verdict.extraItems > 0 ? [`extra items ${String(verdict.extraItems)}\t${verdict.phrase}`] : []),
    ]);
  const entries = (run.diary?.entries ?? []).map((entry, at) => ({ entry, guess: run.diary?.guesses[at] }));
  const fibre = [...entries]
    .flatMap(({ entry, guess }) =>
      entry.fibreGrams === null ? [] : [{ entry, guess, error: (guess?.fibreGrams ?? 0) - entry.fibreGrams }],
    )
    .sort((a, b) => Math.abs(b.error) - Math.abs(a.error))
    .slice(0, 60)
    .map(
      ({ entry, guess, error }) =>
        `${error.toFixed(1)} g\tperson ${entry.person}\t${entry.text}\tref ${String(entry.fibreGrams)} g, ${String(entry.kcal ?? "?")} kcal\tsaid ${(guess?.kcal ?? 0).toFixed(0)} kcal -> ${guess?.answer ?? "-"}`,
    );
  const energy = entries
    .flatMap(({ entry, guess }) =>
      entry.kcal === null || entry.kcal <= 0 || guess === undefined
        ? []
        : [{ entry, guess, factor: guess.kcal / entry.kcal }],
    )
    .filter(({ factor }) => factor < 1 / 1.5 || factor > 1.5)
    .sort((a, b) => distance(b.factor) - distance(a.factor))
    .map(
      ({ entry, guess, factor }) =>
        `x${factor.toFixed(2)}\t${entry.text}\tref ${String(entry.kcal)} kcal\t-> ${guess.answer}`,
    );
  const amounts = (run.amounts?.misses ?? []).map(
    ({ line, read }) =>
      `${line.source}\t${line.sentence}\tlabel ${line.quantities.join(" ")} ${line.units.join(" ")}\tread ${String(read.quantity)} ${String(read.unit)}`,
  );
  const part = (title: string, lines: readonly string[]): string =>
    `== ${title} (${String(lines.length)})\n${lines.join("\n")}\n\n`;
  return [
    part("Phrases: development and the open half; errors of the other half are held back on purpose", phrases),
    part("Diary, fibre per entry", fibre),
    part("Diary, energy outside x1.5", energy),
    part("Recipe lines", amounts),
    part("Coded names, signed fibre per day", run.coded?.worst ?? []),
  ].join("");
}

function distance(factor: number): number {
  return factor <= 0 ? Number.POSITIVE_INFINITY : Math.abs(Math.log(factor));
}
