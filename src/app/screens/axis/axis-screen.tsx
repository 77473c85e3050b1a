/**
 * What does the diary say of this person's gut-skin axis?
 *
 * One picture with arrows in both directions, a short answer, and every arrow in words. While it is
 * computed the page shows progress, can stop it, and shows a quick first look in grey as soon as there is one. Where nothing can
 * be said, that is said, with the days still needed.
 */
import { useMemo, useState, type ReactElement } from "react";
import { evaluateSafety, type AnalysisDocument } from "../../../lib/index.ts";
import { edgeId, groupId } from "../../../report/charts/axis-model.ts";
import type { AnalysisState, Diary, MissingDays } from "../../shell/analysis-desk.ts";
import { ProblemNote } from "../../shell/notes.tsx";
import { routeHash } from "../../shell/route.ts";
import { useDiary } from "../../shell/use-diary.ts";
import { axisWords } from "../../words-axis.ts";
import { words } from "../../words.ts";
import { ArrowLists } from "./arrow-lists.tsx";
import { ArrowPanel } from "./arrow-panel.tsx";
import { AxisFigure } from "./axis-figure.tsx";
import { Background } from "./background.tsx";
import { BuiltIn } from "./built-in.tsx";
import { Forecasts } from "./forecasts.tsx";
import { GroupPanel } from "./group-panel.tsx";
import { KeptUp } from "./kept-up.tsx";
import { MissingToggle, skipsWorseDays } from "./missing-toggle.tsx";
import { truthById, type TruthById } from "./truth.ts";
import { useAnalysis, type Analysis } from "./use-analysis.ts";

/** The screen, for the own journal or the made-up person. */
export function AxisScreen({ isDemo }: { readonly isDemo: boolean }): ReactElement {
  const loaded = useDiary(isDemo);
  const [missingDays, setMissingDays] = useState<MissingDays>("ignorable");
  const analysis = useAnalysis(loaded, missingDays);
  const { state } = analysis;
  const document = shownDocument(state);
  const isEmpty = loaded.diary !== null && loaded.diary.table.dayCount === 0;
  const truth = truthById(loaded.diary?.truth ?? []);
  return (
    <div className="axis">
      <h1>{isDemo ? axisWords.titleDemo : axisWords.title}</h1>
      {loaded.isFailed ? (
        <ProblemNote
          problem={{ type: "Problem", kind: "refused", title: words.app.fault, detail: words.app.faultMend }}
        />
      ) : null}
      {loaded.diary === null && !loaded.isFailed ? <p className="quiet">{words.app.loading}</p> : null}
      {isEmpty ? <TooFew title={axisWords.tooFew} detail={axisWords.tooFewHint} /> : null}
      {loaded.diary && !isEmpty ? (
        <Working analysis={analysis} labelOf={(name) => labelIn(loaded.diary?.table.columns ?? [], name)} />
      ) : null}
      {state.phase === "failed" && !isEmpty ? (
        state.title === "" ? (
          <ProblemNote problem={{ type: "Problem", kind: "refused", title: words.app.fault, detail: state.detail }} />
        ) : (
          <TooFew title={state.title} detail={state.detail} />
        )
      ) : null}
      {missingDays === "worse-days" || (document && skipsWorseDays(document)) ? (
        <MissingToggle missingDays={missingDays} onChange={setMissingDays} />
      ) : null}
      {document && loaded.diary && !isEmpty ? (
        <Answer document={document} diary={loaded.diary} truth={truth} isDemo={isDemo} />
      ) : null}
    </div>
  );
}

/** The full answer, or the first look until it is there. */
function shownDocument(state: AnalysisState): AnalysisDocument | null {
  if (state.phase === "done") return state.document;
  return state.phase === "working" || state.phase === "stopped" ? state.preview : null;
}

