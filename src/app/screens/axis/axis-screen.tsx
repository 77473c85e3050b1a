/**
 * What does the diary say of this person's gut-skin axis?
 *
 * One picture with arrows in both directions, a short answer, and every arrow in words. While it is
 * computed the page shows progress and can stop it. Where nothing can be said, that is said, with the days
 * still needed.
 */
import { useState, type ReactElement } from "react";
import type { AnalysisDocument } from "../../../lib/index.ts";
import { edgeId } from "../../../report/charts/axis-model.ts";
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
import { truthById, type TruthById } from "./truth.ts";
import { useAnalysis, type Analysis } from "./use-analysis.ts";

/** The screen, for the own journal or the made-up person. */
export function AxisScreen({ isDemo }: { readonly isDemo: boolean }): ReactElement {
  const loaded = useDiary(isDemo);
  const analysis = useAnalysis(loaded);
  const { state } = analysis;
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
      {state.phase === "done" && !isEmpty ? <Answer document={state.document} truth={truth} isDemo={isDemo} /> : null}
    </div>
  );
}

function Answer(props: {
  readonly document: AnalysisDocument;
  readonly truth: TruthById;
  readonly isDemo: boolean;
}): ReactElement {
  const { document, truth } = props;
  const [openId, setOpen] = useState<string | null>(null);
  // the two directions are said under the picture
  const [lead, ...more] = document.summary.filter((sentence) => sentence !== document.twoWay.sentence);
  const open = document.edges.find((edge) => edgeId(edge) === openId) ?? null;
  return (
    <>
      <p className="axis-lead">{lead}</p>
      <AxisFigure document={document} truth={truth} selected={openId} onSelect={setOpen} />
      <section className="axis-summary" aria-label={axisWords.summary}>
        {more.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p className="quiet">{axisWords.days(document.days)}</p>
      </section>
      {props.isDemo ? <BuiltIn document={document} truth={truth} /> : null}
      <ArrowLists document={document} truth={truth} onSelect={setOpen} />
      <Background document={document} />
      {open ? (
        <ArrowPanel
          key={edgeId(open)}
          edge={open}
          document={document}
          truth={truth.get(edgeId(open)) ?? null}
          isDemo={props.isDemo}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </>
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
