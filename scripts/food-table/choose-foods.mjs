/**
 * Which official foods does the extended table need, when the others may be answered by their nearest neighbour in it?
 *
 * A greedy choice: what a missing food would cost is the difference of a usual portion's figures from the food whose name is nearest among those
 * already chosen, weighted by how often its kind is eaten (food-kinds.mjs) and how general its name is. Foods that several people of the
 * development recalls ate come before all others (eaten-codes.mjs).
 */

/** Cost of a difference in one portion: per g fibre, per 100 kcal, per g alcohol, per 10 g sugar, per 50 mg caffeine. */
const COSTS = [
  ["fibreGrams", 1],
  ["energyKcal", 0.004],
  ["alcoholGrams", 0.1],
  ["sugarGrams", 0.03],
  ["caffeineMg", 0.01],
];
/** A neighbour that shares nothing costs this much more. */
const OTHER_FOOD = 0.5;
const NEIGHBOURS = 80;
/** Words that hardly tell foods apart. */
const WEAK = new Set("nfs ns as to or and with of the a type made from fat added no form not".split(" "));

/** Each official food with its words and weight: { code, words, weight, figures, portion, category }; `first`: codes taken before any choice. Answers the codes chosen, in order of worth. */
export function chooseFoods(foods, already, count, leastPerCategory, first = []) {
  const { similar, likeness } = neighboursOf(foods);
  const byCategory = new Map();
  foods.forEach((food, at) => byCategory.set(food.category, [...(byCategory.get(food.category) ?? []), at]));
  const chosen = new Set(foods.flatMap((food, at) => (already.has(food.code) ? [at] : [])));
  const nearest = foods.map((_, at) => nearestOf(at));
  const order = [];
  const early = new Set(first);
  foods.forEach(({ code }, at) => {
    if (early.has(code) && !chosen.has(at)) take(at);
  });
  for (const members of byCategory.values()) {
    const best = members.filter((at) => !chosen.has(at)).sort((a, b) => foods[b].weight - foods[a].weight || a - b);
    const missing = leastPerCategory - members.filter((at) => chosen.has(at)).length;
    best.slice(0, Math.max(0, missing)).forEach(take);
  }
  const gains = foods.map((_, at) => (chosen.has(at) ? -1 : gainOf(at)));
  while (order.length < count) {
    let best = -1;
    for (let at = 0; at < foods.length; at += 1)
      if (!chosen.has(at) && (best < 0 || gains[at] > gains[best])) best = at;
    if (best < 0 || gains[best] <= 0) break;
    take(best);
    const touched = new Set([best, ...similar[best]]);
    for (const near of similar[best]) for (const far of similar[near]) touched.add(far);
    for (const at of touched) gains[at] = chosen.has(at) ? -1 : gainOf(at);
  }
  return {
    codes: order.map((at) => foods[at].code),
    left: foods.map((food, at) => ({ food, cost: chosen.has(at) ? 0 : costOf(at, nearest[at]), near: nearest[at] })),
  };

  function take(at) {
    chosen.add(at);
    order.push(at);
    nearest[at] = at;
    for (const near of similar[at]) {
      if (nearest[near] === null || (!chosen.has(near) && likeness(near, at) > likeness(near, nearest[near])))
        nearest[near] = at;
    }
  }

  function nearestOf(at) {
    if (chosen.has(at)) return at;
    return similar[at].find((other) => chosen.has(other)) ?? null;
  }

  function gainOf(at) {
    let gain = costOf(at, nearest[at]);
    for (const near of similar[at]) {
      if (chosen.has(near)) continue;
      const now = nearest[near];
      if (now !== null && likeness(near, at) <= likeness(near, now)) continue;
      gain += Math.max(0, costOf(near, now) - costOf(near, at));
    }
    return gain;
  }

  function costOf(at, other) {
    const food = foods[at];
    if (other === at) return 0;
    let cost = 0.03;
    for (const [name, price] of COSTS) {
      const own = Number(food.figures[name] || 0);
      const its = other === null ? 0 : Number(foods[other].figures[name] || 0);
      cost += (price * Math.abs(own - its) * food.portion) / 100;
    }
    return food.weight * (cost + OTHER_FOOD * (other === null ? 1 : 1 - likeness(at, other)));
  }
}

/** For each food its most similar others by the words of their names (rare words weigh more), best first. */
function neighboursOf(foods) {
  const holders = new Map();
  foods.forEach(({ words }, at) =>
    new Set(words).forEach((word) => holders.set(word, [...(holders.get(word) ?? []), at])),
  );
  const worth = new Map(
    [...holders].map(([word, at]) => [word, WEAK.has(word) ? 0.3 : Math.log(foods.length / at.length)]),
  );
  const totals = foods.map(({ words }) => [...new Set(words)].reduce((sum, word) => sum + worth.get(word), 0));
  const sets = foods.map(({ words }) => new Set(words));
  const likeness = (a, b) => {
    let common = 0;
    for (const word of sets[a]) if (sets[b].has(word)) common += worth.get(word);
    return common / (totals[a] + totals[b] - common);
  };
  const similar = foods.map((_, at) => {
    const shared = new Map();
    for (const word of sets[at]) {
      const others = holders.get(word);
      if (others.length > 900) continue;
      for (const other of others) if (other !== at) shared.set(other, (shared.get(other) ?? 0) + worth.get(word));
    }
    return [...shared]
      .map(([other, common]) => [other, common / (totals[at] + totals[other] - common)])
      .sort(([a, x], [b, y]) => y - x || a - b)
      .slice(0, NEIGHBOURS)
      .map(([other]) => other);
  });
  return { similar, likeness };
}
