/**
 * What is on the picture of the axis, before anyone knows where it stands?
 *
 * From the analysis document: which levers and outcomes are shown, which arrows are drawn, how wide and how
 * clear each one is, and how many pairs are only counted. Width = strength = square root of the share of
 * the outcome's ups and downs that goes with the arrow (comparable between outcomes of different units).
 * Fog = how wide the 95 % interval is beside the effect. Causes that the diary cannot tell apart stand as one box, "fibre or
 * vegetables", with one arrow.
 */
import type { AnalysisDocument, DocumentEdge, DocumentGroup, Verdict } from "../../insights/analysis-document.ts";

/** Where a thing stands on the picture. Stress, mood and sleep stand together. */
export type AxisPlace = "lever" | "gut" | "inflammation" | "skin" | "mind";

export type AxisTone = "lever" | "gut" | "inflammation" | "skin" | "stress" | "sleep";

export interface AxisNode {
  readonly id: string;
  readonly label: string;
  readonly place: AxisPlace;
  readonly tone: AxisTone;
}

export interface AxisArrow {
  /** `from>to`. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly tone: AxisTone;
  readonly verdict: Verdict;
  readonly dashed: boolean;
  /** 0-1. */
  readonly strength: number;
  /** 0 = crisp, 1 = the interval is as wide as the effect itself. */
  readonly fog: number;
  /** Effect of the example step, outcome units; null where no one size can be said (a group). */
  readonly effect: number | null;
  /** What a screen reader says: the insight's own sentence. */
  readonly sentence: string;
}

/** Pairs between two places of which nothing is drawn. */
export interface AxisRest {
  readonly from: AxisPlace;
  readonly to: AxisPlace;
  readonly count: number;
}

export interface AxisModel {
  readonly nodes: readonly AxisNode[];
  readonly arrows: readonly AxisArrow[];
  readonly rest: readonly AxisRest[];
  /** Levers that have no drawn arrow, and outcomes left out for room. */
  readonly otherLevers: number;
  readonly otherOutcomes: number;
}

const SHOWN_LEVERS = 10;
const SHOWN_PER_PLACE = 5;
const SHOWN_GROUPS = 4;
const placeOrder: readonly AxisPlace[] = ["lever", "gut", "inflammation", "skin", "mind"];

/**
 * The picture's content. Strong and likely arrows are solid, "maybe" dashed, all else is counted. Cost
 * O(edges).
 */
export function axisModelFrom(document: AnalysisDocument): AxisModel {
  const drawn = document.edges.filter(isDrawn).sort(strongerFirst);
  const groups = document.groups.filter(isDrawnGroup).slice(0, SHOWN_GROUPS);
  const keptLevers = uniqueNames(drawn.filter((edge) => placeOf(edge.fromRole) === "lever").map((edge) => edge.from));
  const shownLevers = keptLevers.slice(0, SHOWN_LEVERS);
  const outcomes = outcomeNodes(document, drawn, groups);
  const shownOutcomes = new Set(outcomes.map((node) => node.id));
  const shownGroups = groups.filter((group) => shownOutcomes.has(group.to));
  const nodes = [...leverNodes(drawn, shownLevers), ...shownGroups.map(groupNode), ...outcomes];
  const shown = new Set(nodes.map((node) => node.id));
  const arrows = [
    ...drawn.filter((edge) => shown.has(edge.from) && shown.has(edge.to)).map(arrowFrom),
    ...shownGroups.map((group) => groupArrow(group, document)),
  ];
  const withArrow = new Set([...shownLevers, ...shownGroups.flatMap((group) => group.from)]);
  const levers = uniqueNames(
    document.edges.filter((edge) => placeOf(edge.fromRole) === "lever").map((edge) => edge.from),
  );
  return {
    nodes,
    arrows,
    rest: restOf(document, arrows),
    otherLevers: levers.filter((name) => !withArrow.has(name)).length,
    otherOutcomes: document.outcomes.length - outcomes.length,
  };
}

/** True for the pairs that get an arrow of their own. */
export function isDrawn(edge: DocumentEdge): boolean {
  return !edge.toldInGroup && isSeen(edge.verdict);
}

/** True for the groups that get an arrow. */
export function isDrawnGroup(group: DocumentGroup): boolean {
  return isSeen(group.verdict);
}

function isSeen(verdict: Verdict): boolean {
  return verdict === "strong" || verdict === "likely" || verdict === "maybe";
}

/** The id of a group's arrow; never that of an edge. */
export function groupId(group: DocumentGroup): string {
  return `${eitherId(group)}>${group.to}`;
}

/** "Fibre or Vegetables"; of more than three the first two and a count. */
export function groupLabel(group: Pick<DocumentGroup, "fromLabels">): string {
  const labels = group.fromLabels;
  const named = labels.length > 3 ? [...labels.slice(0, 2), `${String(labels.length - 2)} more`] : labels;
  return `${named.slice(0, -1).join(", ")} or ${named[named.length - 1] ?? ""}`;
}

function eitherId(group: DocumentGroup): string {
  return `either ${JSON.stringify([group.to, ...group.from])}`;
}

