import { connectRemote } from "../../src/stores/browser/remote.ts";
import { createMemoryJournal } from "../../src/journal/memory-store.ts";
import { describeJournalStore } from "../conformance/journal-store-suite.ts";
import { sha256 } from "../support/replicas.ts";
import { browserFetch, TEST_ORIGIN, testServer, type TestServer } from "../support/test-server.ts";

let server: TestServer | null = null;
let opened = 0;

// The page's side of the API, through the whole server, on a journal in memory: the promises must hold over HTTP as well.
describeJournalStore(
  "page over the local server",
  async () => {
    const clock = { now: 1_772_323_200_000 };
    opened += 1;
    const seed = opened;
    let drawn = 0;
    const journal = createMemoryJournal({
      person: sha256(Uint8Array.of(1, seed))
        .slice(0, 16)
        .reduce((text, byte) => text + byte.toString(16).padStart(2, "0"), ""),
      device: sha256(Uint8Array.of(2, seed))
        .slice(0, 16)
        .reduce((text, byte) => text + byte.toString(16).padStart(2, "0"), ""),
      sha256,
      now: () => clock.now,
      randomBytes: (count) => {
        drawn += 1;
        return sha256(Uint8Array.of(3, seed, drawn & 255, drawn >> 8)).slice(0, count);
      },
    });
    server = await testServer(journal);
    const { secret } = server;
    const isPreview = (value: unknown): value is object => typeof value === "object" && value !== null;
    return { store: connectRemote({ baseUrl: TEST_ORIGIN, secret, isPreview, fetch: browserFetch(server) }), clock };
  },
  () => {
    server?.close();
    server = null;
    return Promise.resolve();
  },
);
