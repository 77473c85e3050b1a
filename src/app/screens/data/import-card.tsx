/**
 * How does a file become part of the journal?
 *
 * Choose or drop -> preview (counts, what was left out and why, what was assumed, where each column goes)
 * -> keep -> receipt. Nothing is kept before the person says so; the same file twice brings nothing new.
 */
import { useId, useState, type ChangeEvent, type DragEvent, type ReactElement } from "react";
import type { ColumnMapping, ImportPreviewDocument } from "../../../lib/index.ts";
import type { ImportReceipt } from "../../shell/journal-port.ts";
import { ProblemNote } from "../../shell/notes.tsx";
import type { Problem } from "../../shell/problem.ts";
import { routeHash } from "../../shell/route.ts";
import { useSession } from "../../shell/session.ts";
import { dataWords } from "../../words-data.ts";
import { words } from "../../words.ts";
import { ImportPreviewPanel } from "./import-preview.tsx";

type Step =
  | { readonly at: "choose" }
  | { readonly at: "reading"; readonly name: string }
  | {
      readonly at: "preview";
      readonly fileId: string;
      readonly preview: ImportPreviewDocument;
      readonly isBusy: boolean;
    }
  | { readonly at: "done"; readonly receipt: ImportReceipt };

/** The card at the head of the Data screen. */
export function ImportCard(): ReactElement {
  const { journal, refresh } = useSession();
  const [step, setStep] = useState<Step>({ at: "choose" });
  const [problem, setProblem] = useState<Problem | null>(null);

  const read = async (file: File): Promise<void> => {
    setProblem(null);
    setStep({ at: "reading", name: file.name });
    const uploaded = await journal.uploadFile(file.name, file);
    if (uploaded.ok) setStep({ at: "preview", ...uploaded.value, isBusy: false });
    else {
      setProblem(uploaded.error);
      setStep({ at: "choose" });
    }
  };
  const remap = async (fileId: string, preview: ImportPreviewDocument, mapping: ColumnMapping): Promise<void> => {
    setStep({ at: "preview", fileId, preview: { ...preview, mapping }, isBusy: true });
    const next = await journal.previewImport(fileId, mapping);
    setProblem(next.ok ? null : next.error);
    // a mapping that cannot be used leaves the last good preview, so that the choice can be put right
    setStep({ at: "preview", fileId, preview: next.ok ? next.value : preview, isBusy: false });
  };
  const commit = async (fileId: string, preview: ImportPreviewDocument, acceptPartial: boolean): Promise<void> => {
    setStep({ at: "preview", fileId, preview, isBusy: true });
    const receipt = await journal.commitImport(fileId, preview.mapping ?? null, acceptPartial);
    setProblem(receipt.ok ? null : receipt.error);
    if (receipt.ok) {
      setStep({ at: "done", receipt: receipt.value });
      await refresh();
    } else setStep({ at: "preview", fileId, preview, isBusy: false });
  };

  return (
    <section className="card import" aria-labelledby="import-title">
      <h2 id="import-title">{dataWords.bring}</h2>
      {step.at === "choose" || step.at === "done" ? <Chooser onFile={(file) => void read(file)} /> : null}
      {problem ? <ProblemNote problem={problem} /> : null}
      <div role="status">
        {step.at === "reading" ? <p>{dataWords.reading(step.name)}</p> : null}
        {step.at === "done" ? <Receipt receipt={step.receipt} /> : null}
      </div>
      {step.at === "preview" ? (
        <ImportPreviewPanel
          preview={step.preview}
          isBusy={step.isBusy}
          onMapping={(mapping) => void remap(step.fileId, step.preview, mapping)}
          onCommit={(acceptPartial) => void commit(step.fileId, step.preview, acceptPartial)}
          onCancel={() => {
            setProblem(null);
            setStep({ at: "choose" });
          }}
        />
      ) : null}
    </section>
  );
}

function Chooser({ onFile }: { readonly onFile: (file: File) => void }): ReactElement {
  const id = useId();
  const [isOver, setOver] = useState(false);
  const onChange = (event: ChangeEvent<HTMLInputElement>): void => {
    const file = event.target.files?.[0];
    // the same file may be chosen again after it was put away
    if (file) onFile(file);
    event.target.value = "";
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) onFile(file);
  };
  return (
    <div
      className="drop"
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <input
        id={id}
        className="visually-hidden"
        type="file"
        accept=".csv,.tsv,.txt,.json,text/csv,application/json"
        onChange={onChange}
        aria-describedby={`${id}-kinds`}
      />
      <label htmlFor={id} className="button button-strong">
        {dataWords.choose}
      </label>
      <span className="quiet">{dataWords.drop}</span>
      <p id={`${id}-kinds`} className="quiet">
        {dataWords.kinds}
      </p>
    </div>
  );
}

function Receipt({ receipt }: { readonly receipt: ImportReceipt }): ReactElement {
  return (
    <div className="receipt">
      <p className="note-title">{dataWords.receipt(receipt.added, receipt.changed, receipt.unchanged)}</p>
      <div className="row">
        <a className="button button-strong" href={routeHash({ screen: "axis" })}>
          {dataWords.receiptNext}
        </a>
        <a className="button" href={routeHash({ screen: "history" })}>
          {words.nav.history}
        </a>
      </div>
    </div>
  );
}
