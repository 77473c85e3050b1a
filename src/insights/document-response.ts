/**
 * How do whole effects of levers, and groups that cannot be told apart, stand in the document?
 *
 * Pairs that are true by construction are left out here as everywhere (tautology.ts). Members of a group that is shown are told only
 * there.
 */
import type { DailyTable } from "../daily/table.ts";
import type { AxisPosterior, EdgePosterior, StepResponse } from "../engine/posterior.ts";
import type { DocumentGroup, DocumentResponse } from "./analysis-document.ts";
import { grainOf } from "./change-words.ts";
import { unitText } from "./document-edge.ts";
import { exampleStep } from "./example-step.ts";
import { exact, exactInterval } from "./exact-numbers.ts";
import { groupSentence, groupVerdict, shownGroups } from "./group-words.ts";
import { directSentence, pathSentence, totalSentence, type ResponseView } from "./response-words.ts";
import type { Spoken } from "./spoken.ts";
import { mayBeVaried } from "./surer.ts";
import { labelIn, movedIn, nameIn, spokenIn } from "./table-names.ts";
import { isTautology } from "./tautology.ts";

/** Ways less likely than this are not worth a sentence. */
const PATH_FROM = 0.2;

/** Whole effects, by outcome (in the posterior's order), then cause. */
export function documentResponses(posterior: AxisPosterior, table: DailyTable): readonly DocumentResponse[] {
  const order = new Map(posterior.outcomes.map((outcome, index) => [outcome.name, index]));
  const place = (name: string): number => order.get(name) ?? order.size;
  return posterior.responses
    .filter((response) => !isTautology(table, response.from, response.to))
    .sort((a, b) => place(a.to) - place(b.to) || (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
    .map((response) => documentResponse(response, posterior, table));
}

function documentResponse(response: StepResponse, posterior: AxisPosterior, table: DailyTable): DocumentResponse {
  const cause = spokenIn(table, response.from);
  const outcome = movedIn(table, response.to);
  const edge = edgeFrom(posterior, response);
  const causeSd = edge?.causeSd ?? 0;
  const sd = posterior.outcomes.find((one) => one.name === response.to)?.sd ?? NaN;
  const told = { ...response, paths: response.paths.filter((path) => path.probability >= PATH_FROM) };
  const step = exampleStep(causeSd, cause.unit);
  const view: ResponseView = { response: told, cause, outcome, step, grain: grainOf(sd) };
  return {
    from: response.from,
    to: response.to,
    fromLabel: labelIn(table, response.from),
    toLabel: labelIn(table, response.to),
    fromRole: cause.role,
    toRole: outcome.role,
    probability: exact(response.probability),
    unit: unitText(cause, outcome),
    exampleStep: step,
    causeSd: exact(causeSd),
    mayBeTried: mayBeTried(cause),
    points: response.points.map((point) => ({
      day: exact(point.day),
      total: exactInterval(point.total),
      direct: exactInterval(point.direct),
    })),
    paths: told.paths.map((path) => ({
      via: [...path.via],
      viaLabels: path.via.map((name) => labelIn(table, name)),
      probability: exact(path.probability),
      effect: exactInterval(path.effect),
      sentence: pathSentence(
        path,
        path.via.map((name) => nameIn(table, name)),
        view,
      ),
    })),
    sentence: totalSentence(view),
    directSentence: directSentence(view),
  };
}

/** The cause's spread is the same in all its pairs: the pair itself, else any of the same cause. */
function edgeFrom(posterior: AxisPosterior, { from, to }: StepResponse): EdgePosterior | null {
  const ofCause = posterior.edges.filter((edge) => edge.from === from);
  return ofCause.find((edge) => edge.to === to) ?? ofCause[0] ?? null;
}

/** Levers that may be varied, and states that people wish to change: stress and sleep. */
function mayBeTried(cause: Spoken): boolean {
  return mayBeVaried(cause) || cause.role === "stress" || cause.role === "sleep";
}

/**
 * Groups with at least two members that may be worded. A group of which one member is reported by itself is left out: there the
 * diary did say which, and the pair's own cautions name the others.
 */
export function documentGroups(posterior: AxisPosterior, table: DailyTable): readonly DocumentGroup[] {
  const reported = new Set(posterior.edges.filter((edge) => edge.reported).map((edge) => `${edge.from}>${edge.to}`));
  return posterior.groups.flatMap((group) => {
    const from = group.from.filter((name) => !isTautology(table, name, group.to));
    if (from.length < 2 || from.some((name) => reported.has(`${name}>${group.to}`))) return [];
    const names = from.map((name) => nameIn(table, name));
    const outcome = movedIn(table, group.to);
    return [
      {
        to: group.to,
        toLabel: labelIn(table, group.to),
        toRole: outcome.role,
        from,
        fromLabels: from.map((name) => labelIn(table, name)),
        fromRoles: from.map((name) => spokenIn(table, name).role),
        probability: exact(group.probabilityAny),
        reported: group.reported,
        verdict: groupVerdict(group),
        sentence: groupSentence(group, names, outcome.name),
      },
    ];
  });
}

/** Ids (`from>to`) of pairs that are told only in a group that is shown. */
export function pairsInGroups(groups: readonly DocumentGroup[]): ReadonlySet<string> {
  return new Set(shownGroups({ groups }).flatMap((group) => group.from.map((from) => `${from}>${group.to}`)));
}
