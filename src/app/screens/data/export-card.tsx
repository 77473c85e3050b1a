/**
 * How does the person take everything out?
 *
 * Fetched with the page's key, handed to the browser as a file. Journal and table leave nothing out; the file for a clinic holds no free notes.
 */
import { useState, type ReactElement } from "react";
import { ProblemNote, StatusNote } from "../../shell/notes.tsx";
import type { Problem } from "../../shell/problem.ts";
import { useSession } from "../../shell/session.ts";
import { dataWords } from "../../words-data.ts";

/** Three buttons and what became of them. */
export function ExportCard(): ReactElement {
  const { journal } = useSession();
  const [status, setStatus] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const take = async (which: "journal.json" | "daily.csv" | "clinic-fhir.json"): Promise<void> => {
    const file = await journal.exportFile(which);
    setProblem(file.ok ? null : file.error);
    setStatus(file.ok ? dataWords.exported(file.value.name) : "");
    if (file.ok) handOver(file.value.name, file.value.blob);
  };
  return (
    <section className="card" aria-labelledby="export-title">
      <h2 id="export-title">{dataWords.takeOut}</h2>
      <p>{dataWords.takeOutHint}</p>
      <div className="row">
        <button type="button" className="button" onClick={() => void take("journal.json")}>
          {dataWords.exportJson}
        </button>
        <button type="button" className="button" onClick={() => void take("daily.csv")}>
          {dataWords.exportCsv}
        </button>
        <button type="button" className="button" onClick={() => void take("clinic-fhir.json")}>
          {dataWords.exportFhir}
        </button>
      </div>
      {problem ? <ProblemNote problem={problem} /> : null}
      <StatusNote text={status} />
    </section>
  );
}

/** Lets the browser save the bytes. The address lives for a minute: some browsers read it late. */
function handOver(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
