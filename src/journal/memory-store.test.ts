import { describeJournalStore } from "../../test/conformance/journal-store-suite.ts";
import { sha256 } from "../../test/support/replicas.ts";
import { createRandom } from "../base/random.ts";
import { bytesToHex } from "./hex.ts";
import { createMemoryJournal } from "./memory-store.ts";

let opened = 0;

describeJournalStore(
  "memory store",
  () => {
    const random = createRandom(++opened);
    const randomBytes = (count: number): Uint8Array => Uint8Array.from({ length: count }, () => random.below(256));
    const clock = { now: 1_770_000_000_000 };
    const [person, device] = [bytesToHex(randomBytes(16)), bytesToHex(randomBytes(16))];
    return Promise.resolve({
      store: createMemoryJournal({ person, device, sha256, now: () => clock.now, randomBytes }),
      clock,
    });
  },
  () => Promise.resolve(),
);
