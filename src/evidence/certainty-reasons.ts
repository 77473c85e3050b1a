/**
 * Which reasons stand behind a grade of certainty?
 *
 * The grade of a record is the review's own, or set by this project: pools of randomised trials start at moderate and lose a
 * level for few people, disagreement, industry money or missing blinding; observational studies start low; surveys and studies
 * without comparison are very low. Labels only; few people = fewer than 300, few trials = at most 6.
 */
const labels = new Map<string, string>([
  ["pool-starts-moderate", "a pool of trials starts at moderate"],
  ["observational-starts-low", "without chance allotment: starts at low"],
  ["observational", "without chance allotment"],
  ["survey-starts-very-low", "a survey: very low"],
  ["uncontrolled-starts-very-low", "no comparison: very low"],
  ["graded-by-review", "graded by the source"],
  ["genetic-proxies", "genes stand in for the exposure"],
  ["animal", "animals, not people"],
  ["registry", "cases counted, no comparison"],
  ["case-series", "a series of cases"],
  ["experiment", "a laboratory experiment"],
  ["single-trial", "one trial only"],
  ["few-participants", "fewer than 300 people"],
  ["few-trials", "few trials"],
  ["not-blinded", "people or assessors knew the treatment"],
  ["not-randomised", "arms not allotted by chance"],
  ["no-comparison-arm", "no comparison arm"],
  ["cross-sectional", "one point in time"],
  ["self-reported", "as reported by the person"],
  ["spot-measure", "exposure from one measurement"],
  ["heterogeneous", "studies differ widely"],
  ["studies-disagree", "studies disagree"],
  ["subgroups-disagree", "subgroups disagree"],
  ["outcomes-disagree", "outcomes disagree"],
  ["subgroup", "a subgroup"],
  ["subgroup-of-few-small-trials", "a subgroup of few small trials"],
  ["prediction-interval-includes-none", "a new trial may find nothing"],
  ["publication-bias", "silent trials suspected"],
  ["biases-stated", "biases stated by the source"],
  ["industry", "paid for by industry"],
  ["outlier", "far from the other trials"],
  ["misprint", "a printed figure cannot be right"],
  ["sign-unclear", "which side is better is unclear in the source"],
  ["size-not-read", "size not read"],
  ["size-not-stated", "number of people not stated"],
  ["stand-in-outcome", "a stand-in, not the skin"],
  ["below-meaningful-change", "smaller than a change that matters"],
  ["weight-changed-too", "body weight changed as well"],
  ["confounded", "body weight explains it as well"],
  ["genetics-against", "a genetic study points against it"],
  ["no-more-than-chance", "no more hits than chance gives"],
  ["depends-on-other-treatment", "depends on the treatment beside it"],
  ["add-on", "added to another treatment"],
  ["infants-only", "infants only"],
  ["figures-unverified", "figures not checked against a source"],
]);

/** True when the code has a label. */
export function isCertaintyReason(code: string): boolean {
  return labels.has(code);
}

/** The label of a reason code; an unknown code is shown as it is. */
export function certaintyReasonLabel(code: string): string {
  return labels.get(code) ?? code;
}
