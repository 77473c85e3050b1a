/**
 * Which experiments need a professional's word first, and which are never started?
 *
 * The probiotic gate, the hard blocks of elimination diets and the things that are never offered, as data. The gate covers live
 * bacteria, yeast, synbiotics and any powder with live organisms; ordinary food only under the most severe conditions. Project rules
 * without a source say so. A clinician must review every row before release.
 */
import type { MedicineClass } from "./medicine-classes.ts";
import type { Condition, ExperimentCode, FactId } from "./safety-facts.ts";
import { unreviewed, type GateRule } from "./safety-rule.ts";

const fact = (id: FactId): Condition => ({ fact: id });
const any = (...ids: readonly FactId[]): Condition => ({ any: ids.map(fact) });
const under = (years: number): Condition => ({ number: "ageYears", below: years });
const always: Condition = { always: true };

const LIVE: readonly ExperimentCode[] = ["probiotic-bacteria", "probiotic-yeast", "synbiotic", "live-powder"];
/** A powder of unknown content may hold yeast. */
const YEAST: readonly ExperimentCode[] = ["probiotic-yeast", "live-powder"];
const LEAVING_OUT: readonly ExperimentCode[] = ["elimination-diet", "gluten-free-diet", "low-carbohydrate-diet"];
const DIETS: readonly ExperimentCode[] = [...LEAVING_OUT, "weight-loss-diet"];

/** Medicines that weaken the immune system. */
export const immunosuppressants: readonly MedicineClass[] = [
  "biologic",
  "jak-inhibitor",
  "ciclosporin",
  "methotrexate",
  "high-dose-steroid",
  "chemotherapy",
  "transplant-medicine",
];
const weakImmuneSystem: Condition = {
  any: [{ medicine: immunosuppressants, asked: "immunosuppressed" }, any("transplant", "lowCd4")],
};
const atopic: Condition = any("atopic", "eczema");

/** B until a clinician has confirmed. */
const live = (id: string, when: Condition, basis: string, scope = LIVE): GateRule => ({
  id,
  level: "B",
  scope,
  when,
  clearedBy: "professional",
  whenUnknown: "blocked",
  basis,
  ...unreviewed,
});
/** Talk to a professional first. */
const first = (
  id: string,
  scope: readonly ExperimentCode[],
  when: Condition,
  basis: string,
  whenUnknown: GateRule["whenUnknown"] = "professional-first",
): GateRule => ({ id, level: "P", scope, when, clearedBy: "professional", whenUnknown, basis, ...unreviewed });
/** Closed while the condition holds; nobody's word opens it here. */
const closed = (id: string, scope: GateRule["scope"], when: Condition, basis: string): GateRule => ({
  id,
  level: "B",
  scope,
  when,
  clearedBy: "nobody",
  whenUnknown: "blocked",
  basis,
  ...unreviewed,
});
const never = (id: string, scope: ExperimentCode, basis = "project rule"): GateRule =>
  closed(id, [scope], always, basis);

