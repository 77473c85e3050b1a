/**
 * How is one cell of the evidence matrix said in a sentence, and how are its two ends called?
 *
 * Counts, never a verdict on a product: how many studies show an effect and how many none, how sure, how many are not checked.
 */
import type { EvidenceCell } from "../evidence/matrix.ts";
import { leverByCode } from "../evidence/levers.ts";
import { nothingFoundWords } from "./evidence-words.ts";

const ENDS: Readonly<Record<string, string>> = {
  dryness: "dry skin",
  ibd: "inflammatory bowel disease",
  crohn: "Crohn's disease",
  "ulcerative-colitis": "ulcerative colitis",
  ibs: "irritable bowel (IBS)",
  sibo: "bacterial overgrowth (SIBO)",
  "gut-bacteria": "gut bacteria",
  "gut-barrier": "the gut wall",
  "gut-inflammation": "inflamed gut",
  "food-allergy": "food allergy",
  "food-sensitisation": "food sensitisation",
  stress: "stress and low mood",
};

/** Name of what a cell begins with (a lever or a skin state), as it stands inside a sentence. */
export function nameOfStart(code: string): string {
  return leverByCode(code)?.label ?? code;
}

/** Name of what a cell ends with: a skin condition, or an outcome in gut or mind. */
export function nameOfEnd(code: string): string {
  return ENDS[code] ?? nameOfStart(code);
}

/** "omega-3 and psoriasis". */
export function pairName({ from, to }: Pick<EvidenceCell, "from" | "to">): string {
  return `${nameOfStart(from)} and ${nameOfEnd(to)}`;
}

/** One or two sentences about a cell. */
export function cellSentence(cell: EvidenceCell): string {
  const pair = pairName(cell);
  switch (cell.finding) {
    case "no-trial-found":
      return nothingFoundWords(pair);
    case "only-association":
      return cell.hits + cell.nulls === 0
        ? `No trial was found for ${pair}. Only opinions, advice or animal work are recorded.`
        : `No trial was found for ${pair}. People were only watched: ${countsOf(cell, "in which they went together", "without a link")}.`;
    case "unverified-only":
      return `Trials on ${pair} are recorded, but none of them is checked against its source yet, so nothing is claimed.`;
    case "favours":
    case "against":
    case "mixed":
    case "null":
      return `Trials looked at ${pair}: ${countsOf(cell, "with an effect", "with none")}.`;
  }
}

function countsOf({ hits, nulls }: EvidenceCell, hit: string, none: string): string {
  const studies = (count: number): string => (count === 1 ? "1 study" : `${String(count)} studies`);
  return `${studies(hits)} ${hit}, ${studies(nulls)} ${none}`;
}

/** "low", "low to moderate": the span of grades in a cell; "" when there is none. */
export function certaintySpan(certainty: EvidenceCell["certainty"]): string {
  const [best] = certainty;
  const worst = certainty.at(-1);
  if (best === undefined || worst === undefined) return "";
  return best === worst ? best : `${worst} to ${best}`;
}
