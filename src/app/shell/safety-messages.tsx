/**
 * How do the messages of the safety rules stand on a page, before any finding?
 *
 * The most urgent first, with the number to call and the crisis line where level E fired; a message that was read shrinks to its title.
 * "I have read this" is written into the journal.
 */
import type { ReactElement } from "react";
import { readEntry, type DocumentFlag, type DocumentSafety, type SafetyAnswer } from "../../lib/index.ts";
import { safetyWords } from "../words-safety.ts";
import { useSession } from "./session.ts";

/** The messages of a document; `answer` is the same answer, which knows what reading one means. Null when nothing fired. */
export function SafetyMessages({
  safety,
  answer,
}: {
  readonly safety: DocumentSafety;
  readonly answer: SafetyAnswer;
}): ReactElement | null {
  const { outbox } = useSession();
  if (safety.flags.length === 0) return null;
  const read = (rule: string): void => {
    const entry = readEntry(answer, rule, "app");
    if (entry) outbox.put({ key: `safety read ${rule}`, draft: () => ({ action: "put", entry }) });
  };
  const isEmergency = safety.flags.some((flag) => flag.level === "E" && !flag.acknowledged);
  return (
    <section className="card safety" role={isEmergency ? "alert" : undefined} aria-label={safetyWords.heading}>
      {safety.flags.map((flag) => (
        <Message key={flag.rule} flag={flag} onRead={() => read(flag.rule)} />
      ))}
      {isEmergency ? [...safety.emergency, ...safety.crisis].map((line) => <p key={line}>{line}</p>) : null}
      {safety.withheldSentence === null ? null : <p>{safety.withheldSentence}</p>}
      <p className="quiet">{safety.note}</p>
    </section>
  );
}

function Message({ flag, onRead }: { readonly flag: DocumentFlag; readonly onRead: () => void }): ReactElement {
  if (flag.acknowledged) {
    return (
      <p className="quiet">
        {flag.title}. {safetyWords.readBefore}
      </p>
    );
  }
  return (
    <div className="note">
      <p className="note-title">{flag.what}</p>
      <p>
        <strong>{flag.title}.</strong> {flag.text}
      </p>
      <button type="button" className="button" onClick={onRead}>
        {safetyWords.read}
      </button>
    </div>
  );
}
