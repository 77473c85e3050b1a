/**
 * With which weights is a food name judged against the words that were typed?
 *
 * All parameters of the ranker in one place, so that they can be calibrated on data. Scores are in points: all words explained gives 10. A softmax
 * over scores / temperature, with "something else" as a candidate of its own, gives the probabilities.
 */

/** The parameters; own judgement unless said. */
export const rankerWeights = {
  /** Points when every word that was typed is explained. */
  coverage: 10,
  /** The last food word carries the kind of food. */
  headBoost: 1.5,
  /** Share of its weight that a word keeps in the coverage, by class. */
  neutralShare: 0.08,
  cookingShare: 0.3,
  brandShare: 0.06,
  changeShare: 0.3,
  /** A word of no food name before the head is mostly a brand or a place. */
  unknownShare: 0.5,
  /** Points lost by a word of the name that was not typed. */
  unaskedNeutral: 0.15,
  unaskedCooking: 0.5,
  unaskedForm: 2,
  unaskedOther: 1,
  /** More points lost when that word is the head of the name. */
  unaskedHead: 2.2,
  /** The head that was typed is not the head of the name, only another word of it. */
  headMoved: 1.2,
  /** Points for the whole name, in order; all its words in another order where that changes little, and where it may ("milk chocolate"). */
  exactName: 4,
  sameWordsShaded: 3.6,
  sameWords: 1.5,
  /** Points when every word that carries meaning is explained and only shades of it ("fresh") are left. */
  onlyShadesLeft: 3,
  /** Points lost by a name that leaves a typed word out when another is the whole name. */
  lessThanWhole: 5,
  /** The name that is shown first for a food is more its own than its other names. */
  displayName: 1.5,
  /** Points of `commonness` 1. */
  commonness: 0.45,
  /** Points lost by a corrected spelling. */
  spelling: 1.5,
  /** "Something else" has this score. */
  elseScore: 6,
  temperature: 0.8,
  /** Even a whole name may be meant otherwise ("chips", "biscuit"): this much always stays for something else. */
  neverSure: 0.03,
  /** Less of the typed weight explained than this: not understood. */
  coverageGate: 0.5,
  /** A first candidate below this is no answer. */
  leastFirst: 0.1,
  /** So many are shown however improbable, so that a choice is one tap away; further ones only from this probability on. */
  alwaysShown: 3,
  leastProbability: 0.000001,
  mostCandidates: 5,
} as const;
