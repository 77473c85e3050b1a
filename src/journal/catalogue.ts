/**
 * Which variables does gutskin know by name?
 *
 * The single catalogue (see variable.ts for what each field means). Delay ranges are the usual days from cause to
 * visible effect collected in the project's evidence notes: hours to 1-2 days for stress, sleep, alcohol and rosacea
 * triggers; 3-8 weeks for diet; 4-12 weeks for probiotics; skin lesions of acne take 7-56 days. They describe levers and are
 * preferences, never hard cuts. Plausibility bounds refuse typing errors, they do not judge health.
 */
import type { Role, SkinCondition, Variable } from "./variable.ts";

type Extra = Partial<Omit<Variable, "id" | "label">>;

/** A 0-10 self-rating, lower is better. */
function score(
  id: string,
  label: string,
  role: Role,
  anchors: readonly [string, string],
  aliases: readonly string[],
  extra: Extra = {},
): Variable {
  return {
    id,
    label,
    role,
    unit: "points",
    min: 0,
    max: 10,
    step: 1,
    betterIs: "lower",
    dailyRule: "last",
    plausibleMin: 0,
    plausibleMax: 10,
    anchors,
    aliases,
    ...extra,
  };
}

/** An amount that adds up over the day. */
function amount(
  id: string,
  label: string,
  unit: string,
  plausibleMax: number,
  aliases: readonly string[],
  extra: Extra = {},
): Variable {
  return {
    id,
    label,
    role: "lever",
    unit,
    min: 0,
    betterIs: "neither",
    dailyRule: "sum",
    plausibleMin: 0,
    plausibleMax,
    aliases,
    ...extra,
  };
}

/** Servings of the day: whole numbers, silence on a complete day is zero. */
function servings(id: string, label: string, aliases: readonly string[], extra: Extra = {}): Variable {
  return amount(id, label, "servings", 30, aliases, {
    silenceIsZeroOnCompleteDay: true,
    delayDays: { min: 0, max: 56 },
    ...extra,
  });
}

/** Yes = 1, no = 0. */
function yesNo(id: string, label: string, role: Role, aliases: readonly string[], extra: Extra = {}): Variable {
  return {
    id,
    label,
    role,
    unit: "yes",
    min: 0,
    max: 1,
    step: 1,
    betterIs: "neither",
    dailyRule: "max",
    plausibleMin: 0,
    plausibleMax: 1,
    aliases,
    silenceIsZeroOnCompleteDay: true,
    ...extra,
  };
}

/** Watched by the safety rules (a loss, a low weight) and adjusted for; never looked at as a cause, never a row of the check-in. */
const weighed: Extra = {
  role: "context",
  dailyRule: "last",
  plausibleMin: 2,
  unitMustBeSaid: true,
  hiddenByDefault: true,
};

const only = (...conditions: readonly SkinCondition[]): Extra => ({ conditions });

/** A cause that is over within two days (trials and patient reports of alcohol, caffeine, heat and spice), or one that works over weeks (diet). */
const soon = { delayDays: { min: 0, max: 2 } } as const;
const slow = { delayDays: { min: 0, max: 56 } } as const;

/** Grams, mg or servings of food that a reading of meals gives; silence is no zero unless the extra says so. */
function eaten(
  id: string,
  label: string,
  unit: string,
  plausibleMax: number,
  aliases: readonly string[],
  extra: Extra = {},
): Variable {
  return amount(id, label, unit, plausibleMax, aliases, { ...slow, ...extra });
}

