/**
 * What would go with a change that somebody thinks of: "what if I had 10 g more fibre a day from tomorrow"?
 *
 * Reads the question as a person types it (`fibreGrams=+10`, `fibre=-5`), and answers it from the responses of an analysis document:
 * amount times the effect of one unit, all ways together, after 7, 30 and 90 days, with 95 % intervals. It is what the diary's
 * pattern would say, not a promise; far beyond what the diary has seen that is said too.
 */
import { err, ok, type Result } from "../base/result.ts";
import { whatIf } from "../engine/what-if.ts";
import { hasUnreadEmergency, type SafetyAnswer } from "../evidence/safety.ts";
import type { AnalysisDocument, DocumentResponse } from "./analysis-document.ts";
import { grainOf } from "./change-words.ts";
import { sharedHint, shownGroups } from "./group-words.ts";
import { exact } from "./exact-numbers.ts";
import { changesOverDays, TOLD_DAYS } from "./response-words.ts";
import { capitalised, spokenName, stepPhrase, type Spoken } from "./spoken.ts";
import type { DocumentWhatIf, WhatIfOutcome } from "./what-if-document.ts";

/** A change of one cause from tomorrow on, natural units a day; below 0 = less. */
export interface WhatIfQuestion {
  readonly from: string;
  readonly amount: number;
}

/** Why a question cannot be answered. */
export type WhatIfError =
  /** Not of the form NAME=AMOUNT. */
  | { readonly type: "WhatIfUnreadable"; readonly found: string }
  | { readonly type: "WhatIfNotANumber"; readonly column: string; readonly found: string }
  /** `known`: names that would be understood. */
  | { readonly type: "WhatIfColumnUnknown"; readonly column: string; readonly known: readonly string[] }
  /** A yes-or-no cause cannot change by more than one. */
  | { readonly type: "WhatIfBeyondYes"; readonly column: string; readonly amount: number }
  /** The diary has the column, but nothing is known of what goes with its changes. */
  | { readonly type: "WhatIfNoAnswer"; readonly column: string }
  /** An emergency message has not been read: nothing is answered before. */
  | { readonly type: "WhatIfWithheld" };

/** A change beyond so many within-person SDs is further than the diary has seen. */
const SEEN_SDS = 3;
/** Letters by which a mistyped name is matched. */
const LIKE_LETTERS = 3;

/**
 * Reads `NAME=AMOUNT`. NAME: a column's name, or its label without regard to capitals; AMOUNT: a number with or without sign.
 *
 * @example
 * ```ts
 * import { readWhatIf } from "gutskin";
 * const asked = readWhatIf("fibre=+10", [{ name: "fibreGrams", label: "Fibre" }]);
 * if (!asked.ok || asked.value.amount !== 10) throw new Error("ten more");
 * ```
 */
export function readWhatIf(
  text: string,
  columns: readonly { readonly name: string; readonly label: string }[],
): Result<WhatIfQuestion, WhatIfError> {
  const cut = text.lastIndexOf("=");
  const name = text.slice(0, Math.max(cut, 0)).trim();
  const amountText = text.slice(cut + 1).trim();
  if (cut < 0 || name === "" || amountText === "") return err({ type: "WhatIfUnreadable", found: text });
  const column =
    columns.find((one) => one.name === name) ??
    columns.find((one) => [one.name, one.label].some((word) => word.toLowerCase() === name.toLowerCase()));
  if (!column) return err({ type: "WhatIfColumnUnknown", column: name, known: likelyFirst(columns, name) });
  const amount = /^[+\-\u2212]?\d*[.,]?\d+$/.test(amountText)
    ? Number(amountText.replace("\u2212", "-").replace(",", "."))
    : NaN;
  if (!Number.isFinite(amount)) return err({ type: "WhatIfNotANumber", column: name, found: amountText });
  return ok({ from: column.name, amount });
}

