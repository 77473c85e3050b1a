/**
 * Which commands are there?
 *
 * The one list behind dispatch, `gutskin help` and docs/user/cli.md. Commands are loaded when called, so that `help`
 * and `--version` start quickly.
 */
import type { CommandSpec } from "./arguments.ts";

const seed = { value: "NUMBER", about: "seed of the calculation, 0 to 4294967295 (default 1); same seed, same bytes" };

export const commands: readonly CommandSpec[] = [
  {
    name: "serve",
    about: "open the journal in the browser (what `gutskin` alone does)",
    usage: ["", "serve [--port 4810] [--no-open]"],
    options: {
      port: {
        value: "NUMBER",
        about: "another port than 4810; the page then has to pair anew, because browsers keep data by port",
      },
      "no-open": { about: "print the address and do not open a browser" },
    },
    maxWords: 0,
    load: async () => (await import("./commands/serve.ts")).runServe,
  },
  {
    name: "log",
    about: "write down one line",
    usage: ['log "lentils, kefir; itch 4; bloating 2; stress 6; slept 7"', "log --undo ID"],
    options: {
      undo: { value: "ID", about: "take back what one `log` wrote (its id was printed then)" },
      day: {
        value: "YYYY-MM-DD",
        about: "the day that is meant (default: today; words like `yesterday` in the line win)",
      },
      "dry-run": { about: "show how the line is read and write nothing" },
    },
    maxWords: 200,
    load: async () => (await import("./commands/log.ts")).runLog,
  },
  {
    name: "eat",
    about: "write down a meal and see what was understood and what it brings",
    usage: ['eat "2 slices rye bread, kefir" [--meal breakfast] [--day YYYY-MM-DD] [--dry-run]', "eat --undo ID"],
    options: {
      meal: { value: "MEAL", about: "breakfast, lunch, dinner or snack (default: what the words say)" },
      day: {
        value: "YYYY-MM-DD",
        about: "the day that is meant (default: today; `yesterday` in the text counts from it)",
      },
      "dry-run": { about: "show how the meal is read and write nothing" },
      undo: { value: "ID", about: "take back what one `eat` wrote (its id was printed then)" },
    },
    maxWords: 2000,
    load: async () => (await import("./commands/eat.ts")).runEat,
  },
  {
    name: "import",
    about: "bring data from a file: a wide CSV, Cronometer's dailysummary.csv, or gutskin's own export",
    usage: ["import FILE [--dry-run] [--map MAPPING.json] [--yes]", "import --undo RECEIPT"],
    options: {
      "dry-run": { about: "show what would happen and write nothing" },
      map: { value: "MAPPING.json", about: "which column goes where (the preview prints a mapping to start from)" },
      "date-order": { value: "ORDER", about: "order of ambiguous dates like 03/04/2026: dmy, mdy or ymd" },
      decimal: { value: "MARK", about: "decimal mark of numbers that do not prove it: . or ," },
      yes: { about: "commit without asking; needed when no terminal is there to ask on" },
      "skip-bad": { about: "with --yes: also when some places cannot be read; they are left out" },
      "accept-partial": { about: "also take a file that ends in the middle" },
      undo: { value: "RECEIPT", about: "take back the entries that one import added" },
    },
    maxWords: 1,
    load: async () => (await import("./commands/import.ts")).runImport,
  },
  {
    name: "analyse",
    about: "estimate the axis: levers, gut and skin, in both directions",
    usage: [
      "analyse [DIARY.csv] [--roles ROLES.json] [--seed 1] [--fdr 0.1]",
      "analyse [DIARY.csv] --what-if fibreGrams=+10",
    ],
    options: {
      threads: { value: "NUMBER", about: "cores to use (default: all); the answer does not depend on it" },
      roles: { value: "ROLES.json", about: "role, range and unit of each column" },
      seed,
      fdr: {
        value: "SHARE",
        about: "accepted share of false findings among those reported, 0.001 to 0.5 (default 0.1)",
      },
      "what-if": {
        value: "NAME=AMOUNT",
        about: "also say what a change a day from tomorrow on would go with: a column and +more or -less of it",
      },
      conditions: {
        value: "LIST",
        about:
          "skin conditions whose trials are weighed in, with the data alone beside it (default: those of the journal's profile; of a file none)",
      },
      "data-alone": { about: "leave out what trials found" },
      missing: {
        value: "HOW",
        about: "days without an entry: `ignorable` (they say nothing; default) or `worse-days` (worse than the rest)",
      },
      "time-budget": {
        value: "SECONDS",
        about: "stop after about so long with the best answer so far, which then says so (0.1 to 86400)",
      },
    },
    maxWords: 1,
    load: async () => (await import("./commands/analyse.ts")).runAnalyse,
  },
  {
    name: "foods",
    about: "read a meal, remember your portions, and use food tables that you downloaded",
    usage: [
      'foods read "2 slices rye bread, kefir" [--file FILE] [--plain]',
      'foods why "kimchi fried rice"',
      'foods remember "my bowl" [--food ID|TEXT] [--grams 260] [--unit bowl]',
      "foods import FILE|FOLDER [--as fdc|off|ciqual|cofid] [--country de,gb] [--barcodes FILE] [--only-with fibre] [--yes]",
      "foods find TEXT|BARCODE [--limit 10]",
      'foods pick ID [--as "my muesli"] [--portion 60]',
      "foods sources",
      "foods forget SOURCE",
    ],
    options: {
      file: { value: "FILE", about: "read: one meal a line (`-` = standard input)" },
      plain: { about: "read: without your own foods and portions" },
      as: { value: "WORDS", about: "import: which table it is; pick: what you call the food" },
      country: {
        value: "LIST",
        about: "import: only foods sold there (de,gb or en:germany; Open Food Facts, branded foods)",
      },
      barcodes: { value: "FILE", about: "import: only these barcodes, one a line" },
      "only-with": { value: "LIST", about: "import: only foods that say this (fibre, kcal, sugar, protein ...)" },
      "dry-run": { about: "import: show what the file is and import nothing" },
      yes: { about: "import without asking; needed when no terminal is there to ask on" },
      again: { about: "import: read a file anew that was imported before" },
      limit: { value: "NUMBER", about: "find: at most so many foods (default 10)" },
      portion: { value: "GRAMS", about: "pick: grams of your usual portion" },
      food: { value: "ID|TEXT", about: "remember: the food that your words mean" },
      grams: { value: "GRAMS", about: "remember: grams of your portion, or of one UNIT" },
      unit: { value: "UNIT", about: "remember: the household measure that the grams are of (bowl, glass, slice ...)" },
    },
    maxWords: 200,
    load: async () => (await import("./commands/foods.ts")).runFoods,
  },
  {
    name: "score",
    about: "compute a clinical score from its answers: POEM, SCORAD, EASI, PASI, GAGS, DLQI, PSQI and more",
    usage: [
      "score INSTRUMENT '{\"items\": [4, 2, 0, 1, 2, 3, 4]}' [--save]",
      "score INSTRUMENT FILE.json",
      "score --history [INSTRUMENT]",
      "score --list",
    ],
    options: {
      list: { about: "name the instruments, what they take and whose they are" },
      save: { about: "write the score into the journal; one per instrument, rater and day" },
      day: { value: "YYYY-MM-DD", about: "with --save: the day it is about (default: today)" },
      rater: { value: "WHO", about: "with --save: self or clinician (default: whom the instrument is made for)" },
      history: { about: "the scores of the journal, with their changes" },
    },
    maxWords: 2,
    load: async () => (await import("./commands/score.ts")).runScore,
  },
  {
    name: "evidence",
    about: "what trials and studies found, nulls included, in both directions",
    usage: ["evidence", "evidence LEVER [CONDITION]", "evidence kefir eczema"],
    options: {},
    maxWords: 12,
    load: async () => (await import("./commands/evidence.ts")).runEvidence,
  },
  {
    name: "safety",
    about: "what the safety rules say, what they ask, and what stands before an experiment",
    usage: [
      "safety",
      "safety ask [EXPERIMENT|all]",
      "safety answer FACT yes|no|unknown [FACT REPLY ...]",
      "safety gate [EXPERIMENT]",
      "safety confirm EXPERIMENT --who dermatologist",
      "safety read RULE",
    ],
    options: { who: { value: "WHO", about: "with `confirm`: the professional you have talked to" } },
    maxWords: 200,
    load: async () => (await import("./commands/safety.ts")).runSafety,
  },
  {
    name: "profile",
    about: "what is true of you for longer than a day; it stays in your journal",
    usage: [
      "profile",
      'profile --conditions eczema,acne --birth-year 1990 --height 170 --region GB --medicines "a, b"',
    ],
    options: {
      conditions: { value: "LIST", about: "acne, eczema, rosacea, psoriasis, dryness; or none" },
      "birth-year": { value: "YEAR", about: "for the rules that depend on age" },
      height: { value: "CM", about: "with logged weight: keeps diets away when weight is low" },
      region: {
        value: "XX",
        about: "two letters like GB or DE: decides which emergency number is shown; never guessed",
      },
      medicines: { value: "NAMES", about: "all that you take, with commas between; or none" },
    },
    maxWords: 0,
    load: async () => (await import("./commands/profile.ts")).runProfile,
  },
  {
    name: "next",
    about: "what is worth testing, if anything: at most three fair tests, what is held back, and why",
    usage: [
      "next [--with-analysis] [--conditions eczema,acne]",
      "next DIARY.csv [--conditions eczema] [--roles ROLES.json]",
    ],
    options: {
      "with-analysis": { about: "analyse the journal first, so that the diary speaks too (a diary FILE always is)" },
      conditions: {
        value: "LIST",
        about: "acne, eczema, rosacea, psoriasis, dryness (default: those of the journal's profile; of a file none)",
      },
      roles: { value: "ROLES.json", about: "role, range and unit of each column of the file" },
      seed,
    },
    maxWords: 1,
    load: async () => (await import("./commands/next.ts")).runNext,
  },
  {
    name: "demo",
    about: "look at a made-up person, beside the truth that was put in",
    usage: ["demo [--seed 1] [--csv FILE]"],
    options: {
      seed,
      csv: { value: "FILE", about: "also write the made-up diary to this file" },
      force: { about: "overwrite FILE" },
    },
    maxWords: 0,
    load: async () => (await import("./commands/demo.ts")).runDemo,
  },
  {
    name: "export",
    about:
      "take everything out: `json` is lossless, `csv` has one row per day, `fhir` and `omh` are for clinics and other programs",
    usage: [
      "export json|csv [--all-exposures] [--out FILE] [--force]",
      "export fhir|omh [--from DAY] [--to DAY] [--notes] [--out FILE]",
    ],
    options: {
      "all-exposures": { about: "csv: everything read from meals, not only what the analysis looks at" },
      from: { value: "DAY", about: "fhir, omh: not before this day (YYYY-MM-DD)" },
      to: { value: "DAY", about: "fhir, omh: not after this day" },
      notes: { about: "fhir, omh: also your free notes, which stay out otherwise" },
      out: { value: "FILE", about: "write to this file (default: standard output)" },
      force: { about: "overwrite FILE" },
    },
    maxWords: 1,
    load: async () => (await import("./commands/export.ts")).runExport,
  },
  {
    name: "doctor",
    about: "check that the journal is whole",
    usage: ["doctor [--rebuild]"],
    options: { rebuild: { about: "make the derived tables anew from the log and compare" } },
    maxWords: 0,
    load: async () => (await import("./commands/doctor.ts")).runDoctor,
  },
  {
    name: "peers",
    about: "list the browser pages that may read the journal, or send one away",
    usage: ["peers", "peers revoke ID|all"],
    options: {},
    maxWords: 2,
    load: async () => (await import("./commands/peers.ts")).runPeers,
  },
];

/** The command with this name; `open` is another word for `serve`. */
export function commandByName(name: string): CommandSpec | null {
  const wanted = name === "open" ? "serve" : name === "analyze" ? "analyse" : name;
  return commands.find((command) => command.name === wanted) ?? null;
}
