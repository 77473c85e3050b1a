/**
 * What is on the page around the screens?
 *
 * Name, navigation, the state of the journal, the made-up person's banner and the line that this is no
 * medical advice. Each screen is two taps away from any other; on a change of screen the focus goes to its
 * heading.
 */
import { lazy, Suspense, useContext, useEffect, useState, useSyncExternalStore, type ReactElement } from "react";
import type { Day } from "../../base/day.ts";
import type { Result } from "../../base/result.ts";
import { crisisNote } from "../../lib/index.ts";
import { StartScreen } from "../screens/start/start-screen.tsx";
import { TodayScreen } from "../screens/today/today-screen.tsx";
import { words } from "../words.ts";
import { FaultBoundary } from "./fault-boundary.tsx";
import { Mark, ScreenIcon } from "./icons.tsx";
import type { AppJournal } from "./journal-port.ts";
import { ProblemNote } from "./notes.tsx";
import { usePerson } from "./person.ts";
import { PersonProvider, SafetyPartContext } from "./person-provider.tsx";
import type { Problem } from "./problem.ts";
import { parseRoute, routeHash, type Route } from "./route.ts";
import { createSession, SessionContext, useSessionState, type Session } from "./session.ts";

// The check-in is there at once; the other screens, with the charts, come after the first paint (warmScreens) or when asked for.
const loadAxis = async () => ({ default: (await import("../screens/axis/axis-screen.tsx")).AxisScreen });
const loadHistory = async () => ({ default: (await import("../screens/history/history-screen.tsx")).HistoryScreen });
const loadScores = async () => ({ default: (await import("../screens/scores/scores-screen.tsx")).ScoresScreen });
const loadLearn = async () => ({ default: (await import("../screens/learn/learn-screen.tsx")).LearnScreen });
const loadNext = async () => ({ default: (await import("../screens/next/next-screen.tsx")).NextScreen });
const loadSafety = async () => ({ default: (await import("../screens/safety/safety-screen.tsx")).SafetyScreen });
const loadData = async () => ({ default: (await import("../screens/data/data-screen.tsx")).DataScreen });
const AxisScreen = lazy(loadAxis);
const HistoryScreen = lazy(loadHistory);
const ScoresScreen = lazy(loadScores);
const LearnScreen = lazy(loadLearn);
const NextScreen = lazy(loadNext);
const SafetyScreen = lazy(loadSafety);
const DataScreen = lazy(loadData);

/**
 * Fetches the other screens while nothing else happens, so that they open also when the server has gone
 * away meanwhile.
 */
function warmScreens(): void {
  const meals = import("../screens/today/meals.tsx");
  const screens = [loadAxis(), loadHistory(), loadScores(), loadLearn(), loadNext(), loadSafety(), loadData()];
  void Promise.allSettled([meals, ...screens]);
}

export interface AppProps {
  readonly connection: Result<AppJournal, Problem>;
  readonly workerAddress: string;
}

/** The whole page. */
export function App({ connection, workerAddress }: AppProps): ReactElement {
  return connection.ok ? (
    <Connected journal={connection.value} workerAddress={workerAddress} />
  ) : (
    <Unconnected problem={connection.error} />
  );
}

function Connected({
  journal,
  workerAddress,
}: {
  readonly journal: AppJournal;
  readonly workerAddress: string;
}): ReactElement | null {
  const [session, setSession] = useState<Session | null>(null);
  useEffect(() => {
    const stopper = new AbortController();
    setSession(createSession(journal, workerAddress, stopper.signal));
    return () => stopper.abort();
  }, [journal, workerAddress]);
  if (session === null) return null;
  return (
    <SessionContext value={session}>
      <PersonProvider>
        <Page />
      </PersonProvider>
    </SessionContext>
  );
}