function Answer(props: {
  readonly document: AnalysisDocument;
  readonly diary: Diary;
  readonly truth: TruthById;
  readonly isDemo: boolean;
}): ReactElement {
  const { document, truth } = props;
  const { table, facts } = props.diary;
  const safety = useMemo(() => evaluateSafety(facts), [facts]);
  const [openId, setOpen] = useState<string | null>(null);
  // the rules were asked by the worker, about the same facts: an emergency that nobody has read stands alone (shell/emergency-screen.tsx)
  if (document.safety.withheld) return <p className="quiet">{document.safety.withheldSentence}</p>;
  // the two directions are said under the picture
  const [lead, ...more] = document.summary.filter((sentence) => sentence !== document.twoWay.sentence);
  const open = document.edges.find((edge) => edgeId(edge) === openId) ?? null;
  const openGroup = document.groups.find((group) => groupId(group) === openId) ?? null;
  return (
    <div className={document.preview ? "axis-answer is-first-look" : "axis-answer"}>
      {document.preview ? <p className="first-look-sign">{axisWords.firstLook}</p> : null}
      <p className="axis-lead">{lead}</p>
      {document.notes.length > 0 ? (
        <ul className="axis-notes" aria-label={axisWords.notes}>
          {document.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      ) : null}
      <AxisFigure document={document} truth={truth} selected={openId} onSelect={setOpen} />
      <section className="axis-summary" aria-label={axisWords.summary}>
        {more.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p className="quiet">{axisWords.days(document.days)}</p>
      </section>
      {props.isDemo && !document.preview ? <BuiltIn document={document} truth={truth} /> : null}
      <ArrowLists document={document} truth={truth} onSelect={setOpen} />
      <KeptUp document={document} onSelect={setOpen} />
      <Forecasts document={document} table={table} />
      <Background document={document} />
      {props.isDemo ? null : (
        <p>
          <a href={routeHash({ screen: "next" })}>{words.foot.next}</a>
        </p>
      )}
      {open ? (
        <ArrowPanel
          key={edgeId(open)}
          edge={open}
          document={document}
          safety={safety}
          truth={truth.get(edgeId(open)) ?? null}
          isDemo={props.isDemo}
          onClose={() => setOpen(null)}
        />
      ) : null}
      {openGroup ? (
        <GroupPanel
          key={groupId(openGroup)}
          group={openGroup}
          edges={document.edges.filter((edge) => edge.to === openGroup.to && openGroup.from.includes(edge.from))}
          onSelect={setOpen}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </div>
  );
}

function Working({
  analysis,
  labelOf,
}: {
  readonly analysis: Analysis;
  readonly labelOf: (name: string) => string;
}): ReactElement | null {
  const { state } = analysis;
  if (state.phase === "working") {
    return (
      <section className="card working">
        <p role="status">{axisWords.working}</p>
        <progress aria-label={axisWords.progressName} value={state.fraction} max={1} />
        <p className="quiet">{state.outcome === "" ? "" : axisWords.workingOn(labelOf(state.outcome))}</p>
        <button type="button" className="button" onClick={analysis.stop}>
          {axisWords.stop}
        </button>
      </section>
    );
  }
  if (state.phase === "stopped") {
    return (
      <section className="card working">
        <p role="status">{axisWords.stopped}</p>
        <button type="button" className="button button-strong" onClick={analysis.start}>
          {axisWords.start}
        </button>
      </section>
    );
  }
  return null;
}

function TooFew({ title, detail }: { readonly title: string; readonly detail: string }): ReactElement {
  return (
    <section className="card empty">
      <p>{title}</p>
      <p className="quiet">{detail}</p>
      <div className="row">
        <a className="button button-strong" href={routeHash({ screen: "today" })}>
          {words.start.today.title}
        </a>
        <a className="button" href={routeHash({ screen: "axis", isDemo: true })}>
          {words.demo.door}
        </a>
      </div>
    </section>
  );
}

function labelIn(columns: readonly { readonly name: string; readonly label: string }[], name: string): string {
  return columns.find((column) => column.name === name)?.label ?? name;
}
