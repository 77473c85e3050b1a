/**
 * `gutskin peers`: which browser pages may read and write this journal, and how is one sent away?
 *
 * Works on the files that the running server reads at each request, so a revoked page is out at once, also while the
 * server runs.
 */
import type { Call } from "../arguments.ts";
import { dataFolder } from "../data-folder.ts";
import { exitCodes, type ExitCode } from "../exit-codes.ts";
import { createPeerBook, type PeerBook } from "../server/pairing.ts";
import { tableLines } from "../terminal/table.ts";
import { tellUsage } from "../terminal/tell.ts";

/** Lists paired pages, or revokes one (`revoke ID`) or all (`revoke all`). */
export function runPeers(call: Call): Promise<ExitCode> {
  const book = createPeerBook(dataFolder(call));
  const [verb, id] = call.words;
  if (verb === undefined) return Promise.resolve(listPeers(call, book));
  if (verb !== "revoke" || id === undefined) {
    const detail = verb === "revoke" ? "`peers revoke` needs an id or `all`" : `unexpected "${verb}"`;
    return Promise.resolve(tellUsage(call.world, detail, "gutskin help peers", call.options["json"] !== undefined));
  }
  return Promise.resolve(revokePeers(call, book, id));
}

function listPeers({ world, options }: Call, book: PeerBook): ExitCode {
  const peers = book.list().map(({ id, name, pairedAt }) => ({ id, name, pairedAt }));
  if (options["json"] !== undefined) {
    world.answer(`${JSON.stringify({ peers })}\n`);
  } else if (peers.length === 0) {
    world.answer("No page is paired with this journal.\n");
  } else {
    const rows = peers.map((peer) => [peer.id, peer.pairedAt.slice(0, 16).replace("T", " "), peer.name]);
    const lines = tableLines([{ title: "id" }, { title: "paired (UTC)" }, { title: "page" }], rows, world.columns);
    world.answer(`${lines.join("\n")}\n`);
  }
  return exitCodes.done;
}

function revokePeers({ world, options }: Call, book: PeerBook, id: string): ExitCode {
  const json = options["json"] !== undefined;
  const wanted = id === "all" ? book.list().map((peer) => peer.id) : [id];
  const revoked = wanted.filter((peer) => book.revoke(peer));
  if (id !== "all" && revoked.length === 0) {
    return tellUsage(world, `no page has the id "${id}"`, "gutskin peers", json);
  }
  world.answer(
    json ? `${JSON.stringify({ revoked })}\n` : `Sent away: ${String(revoked.length)}. They have to pair again.\n`,
  );
  return exitCodes.done;
}