/** All variables that gutskin knows by name, each once. */
export const catalogue: readonly Variable[] = [
  // skin: the daily items of the five manifestations
  score(
    "skinSeverity",
    "Skin today",
    "skin",
    ["clear", "worst ever"],
    ["skin", "skin overall", "skin severity", "haut", "piel", "peau"],
    {
      partOf: [
        "itch",
        "skinRedness",
        "skinDryness",
        "acneSeverity",
        "eczemaSeverity",
        "psoriasisSeverity",
        "rosaceaSeverity",
      ],
    },
  ),
  score(
    "itch",
    "Itch",
    "skin",
    ["none", "worst imaginable"],
    ["itching", "itchiness", "pruritus", "juckreiz", "picor", "prurit"],
    { partOf: ["skinSeverity", "eczemaSeverity"] },
  ),
  score("skinRedness", "Redness", "skin", ["none", "very red"], ["redness", "red skin", "erythema"], {
    partOf: ["skinSeverity", "rosaceaSeverity", "eczemaSeverity", "psoriasisSeverity"],
  }),
  score("skinDryness", "Dryness", "skin", ["supple", "cracked"], ["dryness", "dry skin", "drySkin", "xerosis"], {
    partOf: ["skinSeverity", "eczemaSeverity"],
  }),
  score(
    "skinPain",
    "Burning or sore skin",
    "skin",
    ["none", "worst imaginable"],
    ["burning", "stinging", "sore skin", "skin pain"],
    only("rosacea", "eczema", "psoriasis", "dryness"),
  ),
  score("acneSeverity", "Acne", "skin", ["clear", "worst ever"], ["acne", "pimples", "breakout", "breakouts"], {
    ...only("acne"),
    partOf: ["skinSeverity", "newLesionCount", "lesionCount"],
  }),
  {
    id: "newLesionCount",
    label: "New spots",
    role: "skin",
    unit: "spots",
    min: 0,
    step: 1,
    betterIs: "lower",
    dailyRule: "max",
    plausibleMin: 0,
    plausibleMax: 200,
    aliases: ["new spots", "new pimples", "new lesions"],
    conditions: ["acne", "rosacea"],
    partOf: ["acneSeverity", "lesionCount", "skinSeverity"],
  },
  {
    id: "lesionCount",
    label: "Spots in all",
    role: "skin",
    unit: "spots",
    min: 0,
    step: 1,
    betterIs: "lower",
    dailyRule: "max",
    plausibleMin: 0,
    plausibleMax: 500,
    aliases: ["lesions", "lesion count", "spots"],
    conditions: ["acne", "rosacea"],
    partOf: ["acneSeverity", "newLesionCount", "skinSeverity"],
  },
  score("eczemaSeverity", "Eczema", "skin", ["clear", "worst ever"], ["eczema", "atopic dermatitis", "neurodermitis"], {
    ...only("eczema"),
    partOf: ["skinSeverity", "itch", "skinRedness", "skinDryness"],
  }),
  score("rosaceaSeverity", "Rosacea", "skin", ["clear", "worst ever"], ["rosacea"], {
    ...only("rosacea"),
    partOf: ["skinSeverity", "skinRedness", "flushingEpisodes"],
  }),
  {
    id: "flushingEpisodes",
    label: "Flushing episodes",
    role: "skin",
    unit: "episodes",
    min: 0,
    step: 1,
    betterIs: "lower",
    dailyRule: "sum",
    plausibleMin: 0,
    plausibleMax: 60,
    aliases: ["flushing", "flush", "flushes"],
    conditions: ["rosacea"],
    partOf: ["rosaceaSeverity"],
  },
  score("psoriasisSeverity", "Psoriasis", "skin", ["clear", "worst ever"], ["psoriasis", "plaques"], {
    ...only("psoriasis"),
    partOf: ["skinSeverity", "skinScaling", "skinRedness"],
  }),
  score("skinScaling", "Scaling", "skin", ["none", "thick scales"], ["scaling", "scales", "flaking"], {
    ...only("psoriasis", "dryness"),
    partOf: ["psoriasisSeverity", "skinSeverity"],
  }),

  // gut
  score(
    "gutSeverity",
    "Gut today",
    "gut",
    ["calm", "worst ever"],
    ["gut", "gut overall", "stomach", "belly", "digestion"],
    { partOf: ["bloating", "abdominalPain", "bowelUrgency", "constipation", "heartburn"] },
  ),
  score(
    "bloating",
    "Bloating",
    "gut",
    ["none", "worst imaginable"],
    ["bloat", "bloated", "gas", "blähungen", "hinchazón", "ballonnements"],
    { partOf: ["gutSeverity"] },
  ),
  score(
    "abdominalPain",
    "Belly pain",
    "gut",
    ["none", "worst imaginable"],
    ["pain", "belly pain", "stomach pain", "cramps", "abdominal pain"],
    { partOf: ["gutSeverity"] },
  ),
  score("bowelUrgency", "Urgency", "gut", ["none", "cannot wait"], ["urgency", "urgent"], { partOf: ["gutSeverity"] }),
  score("constipation", "Constipation", "gut", ["none", "worst ever"], ["constipated"], {
    partOf: ["gutSeverity", "stoolForm"],
  }),
  score("heartburn", "Heartburn", "gut", ["none", "worst imaginable"], ["reflux", "acid reflux"], {
    partOf: ["gutSeverity"],
  }),
  {
    id: "stoolForm",
    label: "Stool form",
    role: "gut",
    unit: "points",
    min: 1,
    max: 7,
    step: 1,
    betterIs: "neither",
    dailyRule: "mean",
    plausibleMin: 1,
    plausibleMax: 7,
    aliases: ["stool", "bristol", "stool type", "poop", "bss"],
    partOf: ["constipation"],
    anchors: ["hard lumps", "watery"],
  },
  {
    id: "bowelMovements",
    label: "Bowel movements",
    role: "gut",
    unit: "times",
    min: 0,
    step: 1,
    betterIs: "neither",
    dailyRule: "sum",
    plausibleMin: 0,
    plausibleMax: 30,
    aliases: ["bm", "stools", "bowel movements"],
  },

  // inflammation markers
  {
    id: "crpMgPerL",
    label: "CRP",
    role: "inflammation",
    unit: "mg/L",
    min: 0,
    betterIs: "lower",
    dailyRule: "mean",
    plausibleMin: 0,
    plausibleMax: 500,
    aliases: ["crp", "c-reactive protein"],
  },
  {
    id: "calprotectinUgPerG",
    label: "Calprotectin",
    role: "inflammation",
    unit: "µg/g",
    min: 0,
    betterIs: "lower",
    dailyRule: "mean",
    plausibleMin: 0,
    plausibleMax: 20000,
    aliases: ["calprotectin", "fecal calprotectin", "faecal calprotectin"],
  },

  // stress, mood, sleep
  score("stress", "Stress", "stress", ["none", "overwhelming"], ["stressed", "stress level", "estrés", "stresslevel"], {
    delayDays: { min: 0, max: 28 },
  }),
  score("mood", "Mood", "stress", ["very low", "very good"], ["feeling", "stimmung"], {
    betterIs: "higher",
    delayDays: { min: 0, max: 28 },
  }),
  {
    id: "sleepHours",
    label: "Sleep",
    role: "sleep",
    unit: "h",
    min: 0,
    max: 24,
    betterIs: "higher",
    dailyRule: "sum",
    plausibleMin: 0,
    plausibleMax: 20,
    aliases: ["slept", "sleep", "hours slept", "sleep hours", "schlaf"],
    delayDays: { min: 0, max: 3 },
  },
  score("sleepQuality", "Sleep quality", "sleep", ["very bad", "very good"], ["sleep quality"], {
    betterIs: "higher",
    delayDays: { min: 0, max: 3 },
  }),

  // levers: food
  servings("fibreRichServings", "Fibre-rich foods", [
    "fibre rich",
    "fiber rich",
    "fibre foods",
    "fiber foods",
    "legumes",
    "fibre servings",
  ]),
  servings("fermentedServings", "Fermented foods", ["fermented", "fermented foods", "ferments"], {
    partOf: ["liveMicrobesLog10Cfu", "fermentedDairyServings"],
  }),
  servings("prebioticServings", "Prebiotic foods", ["prebiotic", "prebiotics", "prebiotic foods"], {
    partOf: ["prebioticFructanGrams", "betaGlucanGrams"],
  }),
  servings(
    "ultraProcessedServings",
    "Ultra-processed foods",
    ["ultra processed", "ultraprocessed", "upf", "junk food", "processed foods"],
    { partOf: ["ultraProcessedEnergyShare"] },
  ),
  servings("dairyServings", "Dairy", ["dairy", "milk"], {
    partOf: ["milkServings", "skimMilkServings", "fermentedDairyServings", "cheeseServings", "wheyGrams"],
  }),
  amount(
    "fibreGrams",
    "Fibre",
    "g",
    150,
    ["fibre", "fiber", "dietary fiber", "fibre g", "ballaststoffe", "fibra", "fibres"],
    { delayDays: { min: 0, max: 56 }, partOf: ["solubleFibreGrams", "insolubleFibreGrams"] },
  ),
  amount("solubleFibreGrams", "Soluble fibre", "g", 100, ["soluble fibre", "soluble fiber"], {
    delayDays: { min: 0, max: 56 },
    partOf: ["fibreGrams"],
  }),
  amount("insolubleFibreGrams", "Insoluble fibre", "g", 100, ["insoluble fibre", "insoluble fiber"], {
    delayDays: { min: 0, max: 56 },
    partOf: ["fibreGrams"],
  }),
  amount("energyKcal", "Energy", "kcal", 15000, ["energy", "calories", "kcal"], {
    delayDays: { min: 0, max: 56 },
    hiddenByDefault: true,
  }),
  amount("carbohydrateGrams", "Carbohydrate", "g", 2000, ["carbs", "carbohydrates"], {
    delayDays: { min: 0, max: 56 },
    partOf: ["sugarGrams", "addedSugarGrams", "glycaemicLoad"],
  }),
  amount("sugarGrams", "Sugars", "g", 1500, ["sugar", "sugars", "zucker"], {
    delayDays: { min: 0, max: 56 },
    partOf: ["addedSugarGrams", "lactoseGrams", "glycaemicLoad"],
  }),
  amount("addedSugarGrams", "Added sugar", "g", 1500, ["added sugar", "added sugars"], {
    delayDays: { min: 0, max: 56 },
    partOf: ["glycaemicLoad"],
  }),
  amount("fatGrams", "Fat", "g", 1000, ["fat"], {
    delayDays: { min: 0, max: 56 },
    partOf: ["saturatedFatGrams", "omega3Grams", "alaGrams", "epaDhaGrams"],
  }),
  amount("saturatedFatGrams", "Saturated fat", "g", 500, ["saturated fat", "saturated"], {
    delayDays: { min: 0, max: 56 },
  }),
  amount("proteinGrams", "Protein", "g", 1000, ["protein"], { delayDays: { min: 0, max: 56 } }),
  amount("omega3Grams", "Omega-3", "g", 50, ["omega-3", "omega 3", "fish oil grams"], {
    delayDays: { min: 14, max: 84 },
    partOf: ["alaGrams", "epaDhaGrams"],
  }),
  amount("alcoholGrams", "Alcohol", "g", 500, ["alcohol", "alkohol"], {
    delayDays: { min: 0, max: 2 },
    silenceIsZeroOnCompleteDay: true,
    partOf: ["redWineGrams", "whiteWineGrams", "beerGrams", "spiritsGrams"],
  }),
  amount("alcoholDrinks", "Alcoholic drinks", "drinks", 40, ["drinks", "wine", "beer"], {
    delayDays: { min: 0, max: 2 },
    silenceIsZeroOnCompleteDay: true,
    partOf: ["alcoholGrams"],
  }),
  amount("coffeeCups", "Coffee", "cups", 30, ["coffee", "kaffee", "coffees"], {
    delayDays: { min: 0, max: 2 },
    silenceIsZeroOnCompleteDay: true,
    partOf: ["caffeineMg"],
  }),
  amount("caffeineMg", "Caffeine", "mg", 3000, ["caffeine"], { delayDays: { min: 0, max: 2 } }),
  amount("waterMl", "Water", "ml", 15000, ["water"], { delayDays: { min: 0, max: 14 } }),
  amount("sodiumMg", "Sodium", "mg", 30000, ["sodium", "salt"], { delayDays: { min: 0, max: 14 } }),
  amount("calciumMg", "Calcium", "mg", 10000, ["calcium"], { delayDays: { min: 0, max: 56 } }),
  amount("cholesterolMg", "Cholesterol", "mg", 5000, ["cholesterol"], { delayDays: { min: 0, max: 56 } }),
  amount("lactoseGrams", "Lactose", "g", 300, ["lactose"], { delayDays: { min: 0, max: 3 } }),

  // levers: what a reading of meals gives beside these; most become columns only where they are asked for (docs/decisions/017-food-exposures.md).
  // Delays: weeks for diet, two days for triggers of flushing and for stimulants, two weeks and more for omega-3 (the ranges of the file's header).
  eaten("prebioticFructanGrams", "Prebiotic fibre", "g", 100, ["fructans", "fructan grams", "inulin grams"]),
  eaten("resistantStarchGrams", "Resistant starch", "g", 100, ["resistant starch"]),
  eaten("betaGlucanGrams", "Beta-glucan", "g", 50, ["beta glucan", "beta-glucan"]),
  servings("fermentedKilledServings", "Heat-killed ferments", ["fermented killed"]),
  eaten("liveMicrobesLog10Cfu", "Live microbes in food", "log10-CFU", 14, ["live microbes"], { dailyRule: "max" }),
  eaten(
    "supplementLog10Cfu",
    "Live microbes in supplements",
    "log10-CFU",
    14,
    ["supplement log10 cfu", "supplement cfu"],
    {
      dailyRule: "max",
      partOf: ["probioticTaken", "supplementTaken"],
    },
  ),
  eaten("plantTaxa7Days", "Plants in 7 days", "plants", 150, ["plants per week", "plant points", "plants this week"], {
    dailyRule: "last",
    partOf: ["plantTaxa7DaysWeighted"],
  }),
  eaten("plantTaxa7DaysWeighted", "Weighted plants in 7 days", "plants", 150, [], {
    dailyRule: "last",
  }),
  eaten("ultraProcessedEnergyShare", "Energy from ultra-processed foods", "share", 1, ["nova 4 share", "upf share"], {
    max: 1,
    dailyRule: "last",
  }),
  servings("milkServings", "Milk of any kind", [], { ...only("acne"), partOf: ["skimMilkServings"] }),
  servings("skimMilkServings", "Skimmed or low-fat milk", [], only("acne")),
  servings("fermentedDairyServings", "Yogurt or kefir", ["fermented dairy"]),
  servings("cheeseServings", "Cheese of any kind", []),
  eaten("wheyGrams", "Whey protein in food", "g", 300, [], {
    ...only("acne"),
    silenceIsZeroOnCompleteDay: true,
    partOf: ["proteinGrams"],
  }),
  eaten("glycaemicLoad", "Glycaemic load", "GL", 1000, ["glycemic load"], only("acne")),
  eaten("redWineGrams", "Alcohol from red wine", "g", 500, [], {
    ...soon,
    ...only("rosacea"),
    silenceIsZeroOnCompleteDay: true,
  }),
  eaten("whiteWineGrams", "Alcohol from white wine", "g", 500, [], { ...soon, silenceIsZeroOnCompleteDay: true }),
  eaten("beerGrams", "Alcohol from beer", "g", 500, [], { ...soon, silenceIsZeroOnCompleteDay: true }),
  eaten("spiritsGrams", "Alcohol from spirits", "g", 500, [], { ...soon, silenceIsZeroOnCompleteDay: true }),
  servings("spicyServings", "Spicy food", ["spicy", "spicy servings"], soon),
  servings("hotDrinks", "Hot drinks", ["hot drink"], { ...soon, ...only("rosacea"), unit: "drinks" }),
  servings("histamineServings", "Histamine-rich food", ["histamine"], soon),
  eaten("alaGrams", "Plant omega-3 (ALA)", "g", 50, ["ala"], { delayDays: { min: 14, max: 84 } }),
  eaten("epaDhaGrams", "Fish omega-3 (EPA and DHA)", "g", 20, ["epa and dha", "epa+dha"], {
    delayDays: { min: 14, max: 84 },
    ...only("eczema", "psoriasis"),
  }),
  servings("redMeatServings", "Red meats", []),
  servings("processedMeatServings", "Processed meats", []),
  servings("soyServings", "Soy foods", []),
  servings("glutenGrainServings", "Grains with gluten", ["gluten servings"]),
  servings("eggServings", "Eggs eaten", []),
  servings("nutServings", "Nuts eaten", []),
  servings("citrusTomatoServings", "Citrus or tomato", [], soon),
  eaten("eatingWindowHours", "Eating window", "h", 24, ["eating hours"], {
    max: 24,
    dailyRule: "last",
    delayDays: { min: 0, max: 14 },
    partOf: ["firstBiteHour", "lastBiteHour"],
  }),
  eaten("firstBiteHour", "First bite", "h", 28, [], { dailyRule: "last", ...soon }),
  eaten("lastBiteHour", "Last bite", "h", 28, [], { dailyRule: "last", ...soon }),
  eaten("foodCoverage", "Food understood and written down", "share", 1, [], {
    max: 1,
    dailyRule: "last",
    role: "context",
  }),

  // levers: supplement, practice, movement
  yesNo("probioticTaken", "Probiotic", "lever", ["probiotic", "probiotics"], { delayDays: { min: 7, max: 84 } }),
  yesNo("supplementTaken", "Supplement", "lever", ["supplement", "supplements"], {
    delayDays: { min: 7, max: 84 },
    partOf: ["probioticTaken"],
  }),
  amount(
    "practiceMinutes",
    "Calm practice",
    "min",
    600,
    ["meditation", "meditated", "breathing", "yoga", "practice", "relaxation"],
    { delayDays: { min: 0, max: 28 }, silenceIsZeroOnCompleteDay: true },
  ),
  amount("activeMinutes", "Movement", "min", 1440, ["exercise", "active minutes", "workout", "steps minutes"], {
    delayDays: { min: 0, max: 14 },
  }),

  // context: always adjusted for
  yesNo("antibioticTaken", "Antibiotic", "context", ["antibiotic", "antibiotics"]),
  yesNo("topicalTreatment", "Skin treatment", "context", ["topical", "cream", "ointment", "steroid cream"]),
  yesNo("systemicTreatment", "Medicine for skin or gut", "context", ["systemic", "biologic", "isotretinoin"]),
  yesNo("menstruation", "Period", "context", ["period", "menstruation", "menses"]),
  yesNo("travel", "Travel", "context", ["travel", "travelling", "trip"]),
  yesNo("illness", "Ill", "context", ["ill", "sick", "fever", "illness", "diarrhoea episode"]),
  amount("bodyWeightKilograms", "Body weight", "kg", 400, ["weight", "body weight", "weight kg", "gewicht"], weighed),
  {
    id: "temperatureCelsius",
    label: "Temperature",
    role: "context",
    unit: "°C",
    betterIs: "neither",
    dailyRule: "mean",
    plausibleMin: -60,
    plausibleMax: 60,
    aliases: ["temperature", "temp"],
  },
  {
    id: "humidityPercent",
    label: "Humidity",
    role: "context",
    unit: "%",
    min: 0,
    max: 100,
    betterIs: "neither",
    dailyRule: "mean",
    plausibleMin: 0,
    plausibleMax: 100,
    aliases: ["humidity"],
  },
];

