/**
 * What is known for each skin condition about how long things take and what is worth watching?
 *
 * A profile = what is asked (check-in-items.ts) + the usual pace of the skin + levers that a person may keep an eye on, each with the records of the
 * evidence base that speak about it, nulls among them (a test compares). Watching is not advice: nothing that may harm when done alone is a row
 * here (losing weight, leaving foods out, prescribed medicine). Delays: time of the records, and the delays of the catalogue; evidence.md 6 (3).
 */
import type { SkinCondition } from "../journal/variable.ts";
import { days, weeks, type ConditionProfile } from "./condition-profile.ts";

const acne: ConditionProfile = {
  pace: {
    ...days(7, 56),
    sentence:
      "A spot takes one to eight weeks from its first beginning until it can be seen, so last week's food says little.",
    source: "course of a lesion, as collected in the catalogue of this project",
    verified: false,
  },
  levers: [
    {
      lever: "low-glycaemic-diet",
      variables: ["addedSugarGrams", "ultraProcessedServings"],
      delayDays: weeks(8, 12),
      known:
        "Less sugar and white starch: some trials counted fewer spots after 12 weeks, others saw no clear difference.",
      sources: [
        ["smith-2007-lesions-a", "Smith 2007"],
        ["sakhaei-2020-severity", "Sakhaei 2020"],
        ["cao-2015-noninflammatory", "Cao 2015"],
        ["reynolds-2010-inflammatory", "Reynolds 2010"],
      ],
    },
    {
      lever: "dairy",
      variables: ["dairyServings"],
      delayDays: days(0, 56),
      known:
        "People who have more dairy report acne more often. No trial of it was found, so it may be something else.",
      sources: [
        ["juhl-2018-dairy", "Juhl 2018"],
        ["dai-2018-milk", "Dai 2018"],
      ],
    },
    {
      lever: "stress",
      variables: ["stress"],
      delayDays: days(0, 28),
      known: "In 22 students acne and the stress of exams went up together.",
      sources: [["chiu-2003-exams", "Chiu 2003", "unchecked"]],
    },
    {
      lever: "omega-3",
      variables: ["omega3Grams"],
      delayDays: weeks(10, 12),
      known: "One small trial counted fewer spots after 10 weeks; in another small study nothing changed on average.",
      sources: [
        ["jung-2014-omega3", "Jung 2014"],
        ["khayef-2012-fish-oil", "Khayef 2012"],
      ],
    },
  ],
};

const eczema: ConditionProfile = {
  pace: {
    ...days(1, 7),
    sentence: "A hard day shows on the next day or within the week; food and live bacteria were tried for weeks.",
    source: "diary studies of daily stress and eczema (King 1991 and one of 2022)",
    verified: true,
  },
  levers: [
    {
      lever: "stress",
      variables: ["stress"],
      delayDays: days(1, 7),
      known:
        "In diaries the stress of a day went with the skin of the next day, and that of a week with the next week.",
      sources: [
        ["king-1991-stress-skin", "King 1991"],
        ["healthcare-2022-stress-skin", "2022"],
      ],
    },
    {
      lever: "stress-treatment",
      variables: ["practiceMinutes"],
      delayDays: weeks(4, 12),
      known:
        "A guided programme against stress made eczema milder than plain advice; pooled trials saw milder eczema, and itch no different.",
      sources: [
        ["hedman-2021-poem", "Hedman-Lagerlof 2021"],
        ["zhong-2024-severity", "Zhong 2024"],
        ["zhong-2024-itch", "Zhong 2024"],
      ],
    },
    {
      lever: "sleep",
      variables: ["sleepHours", "sleepQuality"],
      delayDays: days(0, 2),
      known: "Adults with eczema sleep worse more often. Which of the two comes first is not known.",
      sources: [["sleep-eczema-association", "", "unchecked"]],
    },
    {
      lever: "probiotic",
      variables: ["probioticTaken"],
      delayDays: weeks(4, 12),
      known:
        "Scores rated by doctors fell a little; itch and sleep as people feel them did not change, and some strains did nothing.",
      sources: [
        ["kim-2014-adults", "Kim 2014"],
        ["huang-2017-lgg", "Huang 2017"],
        ["umborowati-2022-itch", "Umborowati 2022"],
        ["makrgeorgou-2018-itch-sleep", "Makrgeorgou 2018", "unchecked"],
      ],
    },
  ],
};

