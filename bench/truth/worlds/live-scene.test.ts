import { describe, expect, it } from "vitest";
import { chanceOf } from "../chance.ts";
import { drawKernel } from "../kernels.ts";
import { buildScene, usualLevers } from "./build-scene.ts";
import { changingScene, gainOf, nonlinearScene } from "./bent.ts";
import { endsScene } from "./ends.ts";
import { liveScene } from "./live-scene.ts";
import { sceneRunIn, type Scene } from "./scene.ts";
import { slowScene } from "./slow.ts";
import { momentsOf } from "../simulate.ts";

/**
 * Ratio of experiment to truth for the direct lever edges of these scenes, pooled in SDs. The experiment: the lever half an SD higher and half an SD
 * lower all the time, the same luck otherwise, difference of the mean records.
 */
function pooledRatio(draw: (turn: number) => Scene, turns: readonly number[]): number {
  const sums = { experiment: 0, truth: 0 };
  for (const turn of turns) {
    const scene = draw(turn);
    const { effects, lived } = liveScene(scene);
    const inDiary = (values: Float64Array | undefined): Float64Array =>
      (values ?? new Float64Array()).subarray(sceneRunIn, sceneRunIn + scene.days);
    for (const { from, to } of scene.edges.filter((edge) => scene.levers.some((lever) => lever.name === edge.from))) {
      const truth = effects.get(`${from}>${to}`) ?? 0;
      const { sd } = momentsOf(inDiary(lived.get(from)));
      const meanAt = (by: number): number =>
        momentsOf(inDiary(liveScene(scene, { lever: from, by }).lived.get(to))).mean;
      sums.truth += Math.abs(truth) * sd;
      sums.experiment += Math.sign(truth) * (meanAt(sd / 2) - meanAt(-sd / 2));
    }
  }
  return sums.experiment / sums.truth;
}

describe("the effect per unit of a lived scene", () => {
  it("is what an experiment finds that raises the lever all the time", () => {
    const draw = (turn: number): Scene => {
      const chance = chanceOf(`experiment ${String(turn)}`);
      const edges = [
        { from: "fibre", to: "skin", d: 0.45, kernel: drawKernel(chance, 0) },
        { from: "coffee", to: "gut", d: -0.45, kernel: drawKernel(chance, 0) },
      ];
      return buildScene(chance, { family: "long", variant: "", days: 365, levers: usualLevers(chance, 365), edges });
    };
    expect(Math.abs(pooledRatio(draw, [1, 2, 3]) - 1)).toBeLessThan(0.06); // rounding and cut ends take a little
  });

  it("is that of the experiment where outcomes pile up at an end, are graded or counted", () => {
    for (let arm = 0; arm < 9; arm += 1) {
      const ratio = pooledRatio((turn) => endsScene(arm, chanceOf(`ends ${String(arm)} ${String(turn)}`)), [1, 2]);
      expect(Math.abs(ratio - 1), `arm ${String(arm)}`).toBeLessThan(0.25); // counts have their own chance
    }
  });

  it("is that of the experiment for kernels of weeks", () => {
    expect(Math.abs(pooledRatio((turn) => slowScene(0, chanceOf(`slow ${String(turn)}`)), [1, 2]) - 1)).toBeLessThan(
      0.08,
    );
  });

  it("is near that of the experiment where doses are bent, and its mean over the diary where it changes", () => {
    const bent = pooledRatio((turn) => nonlinearScene(turn, chanceOf(`bent ${String(turn)}`)), [0, 1, 2]);
    expect(bent).toBeGreaterThan(0.75);
    expect(bent).toBeLessThan(1.4);
    const changing = pooledRatio((turn) => changingScene(turn, chanceOf(`changing ${String(turn)}`)), [0, 1, 2, 3]);
    expect(Math.abs(changing - 1)).toBeLessThan(0.08);
  });

  it("multiplies, for a changing effect, a regressor whose strength fades or starts as the arm says", () => {
    const fades = gainOf("fades", chanceOf("gain"), 365);
    expect(momentsOf(fades.subarray(sceneRunIn, sceneRunIn + 365)).mean).toBeCloseTo(1, 9);
    expect(fades[sceneRunIn] ?? 0).toBeGreaterThan(1.9);
    expect(fades[sceneRunIn + 364] ?? 9).toBeLessThan(0.02);
    const starts = gainOf("starts", chanceOf("gain"), 365);
    expect(starts[sceneRunIn + 100]).toBe(0);
    expect(starts[sceneRunIn + 364] ?? 0).toBeGreaterThan(1);
  });
});
