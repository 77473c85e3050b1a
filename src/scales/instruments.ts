/**
 * Which instruments are there?
 *
 * The one list behind scoring, `gutskin score --list`, screens and import. The order is that of the topics; ids never change meaning.
 */
import { cass, gags, igaAcne, lesionCount } from "./acne.ts";
import { areaScoreInstrument } from "./area-score.ts";
import { ods, srrc } from "./dryness.ts";
import { easi } from "./easi.ts";
import { itch, poem, vigaAd } from "./eczema.ts";
import { gsrs, gsrsIbs, ibsSss, stoolForm } from "./gut.ts";
import type { Instrument } from "./instrument.ts";
import { pasi, psi, pssi, sapasi } from "./psoriasis.ts";
import { dlqi, skindex16, skindex29 } from "./quality-of-life.ts";
import { cea, psaRedness, redness, rosaqol } from "./rosacea.ts";
import { objectiveScorad, scorad, scoradSelf } from "./scorad.ts";
import { psqi } from "./sleep.ts";
import { pss10, pss4 } from "./stress.ts";

/** Every instrument of the product. */
export const instruments: readonly Instrument[] = [
  ...[itch, poem, scorad, objectiveScorad, scoradSelf, easi, vigaAd],
  ...[pasi, sapasi, pssi, psi, areaScoreInstrument],
  ...[lesionCount, gags, cass, igaAcne],
  ...[redness, cea, psaRedness, rosaqol],
  ...[ods, srrc],
  ...[dlqi, skindex16, skindex29],
  ...[stoolForm, ibsSss, gsrs, gsrsIbs],
  ...[pss10, pss4, psqi],
];

/** The instrument with this id, upper or lower case; null when there is none. */
export function instrumentById(id: string): Instrument | null {
  const wanted = id.toLowerCase();
  return instruments.find((instrument) => instrument.id === wanted) ?? null;
}
