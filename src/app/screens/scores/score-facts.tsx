/**
 * Where does an instrument come from, and what about it was not checked?
 *
 * Formula, paper, published changes with their sources, what was not seen in the original, whose it is. The owner's page opens by a tap and only then.
 */
import type { ReactElement } from "react";
import { differenceText, type Instrument } from "../../../lib/index.ts";
import { scoreWords } from "../../words-scores.ts";

/** Folded away below the score. */
export function ScoreFacts({ instrument }: { readonly instrument: Instrument }): ReactElement {
  const { importantDifferences: differences, unverified } = instrument;
  return (
    <details className="score-facts">
      <summary>{scoreWords.facts}</summary>
      <dl>
        <dt>{scoreWords.formula}</dt>
        <dd>{instrument.formula}</dd>
        <dt>{scoreWords.source}</dt>
        <dd>{instrument.source}</dd>
        <dt>{scoreWords.differences}</dt>
        {differences.length === 0 ? <dd>{scoreWords.noDifferences}</dd> : null}
        {differences.map((difference) => (
          <dd key={difference.meaning}>{differenceText(difference)}</dd>
        ))}
        {unverified.length === 0 ? null : (
          <>
            <dt>{scoreWords.unverified}</dt>
            {unverified.map((fact) => (
              <dd key={fact}>{fact}</dd>
            ))}
          </>
        )}
      </dl>
    </details>
  );
}

/** A link to the owner's page; nothing is asked of it before the tap. */
export function OwnerLink({ link }: { readonly link: string }): ReactElement {
  return (
    <a className="button" href={link} target="_blank" rel="noopener noreferrer">
      {scoreWords.ownerLink}
      <span className="visually-hidden"> ({scoreWords.ownerLinkHint})</span>
    </a>
  );
}