/** All gates, in the order of the safety notes. */
export const gateRules: readonly GateRule[] = [
  live("live-weak-immune-system", weakImmuneSystem, "Medscape"),
  live("live-central-line", fact("centralLine"), "Medscape; Emerg Infect Dis 2021;27(8)"),
  live("live-critical-illness", fact("criticalIllness"), "practice guidance"),
  live("live-pancreatitis", fact("acutePancreatitis"), "Besselink 2008, unverified; practice guidance"),
  live("live-damaged-gut", fact("shortBowelOrDamagedGut"), "Medscape"),
  live("live-severe-bowel-disease", fact("severeActiveIbd"), "safety notes of the project"),
  live("live-heart-valve", fact("heartValveOrEndocarditis"), "practice guidance"),
  live("live-premature-infant", fact("prematureInfant"), "FDA warning 2023, unverified"),
  live("live-recent-surgery", fact("recentMajorSurgery"), "safety notes of the project"),
  live("yeast-allergy", fact("yeastAllergy"), "Medscape", YEAST),
  live("yeast-line-in-room", any("personWithLineInRoom", "centralLine"), "Emerg Infect Dis 2021;27(8)", YEAST),
  live("yeast-antifungal", { medicine: ["antifungal"], asked: "takesAntifungal" }, "unverified", YEAST),
  first("live-pregnancy", LIVE, any("pregnantOrTrying", "breastFeeding"), "project rule", "blocked"),
  first("live-under-18", LIVE, under(18), "project rule", "blocked"),
  first("live-milk-or-soy-allergy", LIVE, fact("milkOrSoyAllergy"), "Medscape (milk)", "blocked"),
  first("live-antibiotic", LIVE, { medicine: ["antibiotic"], asked: "takesAntibiotic" }, "project rule", "blocked"),
  first(
    "fermented-food-severe",
    ["fermented-food"],
    { any: [weakImmuneSystem, any("centralLine", "prematureInfant")] },
    "project rule",
  ),

  closed("diet-under-18", DIETS, { all: [under(18), { not: { confirmed: "dietitianSupports" } }] }, "project rule"),
  closed("diet-pregnancy", DIETS, any("pregnantOrTrying", "breastFeeding"), "project rule"),
  closed("diet-eating-disorder", DIETS, fact("eatingDisorder"), "project rule"),
  closed(
    "diet-low-weight",
    DIETS,
    { any: [{ number: "bodyMassIndex", below: 18.5 }, fact("bmiFalling")] },
    "project rule",
  ),
  closed(
    "diet-weight-loss",
    DIETS,
    {
      any: [
        fact("unexplainedWeightLoss"),
        { all: [{ weightLossPercent: 5, withinDays: 182 }, { not: { confirmed: "weightLossIntended" } }] },
      ],
    },
    "NICE",
  ),
  closed(
    "diet-diabetes-medicine",
    ["low-carbohydrate-diet"],
    { medicine: ["insulin", "sulfonylurea"], asked: "diabetesOnInsulinOrSulfonylurea" },
    "project rule",
  ),
  closed(
    "diet-immediate-reaction",
    [...LEAVING_OUT, "reintroduction"],
    fact("immediateReactionToFood"),
    "project rule",
  ),
  closed(
    "diet-asthma-and-food-allergy",
    [...LEAVING_OUT, "reintroduction"],
    fact("uncontrolledAsthmaWithFoodAllergy"),
    "project rule",
  ),
  closed("diet-one-food-group", LEAVING_OUT, fact("moreThanOneFoodGroup"), "project rule"),
  closed("diet-six-weeks", LEAVING_OUT, { number: "eliminationDays", above: 42 }, "project rule"),
  first("reintroduction-atopic", ["reintroduction"], atopic, "David 1984: 4 of 80", "blocked"),
  closed(
    "reintroduction-after-long-avoidance",
    ["reintroduction"],
    { all: [atopic, fact("foodAvoidedOverSixWeeks")] },
    "David 1984: 4 of 80; Chang 2016, unverified",
  ),
  closed("gluten-test-first", ["gluten-free-diet"], { not: { confirmed: "coeliacTestDone" } }, "project rule"),
  closed(
    "gluten-psoriasis",
    ["gluten-free-diet"],
    { all: [fact("psoriasis"), { not: { confirmed: "coeliacTestPositive" } }] },
    "Ford 2018",
  ),

  never("never-prescribed-medicine", "prescribed-medicine"),
  never("never-stop-treatment", "stop-prescribed-medicine"),
  never("never-add-alcohol", "add-alcohol"),
  never("never-provoke-rosacea", "provoke-rosacea"),
  never("never-restrict-sleep", "restrict-sleep"),
  never("never-induce-stress", "induce-stress"),
  never("never-uv", "uv-exposure"),
  never("never-megadose", "vitamin-or-zinc-megadose"),
  first(
    "fish-oil-dose-or-blood-thinner",
    ["fish-oil"],
    { any: [fact("fishOilOverThreeGrams"), { medicine: ["anticoagulant"], asked: "takesAnticoagulant" }] },
    "project rule",
  ),
  closed("never-infants", "all", under(1), "project rule"),
  never("never-allergen-challenge", "allergen-challenge"),
];