function Page(): ReactElement {
  const route = useRoute();
  const { today, view } = usePerson();
  const part = useContext(SafetyPartContext);
  const { phase, info, problem } = useSessionState();
  const isEmergency = view !== null && view.answer.flags.some((flag) => flag.level === "E" && !flag.acknowledged);
  // A journal with days in it opens at the check-in: the doors are for the first minute.
  const screen = route.screen === "start" && (info?.entryCount ?? 0) > 0 ? "today" : route.screen;
  useEffect(() => {
    const timer = setTimeout(warmScreens, WARM_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  // a page within *Learn* is a page of its own, with its own heading
  const place = screen === "learn" ? `learn ${route.detail ?? ""} ${route.within ?? ""}` : screen;
  useHeadingFocus(`${route.isDemo ? "demo " : ""}${place}`);
  const shown: Route = { ...route, screen };
  return (
    <>
      {isEmergency && part ? <part.EmergencyScreen view={view} /> : null}
      <div className="frame" data-demo={route.isDemo} hidden={isEmergency}>
        <a className="skip" href={`#${MAIN_ID}`} onClick={focusMain}>
          {words.app.skip}
        </a>
        <Header route={shown} />
        <main id={MAIN_ID} className="main" tabIndex={-1}>
          {view && part ? <part.SafetyNotes view={view} screen={screen} isDemo={route.isDemo} /> : null}
          {problem?.kind === "unpaired" ? <Unpaired problem={problem} /> : null}
          {problem && problem.kind !== "unpaired" && phase === "ready" ? (
            <ProblemNote problem={{ ...problem, detail: `${problem.detail} ${words.app.serverGoneMend}` }} />
          ) : null}
          {phase === "failed" && problem && problem.kind !== "unpaired" ? <ProblemNote problem={problem} /> : null}
          {phase === "starting" ? <p className="quiet">{words.app.starting}</p> : null}
          <FaultBoundary key={`${String(route.isDemo)} ${screen}`}>
            {phase === "ready" || route.isDemo ? (
              <Suspense fallback={<p className="quiet">{words.app.loading}</p>}>
                <Screen route={shown} today={today} />
              </Suspense>
            ) : null}
          </FaultBoundary>
        </main>
        <Foot />
      </div>
    </>
  );
}

function Screen({ route, today }: { readonly route: Route; readonly today: Day }): ReactElement {
  switch (route.screen) {
    case "start":
      return <StartScreen />;
    case "today":
      return <TodayScreen day={route.day ?? today} today={today} />;
    case "history":
      return <HistoryScreen isDemo={route.isDemo} day={route.day} />;
    case "axis":
      return <AxisScreen isDemo={route.isDemo} />;
    case "scores":
      return <ScoresScreen open={route.detail} today={today} />;
    case "learn":
      return <LearnScreen open={route.detail} within={route.within} />;
    case "next":
      return <NextScreen />;
    case "safety":
      return <SafetyScreen />;
    case "data":
      return <DataScreen />;
  }
}

const ownScreens = ["today", "history", "axis", "learn", "data"] as const;
const demoScreens = ["history", "axis"] as const;
const footScreens = ["next", "scores", "learn", "safety"] as const;

function Header({ route }: { readonly route: Route }): ReactElement {
  const screens = route.isDemo ? demoScreens : ownScreens;
  return (
    <header className="head">
      <a className="brand" href={routeHash({ screen: "start" })}>
        <Mark />
        <span>{words.app.name}</span>
      </a>
      <nav className="nav" aria-label={words.app.navigation}>
        {screens.map((screen) => (
          <a
            key={screen}
            href={routeHash({ screen, isDemo: route.isDemo })}
            aria-current={route.screen === screen ? "page" : undefined}
          >
            <ScreenIcon screen={screen} />
            <span>{words.nav[screen]}</span>
          </a>
        ))}
      </nav>
      {route.isDemo ? (
        <div className="demo-banner">
          <p>
            <strong>{words.demo.banner}</strong> <span>{words.demo.bannerText}</span>
          </p>
          <a className="button" href={routeHash({ screen: "start" })}>
            {words.demo.leave}
          </a>
        </div>
      ) : null}
    </header>
  );
}

function Unconnected({ problem }: { readonly problem: Problem }): ReactElement {
  return (
    <div className="frame">
      <header className="head">
        <span className="brand">
          <Mark />
          <span>{words.app.name}</span>
        </span>
      </header>
      <main className="main" id={MAIN_ID} tabIndex={-1}>
        {problem.kind === "unpaired" ? <Unpaired problem={problem} /> : <ProblemNote problem={problem} />}
      </main>
      <Foot />
    </div>
  );
}

/** On every screen: what gutskin is not, where help is, and the screens that the navigation does not name. */
function Foot(): ReactElement {
  return (
    <footer className="foot">
      <p>{crisisNote}</p>
      <p>{words.app.notAdvice}</p>
      <ul className="foot-links" aria-label={words.app.more}>
        {footScreens.map((screen) => (
          <li key={screen}>
            <a href={routeHash({ screen })}>{words.foot[screen]}</a>
          </li>
        ))}
      </ul>
    </footer>
  );
}

function Unpaired({ problem }: { readonly problem: Problem }): ReactElement {
  return (
    <section className="card">
      <h1>{words.app.unpairedTitle}</h1>
      <p>{problem.title}</p>
      <ol className="steps">
        {words.app.unpairedSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </section>
  );
}

const MAIN_ID = "main";
const WARM_AFTER_MS = 600;
/** About five seconds of frames. */
const HEADING_FRAMES = 300;

function focusMain(event: React.MouseEvent): void {
  event.preventDefault();
  document.getElementById(MAIN_ID)?.focus();
}

/** Moves the focus to the new screen's heading, not at the first showing. */
function useHeadingFocus(screen: string): void {
  const [first] = useState({ screen, isOver: false });
  useEffect(() => {
    if (!first.isOver && first.screen === screen) return;
    first.isOver = true;
    window.scrollTo(0, 0);
    let frame = 0;
    // a screen that is still being fetched has no heading yet
    const tryFocus = (left: number): void => {
      const heading = document.querySelector<HTMLElement>("main h1");
      if (heading) {
        heading.setAttribute("tabindex", "-1");
        heading.focus({ preventScroll: true });
      } else if (left > 0) frame = requestAnimationFrame(() => tryFocus(left - 1));
    };
    tryFocus(HEADING_FRAMES);
    return () => cancelAnimationFrame(frame);
  }, [first, screen]);
}

function useRoute(): Route {
  const hash = useSyncExternalStore(
    (listener) => {
      window.addEventListener("hashchange", listener);
      return () => window.removeEventListener("hashchange", listener);
    },
    () => window.location.hash,
  );
  return parseRoute(hash);
}