/** Names of the columns, those that begin like what was typed first. */
function likelyFirst(
  columns: readonly { readonly name: string; readonly label: string }[],
  typed: string,
): readonly string[] {
  const start = typed.slice(0, LIKE_LETTERS).toLowerCase();
  const isLike = ({ name, label }: { readonly name: string; readonly label: string }): boolean =>
    [name, label].some((word) => word.toLowerCase().startsWith(start));
  return [...columns.filter(isLike), ...columns.filter((one) => !isLike(one))].map((one) => one.name);
}

/** The answer for every outcome that the cause may reach, likeliest first. Errors: `WhatIfNoAnswer`, `WhatIfBeyondYes`, `WhatIfWithheld`. */
export function answerWhatIf(
  document: Pick<AnalysisDocument, "responses" | "outcomes" | "groups">,
  { from, amount }: WhatIfQuestion,
  safety: SafetyAnswer,
): Result<DocumentWhatIf, WhatIfError> {
  if (hasUnreadEmergency(safety)) return err({ type: "WhatIfWithheld" });
  const responses = document.responses.filter((response) => response.from === from);
  const first = responses[0];
  if (!first) return err({ type: "WhatIfNoAnswer", column: from });
  const cause = spokenCause(first);
  if (cause.unit === "yes" && Math.abs(amount) > 1) return err({ type: "WhatIfBeyondYes", column: from, amount });
  const outcomes = responses.map((response) => {
    const outcome = document.outcomes.find((one) => one.name === response.to);
    const spoken: Spoken = {
      id: response.to,
      name: spokenName(response.toLabel),
      unit: outcome?.unit ?? "",
      role: response.toRole,
      betterIs: "neither",
    };
    return outcomeAnswer(response, cause, spoken, amount, grainOf(outcome?.sd ?? NaN));
  });
  return ok({
    from,
    fromLabel: first.fromLabel,
    fromRole: first.fromRole,
    amount: exact(amount),
    change: stepPhrase(cause, amount),
    outcomes: outcomes.sort((a, b) => b.probability - a.probability || (a.to < b.to ? -1 : 1)),
    hints: [...whatIfHints(first, cause, amount), ...groupHints(document, from, cause.name)],
  });
}

function outcomeAnswer(
  response: DocumentResponse,
  cause: Spoken,
  outcome: Spoken,
  amount: number,
  grain: number,
): WhatIfOutcome {
  const changes = changesOverDays({ response, cause, outcome, step: amount, grain }, "total");
  return {
    to: response.to,
    toLabel: response.toLabel,
    unit: outcome.unit,
    probability: response.probability,
    points: (whatIf([response], { from: response.from, amount }, response.to)?.points ?? [])
      .filter((point) => TOLD_DAYS.includes(point.day))
      .map(({ day, mean, low95, high95 }) => ({ day, mean: exact(mean), low95: exact(low95), high95: exact(high95) })),
    sentence: `${capitalised(stepPhrase(cause, amount))} from tomorrow would go with ${outcome.name} ${changes}.`,
  };
}

function whatIfHints(response: DocumentResponse, cause: Spoken, amount: number): readonly string[] {
  const hints = [
    "This is what the pattern of your diary would say, with the chance of no effect counted in; it is not a promise.",
  ];
  if (cause.unit !== "yes" && response.causeSd > 0 && Math.abs(amount) > SEEN_SDS * response.causeSd) {
    hints.push(`Your diary has hardly seen so large a change of ${cause.name}, so this reaches beyond what it knows.`);
  }
  return hints;
}

/** One for all the causes that the diary cannot tell from this one. */
function groupHints(document: Pick<AnalysisDocument, "groups">, from: string, name: string): readonly string[] {
  const others = shownGroups(document)
    .filter((group) => group.from.includes(from))
    .flatMap((group) => group.from.flatMap((other, i) => (other === from ? [] : [group.fromLabels[i] ?? other])));
  return others.length === 0 ? [] : [sharedHint(name, [...new Set(others)].map(spokenName))];
}

function spokenCause(response: DocumentResponse): Spoken {
  const unit = response.unit.split(" per ").pop() ?? "";
  return {
    id: response.from,
    name: spokenName(response.fromLabel),
    unit: unit === "unit" ? "" : unit,
    role: response.fromRole,
    betterIs: "neither",
  };
}
