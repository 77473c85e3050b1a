/**
 * What does a stranger see in the first minute?
 *
 * One picture, one sentence, three doors. No account and no tour. Each door leads to something useful at
 * once.
 */
import type { ReactElement } from "react";
import { routeHash } from "../../shell/route.ts";
import { words } from "../../words.ts";

const doors = [
  { key: "today", href: routeHash({ screen: "today" }) },
  { key: "data", href: routeHash({ screen: "data" }) },
  { key: "demo", href: routeHash({ screen: "axis", isDemo: true }) },
] as const;

/** The first screen of an empty journal. */
export function StartScreen(): ReactElement {
  return (
    <div className="start">
      <StartPicture />
      <h1 className="start-title">{words.start.title}</h1>
      <p className="lead">{words.start.lead}</p>
      <ul className="doors" aria-label={words.start.doors}>
        {doors.map((door, i) => (
          <li key={door.key}>
            <a className={`door door-${door.key}`} href={door.href}>
              <span className="door-number" aria-hidden="true">
                {i + 1}
              </span>
              <span className="door-title">{words.start[door.key].title}</span>
              <span className="door-text">{words.start[door.key].text}</span>
            </a>
          </li>
        ))}
      </ul>
      <p className="quiet">{words.start.privacy}</p>
    </div>
  );
}

/** Gut and skin with the two roads; drawn for this screen. */
function StartPicture(): ReactElement {
  return (
    <svg className="start-picture" viewBox="0 0 520 210" role="img" aria-label={words.start.picture}>
      <path className="start-gut" d="M40 112c-4-44 34-80 82-78 50 2 82 34 80 78s-34 74-84 74-74-30-78-74z" />
      <path
        className="start-coil"
        d="M76 92c18-22 76-22 92 0 10 16-4 26-22 24l-48-4c-20-2-28 14-14 24 18 14 62 16 82-2"
      />
      <path className="start-skin" d="M322 104c2-48 44-74 92-68 46 6 74 34 70 78-4 46-42 74-90 70-44-4-74-34-72-80z" />
      <path className="start-layer" d="M340 92c20-12 30 10 50 0s30 10 50 0 24 4 32 2" />
      <path className="start-layer" d="M334 116c22-12 34 10 54 0s32 10 54 0 26 4 34 2" />
      <path className="start-layer" d="M344 140c20-12 30 10 50 0s30 10 50 0 16 4 22 2" />
      <path className="start-road start-road-out" d="M194 74C226 40 290 38 318 70" />
      <path className="start-head start-road-out" d="M330 84l-21-7 14-15z" />
      <path className="start-road start-road-back" d="M324 142C296 176 232 178 204 148" />
      <path className="start-head start-road-back" d="M192 134l21 7-14 15z" />
    </svg>
  );
}
