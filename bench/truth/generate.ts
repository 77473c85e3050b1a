/**
 * How is a diary with a known answer made?
 *
 * `makeDiary(family, seed)` draws a world, lives it and blanks some cells. Same family and seed, same diary. Odd seeds are for development,
 * even seeds for figures that are quoted; the seed also turns the arms of a family in order, so that odd and even seeds see every arm. Nothing here
 * imports the engine or its mathematics.
 */
import { chanceOf } from "./chance.ts";
import { makeClassicDiary } from "./classic-diary.ts";
import type { Family, TruthDiary, WorldFamily } from "./diary.ts";
import { changingScene, nonlinearScene } from "./worlds/bent.ts";
import { confoundedScene } from "./worlds/confounded.ts";
import { correlatedScene } from "./worlds/correlated.ts";
import { endsScene } from "./worlds/ends.ts";
import { impreciseScene } from "./worlds/imprecise.ts";
import { longScene } from "./worlds/long.ts";
import { mechanisticDiary } from "./worlds/mechanistic/mechanistic.ts";
import { rareScene } from "./worlds/rare.ts";
import type { Scene } from "./worlds/scene.ts";
import { diaryOf } from "./worlds/scene-diary.ts";
import { shocksScene } from "./worlds/shocks.ts";
import { slowScene } from "./worlds/slow.ts";
import { varDiary } from "./worlds/var.ts";
import type { Chance } from "./chance.ts";

/** The diary of this family and seed. Cost: 3 to 30 ms per year of days. */
export function makeDiary(family: Family, seed: number): TruthDiary {
  const turn = Math.floor(seed / 2);
  switch (family) {
    case "null":
    case "main":
    case "hard":
    case "weak":
    case "short":
    case "two-way":
    case "missing":
      return makeClassicDiary(family, seed);
    case "long":
      return fromScene(family, seed, longScene);
    case "slow":
      return fromScene(family, seed, slowScene);
    case "confounded":
      return fromScene(family, seed, confoundedScene);
    case "correlated":
      return fromScene(family, seed, correlatedScene);
    case "ends":
      return fromScene(family, seed, endsScene);
    case "shocks":
      return fromScene(family, seed, shocksScene);
    case "nonlinear":
      return fromScene(family, seed, nonlinearScene);
    case "changing":
      return fromScene(family, seed, changingScene);
    case "rare":
      return fromScene(family, seed, rareScene);
    case "imprecise":
      return fromScene(family, seed, impreciseScene);
    case "var":
      return varDiary(turn, seed, chanceOf(`var ${String(seed)}`));
    case "mechanistic":
      return mechanisticDiary(turn, seed, chanceOf(`mechanistic ${String(seed)}`));
  }
}

function fromScene(family: WorldFamily, seed: number, draw: (turn: number, chance: Chance) => Scene): TruthDiary {
  const chance = chanceOf(`${family} ${String(seed)}`);
  return diaryOf(draw(Math.floor(seed / 2), chance), seed, chance);
}

/** The same diary with one column's recorded values put in random order (a control: its edges must vanish). */
export function shuffleColumn(diary: TruthDiary, name: string, seed: number): TruthDiary {
  const chance = chanceOf(`shuffle ${String(seed)}`);
  const columns = diary.table.columns.map((column) => {
    if (column.name !== name) return column;
    const known = chance.sample(
      [...column.values].filter((value) => !Number.isNaN(value)),
      column.values.length,
    );
    let next = 0;
    const values = column.values.map((value) => {
      if (Number.isNaN(value)) return value;
      next += 1;
      return known[next - 1] ?? Number.NaN;
    });
    return { ...column, values };
  });
  return { ...diary, table: { ...diary.table, columns } };
}
