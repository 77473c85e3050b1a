/**
 * Which page of *Learn* is asked for?
 *
 * The overview of one direction, one lever, or one cell with its records. Fetched only when it is opened: the records are long.
 */
import type { ReactElement } from "react";
import { CellPage } from "./cell-page.tsx";
import { learnPage } from "./known-evidence.ts";
import { LeverPage } from "./lever-page.tsx";
import { Overview } from "./overview.tsx";

/** `open` and `within`: the address after #/learn/. */
export function LearnScreen(props: { readonly open: string | null; readonly within: string | null }): ReactElement {
  const page = learnPage(props.open ?? undefined, props.within);
  switch (page.page) {
    case "overview":
      return <Overview way={page.way} isUnknown={page.isUnknown} />;
    case "lever":
      return <LeverPage key={page.code} code={page.code} />;
    case "cell":
      return <CellPage key={`${page.cell.from} ${page.cell.to}`} cell={page.cell} way={page.way} />;
  }
}
