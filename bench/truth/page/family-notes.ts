/**
 * What does each family of diaries hold, in one line for a reader of the page? (Generators: the heads of the files in bench/truth and worlds/.)
 */
export const familyNotes: Readonly<Record<string, string>> = {
  null: "no effect at all; persistence phi 0, .3, .5, .7, .85 in turn; weekdays, drift, foods that travel together, habits in runs",
  main: "365 days, 12 % blanks; skin has three direct causes, gut one; a sustained rise of a cause by one of its SDs moves the outcome by about .45 SD",
  hard: "the same at .36 SD",
  weak: "the same at .225 SD: half size",
  short: "main on 90 days",
  long: "1,000 to 1,500 days with seasons and slow drift; effects a third smaller than in main",
  slow: "540 days; supplements in courses and diet phases whose effect comes after 7-28 days or builds up over weeks; exposures exact or rough; delay range told or not",
  "two-way": "in turn a loop skin -> stress -> gut -> skin, gut -> skin only, neither",
  confounded:
    "season, humidity or cycle moves food and skin, recorded or hidden; or people eat better when the skin is good; some arms without any effect",
  correlated: "pairs of foods that correlate .6, .7 or .8; one of each pair is a cause",
  ends: "piles at 0 or 10, ordered signs 0-3 and 0-4, stool form, lesion counts, flushing episodes, yes/no",
  missing: "main with 30 % blanks, 30 % in runs, 50 %, and 20 % with bad days skipped more often",
  shocks: "heavy tails, flares, a course of antibiotics recorded or hidden",
  nonlinear: "doses with a threshold, with saturation, with a ceiling",
  changing: "effects that fade, appear, stop or start",
  rare: "exposures on 3-7 days of a year, with a strong, a moderate or no effect",
  mechanistic:
    "a system of rate equations of gut, skin, stress and sleep, confounded by habit and season; truth by intervening in it",
  var: "a vector autoregression, the rival's own world, with and without shared shocks and effects",
  imprecise:
    "main with every lever written down with error, reliability 1, .7, .5, classical or Berkson; truth refers to what was eaten",
};
