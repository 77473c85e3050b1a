/**
 * Which whole effects are worth telling without being asked?
 *
 * Levers that likely reach an outcome in some way, also when no single arrow between the two is clear: fibre may reach the skin only by
 * way of the gut. Skin first, then by probability. Levers that the diary cannot tell from others are left to their group.
 */
import { shownGroups } from "./group-words.ts";
import type { AnalysisDocument, DocumentResponse } from "./analysis-document.ts";
import { LIKELY_FROM } from "./verdict.ts";

/** At most `most` responses of levers with a probability of .8 or more. */
export function likelyResponses(
  document: Pick<AnalysisDocument, "responses" | "groups">,
  most: number,
): readonly DocumentResponse[] {
  const shared = new Set(shownGroups(document).flatMap((group) => group.from));
  return document.responses
    .filter((response) => response.fromRole === "lever" && !shared.has(response.from))
    .filter((response) => response.probability >= LIKELY_FROM)
    .sort(
      (a, b) =>
        Number(b.toRole === "skin") - Number(a.toRole === "skin") ||
        b.probability - a.probability ||
        (`${a.from}>${a.to}` < `${b.from}>${b.to}` ? -1 : 1),
    )
    .slice(0, most);
}
