/**
 * How would a person say what an official description says?
 *
 * "Bread, whole wheat, toasted" -> "toasted whole wheat bread". The official order without punctuation is kept as a second name, because a coded
 * diary carries it. Rules: what describes goes before the head, from the last to the first; what is added or how it was made ("with ...", "from
 * ...", "no ...") stays behind; "NFS" and "NS as to ..." say nothing and go. Anything that is a sentence of its own keeps its order.
 */

/** Stand after the food in every order. */
const AFTER =
  /^(with|without|made|from|in|on|no|not|and|or|cooked (with|in)|fat added|as|for|prepared|skin|lean|peel|coating|to|excluding|including|home recipe|restaurant|fast food|school|\S+ style|undiluted|reconstituted|added|any|stage|frozen meal|plain bun|over)\b/;
/** Still describe the food where they come after what was added: "with cheese, toasted". */
const ADJECTIVE =
  /^(toasted|light|diet|canned|frozen|reduced|low|lowfat|fat free|nonfat|cooked|\S+ crust|unsweetened|sweetened|decaffeinated|dry)\b/;
/** Heads that say less than what follows them: "Fish, cod" is cod. */
const EMPTY_HEADS = new Set(["fish", "shellfish", "cereal", "potato", "coffee"]);
/** Where the word after such a head is only a way of cooking or a colour, the head stays. */
const NO_HEAD =
  /^(baked|broiled|boiled|fried|raw|cooked|steamed|roasted|mashed|canned|dried|smoked|pickled|stick|ns|nfs|brewed|instant|iced|hot|white|sweet|scalloped|decaffeinated|turkish|cuban|coated|grilled|stuffed|multigrain|other|plain|flavored|fruit|pre-lightened|black|bottled|diet|ready-to-drink|yellow|no|high|regular|timbale|chocolate|reduced|made|peel|from|rice|corn|oat|wheat|bran|milled|cake|moochim|patty)/;
/** Cuts: the animal stands between its adjectives and them ("ribeye beef steak"). */
const CUT =
  /^(steak|chop|roast|pot roast|shortribs|cutlet|tenderloin|shoulder|loin|brisket|stew meat|belly|ribs|breast|leg|thigh|wing|patty)\b/;
const ANIMALS = new Set(["beef", "pork", "lamb", "veal", "ham", "chicken", "turkey", "bison"]);

/** { name, official, others }: the own name, the official order, and further names (brands). */
export function namesOfDescription(description) {
  const clean = cleaned(description);
  const official = plainWords(description);
  const bracket = /\(([^)]*)\)\s*$/.exec(clean)?.[1] ?? "";
  const isBrand = bracket !== "" && !/^\d|^skim|%|vitamin|formerly|include/.test(bracket);
  const bare = clean
    .replace(/\([^)]*\)/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const own = ownOrder(bare);
  if (!isBrand) return { name: own, official, others: /^\d+%/.test(bracket) ? [`${bracket} ${headOf(bare)}`] : [] };
  const [maker, product] = /^(\S+(?: \S+)?'s) (.+)$/.exec(bracket)?.slice(1) ?? ["", bracket];
  const brand = plainWords(product);
  const kind = headOf(bare).replace("cereal or granola bar", "bar").replace("nutritional drink or shake", "shake");
  // a maker's one dish keeps its kind ("burger king cheeseburger"), a product is known by its name ("corn pops")
  if (/^(cereal|energy drink|sports? drink|nutrition|soft drink|fruit juice drink)/.test(own) || /bar\b/.test(kind)) {
    const name = brand.includes(kind) ? brand : `${brand} ${kind}`;
    return {
      name,
      official,
      others: [...new Set([brand, plainWords(`${maker} ${product}`)])].filter((other) => other !== name),
    };
  }
  return { name: own.includes(brand) ? own : `${brand} ${own}`, official, others: [] };
}

/** Lower case, slips of the pen mended, abbreviations opened. */
function cleaned(description) {
  return description
    .toLowerCase()
    .replace(/"/g, "")
    .replaceAll("bluberries", "blueberries")
    .replaceAll("dark- green", "dark-green")
    .replaceAll("sour dough", "sourdough")
    .replaceAll("cake or cupcake", "cake")
    .replaceAll("hot chocolate / cocoa", "hot chocolate")
    .replaceAll("egg omelet or scrambled egg", "omelet or scrambled egg")
    .replace(/,(?=\S)/g, ", ")
    .replace(/\s+/g, " ")
    .trim();
}

/** Letters, digits and % in single spaces; "/" opens words. */
export function plainWords(text) {
  return text
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9%.]+/g, " ")
    .replace(/\.(?!\d)/g, "")
    .trim();
}

function headOf(text) {
  return plainWords(text.split(",")[0].split(";")[0]);
}

function ownOrder(text) {
  const said = text
    .split(/, |; /)
    .filter((segment) => !/^(nfs$|ns as to|ns$)/.test(segment))
    .map((segment) => segment.replace(/,? ns as to .*$/, "").replace(/,? nfs$/, ""));
  // a list ("baked, broiled, or roasted") or a sentence ("and vegetables including carrots") is left as it stands
  const isSentence = said
    .slice(1)
    .some((segment) => /^(and|or|and\/or)\b/.test(segment) || /including|excluding/.test(segment));
  if (isSentence || said.length === 1) return plainWords(said.join(" "));
  let [head, ...rest] = said;
  const turn = rest.findIndex((segment) => AFTER.test(segment));
  const isBefore = (segment, at) => !AFTER.test(segment) && (turn < 0 || at < turn || ADJECTIVE.test(segment));
  const before = rest.filter(isBefore);
  const after = rest.filter((segment, at) => !isBefore(segment, at));
  if (EMPTY_HEADS.has(head) && before.length > 0 && !NO_HEAD.test(before[0])) head = "";
  if (ANIMALS.has(head) && before.length > 0 && CUT.test(before[0])) {
    before[0] = `${head} ${before[0]}`;
    head = "";
  }
  return plainWords([...before.reverse(), head, ...after].join(" "));
}
