/**
 * Which pages may read and write this journal?
 *
 * At start the server draws a token and puts it into the fragment of the address that it opens. The page trades the
 * token for a secret of its own (`pair`) and shows that secret with every call. The server keeps only the SHA-256 of
 * each secret, one small file per page in `peers/`, so that `gutskin peers revoke` takes effect at once, without a
 * message to the running server, and two programs never write the same file. Comparisons take constant time.
 */
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { writeFileWhole } from "../write-whole.ts";

export interface Peer {
  /** 16 hex: the name of its file. */
  readonly id: string;
  /** What the page said it is, cut and cleaned; for the eye only. */
  readonly name: string;
  /** ISO day and time of pairing, UTC. */
  readonly pairedAt: string;
  /** 64 hex. */
  readonly secretSha256: string;
}

export interface PeerBook {
  /** Makes a secret (64 hex) for a new page and keeps its hash. The oldest page goes when there are more than 64. */
  readonly add: (name: string, milliseconds: number) => string;
  /** The page that holds this secret, or null. */
  readonly holderOf: (secret: string) => Peer | null;
  readonly list: () => readonly Peer[];
  /** False when there is no such page. */
  readonly revoke: (id: string) => boolean;
}

const MOST_PEERS = 64;
const HEX_64 = /^[0-9a-f]{64}$/;

/** 256 random bits as 64 hex digits. */
export function drawToken(): string {
  return randomBytes(32).toString("hex");
}

/** Opens the book of paired pages in the data folder (created when the first page pairs). */
export function createPeerBook(dataFolder: string): PeerBook {
  const folder = join(dataFolder, "peers");
  // Files never change once written, so their content may be kept; which of them exist is asked each time.
  const known = new Map<string, Peer>();

  const list = (): readonly Peer[] => {
    const peers: Peer[] = [];
    for (const id of peerIds(folder)) {
      const peer = known.get(id) ?? readPeer(folder, id);
      if (peer === null) continue;
      known.set(id, peer);
      peers.push(peer);
    }
    return peers.sort((a, b) => (a.pairedAt < b.pairedAt ? -1 : a.pairedAt > b.pairedAt ? 1 : a.id < b.id ? -1 : 1));
  };
  const revoke = (id: string): boolean => {
    if (!peerIds(folder).includes(id)) return false;
    rmSync(join(folder, `${id}.json`), { force: true });
    known.delete(id);
    return true;
  };
  return {
    list,
    revoke,
    add: (name, milliseconds) => {
      const secret = drawToken();
      const peer: Peer = {
        id: randomBytes(8).toString("hex"),
        name: name.replace(/[^\x20-\x7e]/g, " ").slice(0, 120),
        pairedAt: new Date(milliseconds).toISOString(),
        secretSha256: sha256Hex(secret),
      };
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      writeFileWhole(join(folder, `${peer.id}.json`), JSON.stringify(peer), 0o600);
      for (const old of list().slice(0, -MOST_PEERS)) revoke(old.id);
      return secret;
    },
    holderOf: (secret) => {
      let holder: Peer | null = null;
      // No early end: the time must not tell which entry matched.
      for (const peer of list()) if (sameText(peer.secretSha256, sha256Hex(secret))) holder = peer;
      return holder;
    },
  };
}

/** Compares two texts in time that does not depend on where they differ (both are hashed first, so lengths are equal). */
export function sameText(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text, "utf8").digest();
  return timingSafeEqual(digest(a), digest(b));
}

function sha256Hex(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

function peerIds(folder: string): readonly string[] {
  if (statSync(folder, { throwIfNoEntry: false }) === undefined) return [];
  return readdirSync(folder)
    .filter((file) => /^[0-9a-f]{16}\.json$/.test(file))
    .map((file) => file.slice(0, 16));
}

/** Null for a file that vanished meanwhile or is not ours: such a page must pair again. */
function readPeer(folder: string, id: string): Peer | null {
  try {
    const value: unknown = JSON.parse(readFileSync(join(folder, `${id}.json`), "utf8"));
    return isPeer(value) && value.id === id ? value : null;
  } catch {
    return null;
  }
}

function isPeer(value: unknown): value is Peer {
  if (typeof value !== "object" || value === null) return false;
  if (!("id" in value && "name" in value && "pairedAt" in value && "secretSha256" in value)) return false;
  return (
    typeof value.id === "string" &&
    typeof value.name === "string" &&
    typeof value.pairedAt === "string" &&
    typeof value.secretSha256 === "string" &&
    HEX_64.test(value.secretSha256)
  );
}
