/**
 * How is it said that the diary shows something, but not by which of several causes?
 *
 * One finding with all the names. Its verdict follows the table of verdict.ts, with the probability of "at least one of them";
 * it never says "none", because a group is only made where something is seen together.
 */
import type { InseparableGroup } from "../engine/posterior.ts";
import type { AnalysisDocument, DocumentGroup, Verdict } from "./analysis-document.ts";
import { chanceText } from "./numbers.ts";
import { capitalised, eitherOf } from "./spoken.ts";
import { LIKELY_FROM, MAYBE_FROM, STRONG_FROM } from "./verdict.ts";

/** The word for a group: strong, likely, maybe, or not enough data. */
export function groupVerdict(group: InseparableGroup): Verdict {
  const probability = group.probabilityAny;
  if (group.reported && probability >= STRONG_FROM) return "strong";
  if (group.reported && probability >= LIKELY_FROM) return "likely";
  return group.reported || probability >= MAYBE_FROM ? "maybe" : "not-enough-data";
}

/** One plain sentence; `names` and `outcome` as they stand inside sentences. */
export function groupSentence(group: InseparableGroup, names: readonly string[], outcome: string): string {
  const which = names.length === 2 ? "which of the two" : `which of these ${String(names.length)}`;
  const start = capitalised(eitherOf(names));
  const chance = `${chanceText(group.probabilityAny)} for at least one of them`;
  switch (groupVerdict(group)) {
    case "strong":
      return `${start} went together with ${outcome}, a strong sign (${chance}); your diary cannot say ${which}.`;
    case "likely":
      return `${start} likely went together with ${outcome} (${chance}); your diary cannot say ${which}.`;
    case "maybe":
      return `${start} may go together with ${outcome} (${chance}); your diary cannot say ${which}.`;
    case "none":
    case "not-enough-data":
      return `${start} moved so much alike that your diary could not tell ${which} goes with ${outcome} (${chance}).`;
  }
}

/** Groups that lists and pictures show. */
export function shownGroups(document: Pick<AnalysisDocument, "groups">): readonly DocumentGroup[] {
  return document.groups.filter((group) => group.verdict !== "not-enough-data");
}

/** Said beside what one member goes with; `others` as they stand inside sentences. */
export function sharedHint(name: string, others: readonly string[]): string {
  const other = eitherOf(others);
  return `Your diary cannot tell ${name} from ${other}, so what is said here may belong to ${other}.`;
}

/** What would tell them apart; the causes can be varied. */
export function groupSurer(names: readonly string[]): string {
  return `Days with more of one but not of the others (${eitherOf(names)}) would tell them apart.`;
}