const rosacea: ConditionProfile = {
  pace: {
    ...days(0, 1),
    sentence: "A flush comes within hours, so the day itself and the day after are what to look at.",
    source: "survey of 1,066 people, National Rosacea Society",
    verified: false,
  },
  levers: [
    {
      lever: "alcohol",
      variables: ["alcoholDrinks", "alcoholGrams"],
      delayDays: days(0, 1),
      known:
        "Women who drink began to have rosacea somewhat more often; about half of those asked name alcohol before a flush.",
      sources: [
        ["li-2017-alcohol-high", "Li 2017"],
        ["nrs-survey-triggers", "National Rosacea Society", "unchecked"],
      ],
    },
    {
      lever: "spicy-food",
      variables: [],
      tag: "spicy",
      delayDays: days(0, 1),
      known: "45 in 100 people asked name spicy food. No trial was found.",
      sources: [["nrs-survey-triggers", "National Rosacea Society", "unchecked"]],
    },
    {
      lever: "coffee",
      variables: ["coffeeCups"],
      delayDays: days(0, 2),
      known: "Women who drink much coffee began to have rosacea less often. For one's own flushes this says little.",
      sources: [["li-2018-coffee", "Li 2018", "unchecked"]],
    },
  ],
};

const psoriasis: ConditionProfile = {
  pace: {
    ...days(7, 28),
    sentence: "A plaque changes over weeks: about four weeks after a hard time in one study.",
    source: "Verhoeven 2009",
    verified: false,
  },
  levers: [
    {
      lever: "stress",
      variables: ["stress"],
      delayDays: days(0, 28),
      known: "In one study a hard time went with more itch and more plaques about four weeks later.",
      sources: [["verhoeven-2009-stressors", "Verhoeven 2009", "unchecked"]],
    },
    {
      lever: "mediterranean-diet",
      variables: ["fibreRichServings", "omega3Grams"],
      delayDays: weeks(8, 16),
      known: "In one trial with 38 people the score was lower after 16 weeks of eating the Mediterranean way.",
      sources: [["medipso-2025-pasi", "Perez-Bootello 2025"]],
    },
    {
      lever: "omega-3",
      variables: ["omega3Grams"],
      delayDays: weeks(8, 16),
      known: "Fish oil by itself made no difference; beside the usual care scores were lower.",
      sources: [
        ["yang-2019-pasi", "Yang 2019"],
        ["chen-2020-pasi", "Chen 2020"],
      ],
    },
    {
      lever: "alcohol",
      variables: ["alcoholDrinks", "alcoholGrams"],
      delayDays: days(0, 28),
      known: "About half of the people who cut down say that it helped. That is what they felt; no trial was found.",
      sources: [["afifi-2017-perceived", "Afifi 2017"]],
    },
    {
      lever: "probiotic",
      variables: ["probioticTaken"],
      delayDays: weeks(8, 12),
      known: "The score fell on average, but not clearly more people lost three quarters of it.",
      sources: [
        ["zhu-2024-pasi", "Zhu 2024"],
        ["zhu-2024-pasi75", "Zhu 2024"],
      ],
    },
  ],
};

const dryness: ConditionProfile = {
  pace: {
    ...days(1, 2),
    sentence: "Short nights show after a day or two; things taken by mouth were tried for weeks.",
    source: "Leger 2022",
    verified: true,
  },
  levers: [
    {
      lever: "sleep",
      variables: ["sleepHours", "sleepQuality"],
      delayDays: days(1, 2),
      known: "After two short nights skin held less water. Poor sleepers had skin that mends more slowly.",
      sources: [
        ["leger-2022-short-sleep", "Leger 2022"],
        ["oyetakin-2015-sleep", "Oyetakin-White 2015"],
      ],
    },
    {
      lever: "collagen-ceramide",
      variables: ["supplementTaken"],
      delayDays: weeks(8, 12),
      known: "Skin held more water on average; most of these trials were paid for by makers.",
      sources: [
        ["pu-2023-hydration", "Pu 2023"],
        ["sun-2022-collagen", "Sun 2022"],
      ],
    },
    {
      lever: "probiotic",
      variables: ["probioticTaken"],
      delayDays: weeks(4, 12),
      known: "Pooled trials saw nothing; one trial of a maker saw more water after 12 weeks.",
      sources: [
        ["sun-2022-lactic", "Sun 2022"],
        ["lee-2015-hy7714", "Lee 2015"],
      ],
    },
    {
      lever: "stress",
      variables: ["stress"],
      delayDays: days(0, 28),
      known: "No link was seen between stress and how fast the skin barrier mends.",
      sources: [["benham-2015-stress", "Benham 2015"]],
    },
  ],
};

/** The five profiles. */
export const conditionProfiles: Readonly<Record<SkinCondition, ConditionProfile>> = {
  acne,
  eczema,
  rosacea,
  psoriasis,
  dryness,
};