const byId: ReadonlyMap<string, Variable> = new Map(catalogue.map((variable) => [variable.id, variable]));

const byName: ReadonlyMap<string, Variable> = new Map(
  catalogue
    .flatMap((variable) =>
      [variable.id, variable.label, ...variable.aliases].map((name) => [normaliseName(name), variable] as const),
    )
    .reverse(),
);

/** The variable with this id, or null. */
export function variableById(id: string): Variable | null {
  return byId.get(id) ?? null;
}

/**
 * The variable whose id, label or alias reads like this ("Fiber (g)", "fibre_g", "Itching"), or null. Case, spaces, underscores
 * and a trailing unit in brackets do not count. Earlier catalogue rows win.
 *
 * @example
 * ```ts
 * import { variableByName } from "gutskin";
 * if (variableByName("Dietary Fiber (g)")?.id !== "fibreGrams") throw new Error("fibre");
 * if (variableByName("moon phase") !== null) throw new Error("not a variable of ours");
 * ```
 */
export function variableByName(name: string): Variable | null {
  return byId.get(name) ?? byName.get(normaliseName(name)) ?? null;
}

/** Lower case, camelCase and separators to single spaces, a trailing bracketed unit removed. */
export function normaliseName(name: string): string {
  return name
    .normalize("NFC")
    .replace(/\s*[([][^)\]]*[)\]]\s*$/u, "")
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/[_\-\s]+/g, " ")
    .trim()
    .toLowerCase();
}

/** True when one of the two contains the other (a score against its own part): never a cause and an effect. */
export function isPartOf(a: string, b: string): boolean {
  return a === b || (byId.get(a)?.partOf?.includes(b) ?? false) || (byId.get(b)?.partOf?.includes(a) ?? false);
}
