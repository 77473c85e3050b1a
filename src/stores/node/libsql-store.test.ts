import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeJournalStore } from "../../../test/conformance/journal-store-suite.ts";
import { must } from "../../../test/support/replicas.ts";
import { openJournal, type NodeJournal } from "./libsql-store.ts";

const opened: { readonly journal: NodeJournal; readonly folder: string }[] = [];

describeJournalStore(
  "libsql store",
  () => {
    const folder = mkdtempSync(join(tmpdir(), "gutskin-store-"));
    const clock = { now: 1_770_000_000_000 };
    const journal = must(openJournal({ folder, now: () => clock.now, randomBytes }));
    opened.push({ journal, folder });
    return Promise.resolve({ store: journal, clock });
  },
  async () => {
    for (const { journal, folder } of opened.splice(0)) {
      await journal.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
