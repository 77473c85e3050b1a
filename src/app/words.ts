/**
 * What does the page say by itself?
 *
 * The page's own texts, with words-axis.ts and words-data.ts for the screens that come later: names of
 * controls, headings, what only the page knows. Findings and errors are worded by insights and come as they
 * are. Tone: plain, no blame, no praise for eating less, nothing frightening, no exclamation marks. Keys
 * follow the screens.
 */
import { plural } from "./words-plural.ts";

export const words = {
  app: {
    name: "gutskin",
    skip: "Skip to content",
    navigation: "Screens",
    starting: "Opening your journal …",
    notAdvice: "gutskin keeps a diary and counts. It is not medical advice, and it does not diagnose or treat.",
    serverGoneMend:
      "What is on this page may be older than your journal. It comes back by itself when gutskin runs again.",
    unpairedTitle: "This page and your journal do not know each other yet",
    unpairedSteps: [
      "Go to the terminal where gutskin runs, or start it there.",
      "Open the address that it prints. It holds a key for this page.",
    ],
    close: "Close",
    loading: "Reading …",
    fault: "Something here broke, and that is our fault.",
    faultMend:
      "Your journal is not touched by this. Reload the page; if it happens again, please report the text below.",
  },
  nav: { today: "Today", history: "History", axis: "My axis", learn: "Learn", data: "Data" },
  saving: {
    saved: "Saved",
    saving: "Saving …",
    failed: (count: number): string =>
      `${plural(count, "change is", "changes are")} not saved yet. They are kept here and sent again.`,
    refused: "This could not be saved.",
    retry: "Try now",
    discard: "Leave it out",
    untouched: "Saves as you go",
  },
  demo: {
    banner: "Made-up person",
    bannerText: "240 invented days with a known answer. Nothing here is about you or goes into your journal.",
    leave: "Leave",
    door: "Look at a made-up person",
  },
  start: {
    title: "Do your gut and skin talk to each other?",
    lead: "A private diary that works out your own gut‑skin axis, in both directions: how much, after how many days, and how sure.",
    doors: "Three ways to begin",
    today: { title: "Start today", text: "Twenty seconds in the evening. A few taps, nothing to set up." },
    data: {
      title: "Bring my data",
      text: "A table of your own, Cronometer or a gutskin export.",
    },
    demo: {
      title: "Look at a made-up person",
      text: "A diary with a known answer: see what gutskin finds and what it misses.",
    },
    privacy: "Everything stays on this computer. No account, no request to anyone.",
    picture: "Gut and skin with a road in each direction",
  },
  conditions: {
    question: "What bothers you?",
    hint: "Choose up to three. It decides which rows you see and which safety questions fit; it can be changed any time.",
    names: { acne: "Acne", eczema: "Eczema", rosacea: "Rosacea", psoriasis: "Psoriasis", dryness: "Dry skin" },
    done: "Show my rows",
  },
  today: {
    title: (isToday: boolean): string => (isToday ? "How was today?" : "How was that day?"),
    today: "Today",
    yesterday: "Yesterday",
    dayBefore: "Day before",
    dayAfter: "Day after",
    otherDay: "Another day",
    rows: "Scores",
    notGiven: "not recorded",
    given: (value: string): string => `${value} given`,
    dayBeforeGiven: (value: string): string => `the day before: ${value}`,
    keys: "On a keyboard: digits set a row, ↑ ↓ move between rows, ⌫ clears.",
    sleep: "Hours slept last night",
    half: "and a half",
    food: "Servings of",
    supplement: "Supplement",
    yes: "Yes",
    no: "No",
    complete: "That was all today",
    completePast: "That was all that day",
    completeHint: "What you ticked is everything. Foods you left blank then count as none.",
    moreThanFour: "4+",
  },
  line: {
    title: "In your own words",
    label: "Write a line",
    placeholder: "lentils, kefir; itch 4; slept 7",
    help: "Foods, scores, minutes, notes. Parts are divided by a semicolon. What is not understood is kept as a note.",
    add: "Add",
    read: "How it is read",
    added: (count: number): string => `${plural(count, "entry", "entries")} added.`,
    undo: "Undo",
    undone: "Taken back.",
  },
  history: {
    title: "History",
    calendar: "Days you know",
    known: (known: number, all: number): string =>
      `${known} of ${plural(all, "day", "days")} known. Gaps cost nothing.`,
    earlier: "Earlier",
    later: "Later",
    dayKnown: (day: string, count: number): string => `${day}: ${plural(count, "thing", "things")} known`,
    dayUnknown: (day: string): string => `${day}: not recorded`,
    legend: { skin: "skin", gut: "gut", mind: "stress, sleep", lever: "food and more", none: "not recorded" },
    entries: (day: string): string => `On ${day}`,
    noEntries: "Nothing is recorded for this day. That is fine.",
    openDay: "Open in the check-in",
    change: "Change",
    save: "Save",
    cancel: "Cancel",
    remove: "Delete",
    removed: (what: string): string => `${what} deleted.`,
    changed: (what: string): string => `${what} changed.`,
    undo: "Undo",
    restored: "Back again.",
    newValue: (what: string): string => `New value for ${what}`,
    timeline: "Timeline",
    first: "Show",
    second: "and",
    nothing: "nothing else",
    range: "Time span",
    ranges: { quarter: "3 months", year: "1 year", all: "Everything" },
    cursor: "Day on the timeline",
    empty: "There is nothing to look back on yet.",
    emptyHint: "Record a day, or bring data that you already have.",
    table: "The same as a table",
    day: "Day",
    chartName: (names: string): string => `Timeline of ${names}`,
    chartSentence: (label: string, have: number, all: number): string =>
      `${label}: known on ${have} of ${plural(all, "day", "days")}`,
    hatched: "Hatched days were not recorded and are never joined.",
    isDemo: "This is the diary of the made-up person. It cannot be changed.",
  },
} as const;
