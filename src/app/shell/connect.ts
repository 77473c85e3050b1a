/**
 * How does the page come to its journal?
 *
 * A start token in the address (#token=...) is traded once for this page's own secret and taken out of the
 * address at once; without it the secret that was kept is used. Then the journal of the local server is
 * opened and its failures are worded for screens.
 */
import { err, ok, type Result } from "../../base/result.ts";
import { wordError, type ColumnMapping, type ImportPreviewDocument, type StoreError } from "../../lib/index.ts";
import { connectRemote, pair, type ImportRefused, type RemoteJournal } from "../../stores/browser/remote.ts";
import { forgetSecret, loadSecret, saveSecret } from "../../stores/browser/secret.ts";
import type { AppJournal } from "./journal-port.ts";
import type { Problem } from "./problem.ts";

/** Pairs if the address holds a token, and opens the journal. Errors: unpaired or unreachable. */
export async function connectJournal(location: Location, history: History): Promise<Result<AppJournal, Problem>> {
  const token = /^#token=([0-9a-f]+)$/.exec(location.hash)?.[1];
  if (token !== undefined) {
    history.replaceState(null, "", `${location.pathname}#/`);
    const secret = await pair(token, { baseUrl: "" });
    if (!secret.ok) return err(problemOfImport(secret.error));
    // Without storage the page works until it is closed; nothing to tell the person before that.
    await saveSecret(secret.value);
    return ok(openJournal(secret.value));
  }
  const secret = await loadSecret();
  return secret === null ? err(unpaired()) : ok(openJournal(secret));
}

/** A page without a secret: what it shows instead of a journal. */
export function unpaired(): Problem {
  const words = wordError({ type: "NotPaired" });
  return { type: "Problem", kind: "unpaired", title: words.sentence, detail: words.mend };
}

function openJournal(secret: string): AppJournal {
  const remote: RemoteJournal<ImportPreviewDocument, ColumnMapping> = connectRemote({ baseUrl: "", secret, isPreview });
  return {
    info: async () => storeResult(await remote.info()),
    append: async (drafts, requestId) => storeResult(await remote.append(drafts, requestId)),
    entries: async (query) => storeResult(await remote.entries(query)),
    uploadFile: async (name, bytes) => importResult(await remote.importFile(name, bytes)),
    previewImport: async (fileId, mapping) => importResult(await remote.previewMapping(fileId, mapping)),
    commitImport: async (fileId, mapping, acceptPartial) =>
      importResult(await remote.commitImport(fileId, { acceptPartial, ...(mapping === null ? {} : { mapping }) })),
    exportFile: async (which) => {
      const file = importResult(await remote.exportFile(which));
      return file.ok ? ok({ name: file.value.name, blob: file.value.content }) : file;
    },
    watch: (onChange) => remote.watch(onChange),
  };
}

function storeResult<T>(result: Result<T, StoreError>): Result<T, Problem> {
  if (result.ok) return result;
  const { error } = result;
  if (error.type === "StoreUnreachable" && error.detail === "NotPaired") {
    void forgetSecret();
    return err(unpaired());
  }
  const words = wordError(error);
  const mayHelp = error.type === "StoreUnreachable" || error.type === "StoreLocked" || error.type === "DiskFull";
  return err({ type: "Problem", kind: mayHelp ? "unreachable" : "refused", title: words.sentence, detail: words.mend });
}

function importResult<T>(result: Result<T, ImportRefused>): Result<T, Problem> {
  return result.ok ? result : err(problemOfImport(result.error));
}

function problemOfImport(refused: ImportRefused): Problem {
  const { type } = refused.error;
  const kind = type === "StoreUnreachable" ? "unreachable" : type === "NotPaired" ? "unpaired" : "refused";
  const { fileId, sentence, mend } = refused;
  return { type: "Problem", kind, title: sentence, detail: mend, ...(fileId === null ? {} : { fileId }) };
}

/** The surface only: the server is the same build of the same program. */
function isPreview(value: unknown): value is ImportPreviewDocument {
  return (
    typeof value === "object" &&
    value !== null &&
    "countsByVariable" in value &&
    "skipped" in value &&
    "newEntries" in value
  );
}