/** Stands where its members stand; with the levers when they stand apart. */
function groupNode(group: DocumentGroup): AxisNode {
  const places = uniqueNames(group.fromRoles.map(placeOf));
  const role = group.fromRoles[0];
  const isTogether = places.length === 1 && role !== undefined;
  return {
    id: eitherId(group),
    label: groupLabel(group),
    place: isTogether ? placeOf(role) : "lever",
    tone: isTogether ? toneOf(role) : "lever",
  };
}

function groupArrow(group: DocumentGroup, document: AnalysisDocument): AxisArrow {
  const members = document.edges.filter((edge) => edge.to === group.to && group.from.includes(edge.from));
  return {
    id: groupId(group),
    from: eitherId(group),
    to: group.to,
    tone: groupNode(group).tone,
    verdict: group.verdict,
    dashed: group.verdict === "maybe",
    // together at least as strong as the strongest of them
    strength: Math.min(1, Math.sqrt(Math.max(0, ...members.map((edge) => edge.varianceShare)))),
    fog: 1,
    effect: null,
    sentence: group.sentence,
  };
}

/** `from>to`, the id of an arrow. */
export function edgeId(edge: { readonly from: string; readonly to: string }): string {
  return `${edge.from}>${edge.to}`;
}

function arrowFrom(edge: DocumentEdge): AxisArrow {
  const real = edge.effectIfReal;
  const size = Math.abs(real.mean);
  const halfWidth = (real.high95 - real.low95) / 2;
  return {
    id: edgeId(edge),
    from: edge.from,
    to: edge.to,
    tone: toneOf(edge.fromRole),
    verdict: edge.verdict,
    dashed: edge.verdict === "maybe",
    strength: Math.min(1, Math.sqrt(Math.max(0, edge.varianceShare))),
    fog: size > 0 ? Math.min(1, halfWidth / size) : 1,
    effect: real.mean * edge.exampleStep,
    sentence: edge.sentence,
  };
}

/** Levers that act on the skin stand first, on stress and sleep last: their arrows then cross least. */
function leverNodes(drawn: readonly DocumentEdge[], shown: readonly string[]): readonly AxisNode[] {
  const rank = (name: string): number => {
    const places = drawn.filter((edge) => edge.from === name).map((edge) => heightOf(placeOf(edge.toRole)));
    return places.reduce((sum, place) => sum + place, 0) / Math.max(1, places.length);
  };
  return [...shown]
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .flatMap((name) => {
      const edge = drawn.find((candidate) => candidate.from === name);
      return edge ? [{ id: name, label: edge.fromLabel, place: "lever" as const, tone: "lever" as const }] : [];
    });
}

function heightOf(place: AxisPlace): number {
  return place === "skin" ? 0 : place === "inflammation" ? 1 : place === "gut" ? 2 : 3;
}

function outcomeNodes(
  document: AnalysisDocument,
  drawn: readonly DocumentEdge[],
  groups: readonly DocumentGroup[],
): readonly AxisNode[] {
  const arrowsOf = (name: string): number =>
    drawn.filter((edge) => edge.from === name || edge.to === name).length +
    groups.filter((group) => group.to === name).length;
  return placeOrder.flatMap((place) =>
    document.outcomes
      .filter((outcome) => placeOf(outcome.role) === place)
      .map((outcome) => ({ outcome, arrows: arrowsOf(outcome.name) }))
      .sort((a, b) => b.arrows - a.arrows)
      .slice(0, SHOWN_PER_PLACE)
      .map(({ outcome }) => ({ id: outcome.name, label: outcome.label, place, tone: toneOf(outcome.role) })),
  );
}

function restOf(document: AnalysisDocument, arrows: readonly AxisArrow[]): readonly AxisRest[] {
  const drawnIds = new Set(arrows.map((arrow) => arrow.id));
  const counts = new Map<string, AxisRest>();
  const drawnPairs = new Set<string>();
  for (const edge of document.edges) {
    const [from, to] = [placeOf(edge.fromRole), placeOf(edge.toRole)];
    const key = `${from}>${to}`;
    if (drawnIds.has(edgeId(edge)) || edge.toldInGroup) drawnPairs.add(key);
    if (from === to) continue;
    counts.set(key, { from, to, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts].filter(([key]) => !drawnPairs.has(key)).map(([, rest]) => rest);
}

function strongerFirst(a: DocumentEdge, b: DocumentEdge): number {
  return b.probability - a.probability || b.varianceShare - a.varianceShare || (edgeId(a) < edgeId(b) ? -1 : 1);
}

function uniqueNames<Name extends string>(names: readonly Name[]): readonly Name[] {
  return [...new Set(names)];
}

function placeOf(role: DocumentEdge["fromRole"]): AxisPlace {
  switch (role) {
    case "gut":
    case "skin":
    case "inflammation":
      return role;
    case "stress":
    case "sleep":
      return "mind";
    case "lever":
    case "context":
      return "lever";
  }
}

function toneOf(role: DocumentEdge["fromRole"]): AxisTone {
  return role === "context" ? "lever" : role;
}
