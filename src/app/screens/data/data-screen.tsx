/**
 * What comes in, what goes out, and where does it lie?
 *
 * Import with preview, export, the rows of the check-in, where the journal is kept, privacy in plain words,
 * and the door to the made-up person.
 */
import type { ReactElement } from "react";
import { ConditionNotes } from "../../shell/condition-notes.tsx";
import { ConditionPicker, useConditions } from "../../shell/conditions.tsx";
import { dayText } from "../../shell/local-day.ts";
import { routeHash } from "../../shell/route.ts";
import { useSessionState } from "../../shell/session.ts";
import { dataWords } from "../../words-data.ts";
import { words } from "../../words.ts";
import { ExportCard } from "./export-card.tsx";
import { ImportCard } from "./import-card.tsx";

/** The screen. */
export function DataScreen(): ReactElement {
  const { chosen } = useConditions();
  return (
    <div className="data">
      <h1>{dataWords.title}</h1>
      <ImportCard />
      <ExportCard />
      <section className="card" aria-labelledby="rows-title">
        <h2 id="rows-title">{dataWords.rows}</h2>
        {chosen === null ? <p className="quiet">{words.app.loading}</p> : <ConditionPicker chosen={chosen} />}
        <ConditionNotes chosen={chosen ?? []} />
      </section>
      <PlaceCard />
      <section className="card" aria-labelledby="privacy-title">
        <h2 id="privacy-title">{dataWords.privacy}</h2>
        {dataWords.privacyText.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </section>
      <section className="card" aria-labelledby="demo-title">
        <h2 id="demo-title">{dataWords.demo}</h2>
        <p>{dataWords.demoText}</p>
        <a className="button" href={routeHash({ screen: "axis", isDemo: true })}>
          {words.demo.door}
        </a>
      </section>
    </div>
  );
}

function PlaceCard(): ReactElement | null {
  const { info } = useSessionState();
  if (info === null) return null;
  const facts = dataWords.placeFacts;
  const days =
    info.firstDay && info.lastDay
      ? `${dayText(info.firstDay, "short")} – ${dayText(info.lastDay, "short")}`
      : dataWords.noDays;
  const rows: readonly (readonly [string, string])[] = [
    [facts.place, info.place],
    [facts.entries, String(info.entryCount)],
    [facts.days, days],
    [facts.page, dataWords.paired],
  ];
  return (
    <section className="card" aria-labelledby="place-title">
      <h2 id="place-title">{dataWords.place}</h2>
      <dl className="facts-list">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {info.quarantineCount > 0 ? <p className="note">{dataWords.quarantine(info.quarantineCount)}</p> : null}
    </section>
  );
}
