/**
 * How would a ready-made text search do the same job?
 *
 * MiniSearch, FlexSearch and Fuse.js over the same corpus, as their manuals advise for short names: MiniSearch with prefixes and fuzziness .2,
 * FlexSearch with forward tokens and suggestions, Fuse.js anywhere in the text. Anchors of the benchmark; the product depends on none of them.
 */
import { Index } from "flexsearch";
import Fuse from "fuse.js";
import MiniSearch from "minisearch";
import { cleanPieces } from "./clean-pieces.ts";
import type { FoundItem, Proposal } from "./phrase-judge.ts";

/** One searchable text; several may lead to one food. */
export interface Document {
  readonly text: string;
  readonly proposal: Proposal;
}

/** A search: the best documents for these words, at most `count`. */
export interface PlainSearch {
  readonly name: string;
  readonly best: (words: string, count: number) => readonly Document[];
}

export const plainSearchNames = ["MiniSearch 7.2.0", "FlexSearch 0.8.212", "Fuse.js 7.5.0"] as const;

/** Builds one of the searches over these documents. */
export function plainSearch(name: (typeof plainSearchNames)[number], documents: readonly Document[]): PlainSearch {
  const pick = (ids: readonly number[]): readonly Document[] => ids.flatMap((id) => documents[id] ?? []);
  switch (name) {
    case "MiniSearch 7.2.0": {
      const index = new MiniSearch<{ id: number; text: string }>({ fields: ["text"] });
      index.addAll(documents.map(({ text }, id) => ({ id, text })));
      const options = { prefix: true, fuzzy: 0.2 };
      return { name, best: (words, count) => pick(index.search(words, options).slice(0, count).map((hit) => Number(hit.id))) }; // prettier-ignore
    }
    case "FlexSearch 0.8.212": {
      const index = new Index({ tokenize: "forward" });
      documents.forEach(({ text }, id) => {
        index.add(id, text);
      });
      return { name, best: (words, count) => pick(index.search(words, { limit: count, suggest: true }).map(Number)) };
    }
    case "Fuse.js 7.5.0": {
      const fuse = new Fuse(documents, { keys: ["text"], ignoreLocation: true });
      return { name, best: (words, count) => fuse.search(words, { limit: count }).map((hit) => hit.item) };
    }
  }
}

/** What a search finds in a phrase: per clean piece its first different foods. A search states no probabilities. */
export function searchPhrase(search: PlainSearch, phrase: string, count: number): readonly FoundItem[] {
  return cleanPieces(phrase).map(({ words, from, to }) => {
    const proposals = new Map<string, Proposal>();
    for (const { proposal } of search.best(words, 4 * count)) {
      if (!proposals.has(proposal.id) && proposals.size < count) proposals.set(proposal.id, proposal);
    }
    return { from, to, proposals: [...proposals.values()], grams: null };
  });
}
