/**
 * How is a table shown that may be wider than the screen?
 *
 * It scrolls sideways inside its own frame, which can be reached and scrolled by keyboard and has a name; the page itself never
 * scrolls sideways (WCAG 1.4.10). Column heads are text and stand in the order of the cells.
 */
import type { ReactElement, ReactNode } from "react";

/** `name`: what the table is, read out; `children`: rows (`tr`) of the body. */
export function ScrollTable({
  name,
  heads,
  children,
}: {
  readonly name: string;
  readonly heads: readonly string[];
  readonly children: ReactNode;
}): ReactElement {
  return (
    <div className="table-scroll" tabIndex={0} role="group" aria-label={name}>
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
