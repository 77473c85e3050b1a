/**
 * What does the person see when our own code breaks?
 *
 * One handler around the screen: says that it is our fault, that the journal is not touched, and shows a
 * text to report, without diary content. The navigation stays usable.
 */
import { Component, type ErrorInfo, type ReactNode } from "react";
import { words } from "../words.ts";

interface FaultState {
  readonly text: string | null;
}

export class FaultBoundary extends Component<{ readonly children: ReactNode }, FaultState> {
  override state: FaultState = { text: null };

  static getDerivedStateFromError(fault: unknown): FaultState {
    return { text: fault instanceof Error ? `${fault.name}: ${fault.message}` : "unknown fault" };
  }

  override componentDidCatch(fault: Error, info: ErrorInfo): void {
    console.error(fault, info.componentStack);
  }

  override render(): ReactNode {
    if (this.state.text === null) return this.props.children;
    return (
      <section className="note note-problem" role="alert">
        <h1>{words.app.fault}</h1>
        <p>{words.app.faultMend}</p>
        <pre>{this.state.text}</pre>
      </section>
    );
  }
}
