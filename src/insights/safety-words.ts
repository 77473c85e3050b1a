/**
 * What does a person read when a safety rule fires?
 *
 * One entry per rule of src/evidence: a short title and at most four short sentences. Calm, plain, general advice; no diagnosis, no
 * risk of anything, no blame. The same rule has one text wherever it appears. safety-words.test.ts refuses a rule without words.
 */
import type { SafetyLevel } from "../evidence/safety-rule.ts";

export { crisisNote } from "./crisis-words.ts";

/** What is said when a safety rule fires. */
export interface SafetyWording {
  readonly title: string;
  readonly text: string;
}

const words = (title: string, text: string): SafetyWording => ({ title, text });

/** What each level asks for, in one line. */
export const safetyLevelWords: Readonly<Record<SafetyLevel, string>> = {
  E: "Call your local emergency number now.",
  S: "Contact a doctor today.",
  D: "See a doctor within about two weeks.",
  P: "Talk to a professional before you start.",
  B: "This is not started here.",
};

/** Shown to everybody who looks at live bacteria, whatever the gate says. */
export const probioticNote = "Talk to a doctor or a pharmacist before you take a probiotic.";

/** How sure the rules themselves are. */
export const safetyReviewNote = "These rules are general advice. A clinician has not yet reviewed them.";

const redFlags: Readonly<Record<string, SafetyWording>> = {
  anaphylaxis: words(
    "Signs of a severe allergic reaction",
    "Trouble breathing, a swollen throat or tongue, or collapse needs help at once. Call your local emergency number now. Use your adrenaline pen if you were given one.",
  ),
  erythroderma: words(
    "Most of the skin is red, hot or scaling",
    "When almost all of the skin is red, the body can lose heat and water. A doctor needs to see this today. If you shiver or feel unwell, call your local emergency number.",
  ),
  "pustules-with-fever": words(
    "Sudden small blisters of pus with fever",
    "Sudden blisters of pus on red skin with fever need help at once. Call your local emergency number now.",
  ),
  "eczema-herpeticum": words(
    "Painful blisters on eczema",
    "Clusters of painful blisters on eczema can be an infection. A doctor needs to see this today. If you feel unwell, have a fever, or it is near an eye, call your local emergency number.",
  ),
  "infected-skin": words(
    "Skin that may be infected",
    "Spreading redness or pus should be seen today. Please contact a doctor.",
  ),
  "blood-in-stool": words(
    "Blood in the stool",
    "Blood, or black stool, should be looked at by a doctor. See one within about two weeks. If it is a lot, or you feel unwell, make it today.",
  ),
  "weight-loss": words(
    "Weight has gone down",
    "Weight that falls without a plan should be looked at. See a doctor within about two weeks. If you meant to lose weight, you can say so here.",
  ),
  "bowel-change": words(
    "A sign in the bowel or the family",
    "What you wrote is a reason to have the bowel looked at. See a doctor within about two weeks.",
  ),
  "bowel-inflammation": words(
    "Signs that the bowel may be inflamed",
    "What you wrote can go with an inflamed bowel. See a doctor within about two weeks. If the pain is severe and you feel very ill, make it today.",
  ),
  "self-harm": words(
    "You do not have to be alone with this",
    "Please call a crisis line or your local emergency number now. Talk to somebody near you. Nothing here is more important.",
  ),
  "medicine-and-pregnancy": words(
    "A medicine that matters in pregnancy",
    "This medicine can harm an unborn child. Contact the person who prescribed it today.",
  ),
  "rosacea-eyes": words(
    "Eyes with rosacea",
    "Eye pain, trouble with light, or a change in sight should be seen today. Please contact a doctor.",
  ),
  "psoriasis-joints": words(
    "Joints with psoriasis",
    "New pain or stiffness in the joints should be looked at. See a doctor within about two weeks.",
  ),
};

const CLINICIAN = "Please ask your clinician first. Their word, with its date, opens this for 90 days.";

const gates: Readonly<Record<string, SafetyWording>> = {
  "live-weak-immune-system": words(
    "A medicine or condition that weakens the immune system",
    `Live bacteria or yeast can then get into the blood. ${CLINICIAN}`,
  ),
  "live-central-line": words("A line into a vein", `Live bacteria or yeast can get into the blood there. ${CLINICIAN}`),
  "live-critical-illness": words("Severe illness", `Live bacteria are not for this time. ${CLINICIAN}`),
  "live-pancreatitis": words(
    "Acute inflammation of the pancreas",
    `In one hospital trial more people died with live bacteria. ${CLINICIAN}`,
  ),
  "live-damaged-gut": words("A short or damaged bowel", `Live bacteria can pass through more easily. ${CLINICIAN}`),
  "live-severe-bowel-disease": words(
    "Severe active bowel disease",
    `Live bacteria are not for this time. ${CLINICIAN}`,
  ),
  "live-heart-valve": words(
    "A heart valve problem or a past infection of the heart",
    `Live bacteria can settle there. ${CLINICIAN}`,
  ),
  "live-premature-infant": words(
    "A baby born too early",
    `Live bacteria have harmed babies born too early. ${CLINICIAN}`,
  ),
  "live-recent-surgery": words("A recent major operation", `The body needs time first. ${CLINICIAN}`),
  "yeast-allergy": words("A yeast allergy", `This product may contain yeast. ${CLINICIAN}`),
  "yeast-line-in-room": words(
    "A line into a vein, also of somebody in the room",
    `Opening yeast capsules can spread yeast to the line. ${CLINICIAN}`,
  ),
  "yeast-antifungal": words(
    "A medicine against fungi",
    `Yeast and such a medicine are not taken together. ${CLINICIAN}`,
  ),
  "live-pregnancy": words("Pregnancy or breast-feeding", "Please talk to your midwife or doctor first."),
  "live-under-18": words("Under 18", "Please talk to a doctor first, together with a parent."),
  "live-milk-or-soy-allergy": words(
    "Milk or soy allergy",
    "Some products are grown on milk or soy. Please ask a pharmacist first.",
  ),
  "live-antibiotic": words(
    "An antibiotic now",
    "Please ask a pharmacist first. Live bacteria are taken at least two hours apart from an antibiotic.",
  ),
  "fermented-food-severe": words(
    "Fermented food with a very weak immune system, a line, or a baby born too early",
    "Food with live bacteria can matter here. Please talk to your clinician first.",
  ),
  "diet-under-18": words("Under 18", "Leaving foods out can slow growth. Please do this with a dietitian only."),
  "diet-pregnancy": words("Pregnancy or breast-feeding", "Leaving foods out is not tested here at this time."),
  "diet-eating-disorder": words(
    "A history with eating",
    "Leaving foods out can make eating harder. Please talk to somebody you trust, or to your doctor.",
  ),
  "diet-low-weight": words("Low or falling weight", "Leaving foods out is not tested here at this weight."),
  "diet-weight-loss": words("Weight has gone down", "Please see a doctor about the weight before any diet."),
  "diet-diabetes-medicine": words(
    "Diabetes with insulin or tablets that lower sugar",
    "Eating few carbohydrates can make blood sugar fall too low. Please talk to your diabetes team.",
  ),
  "diet-immediate-reaction": words(
    "A fast reaction to this food before",
    "A food that once gave a fast reaction is not tested here. Please talk to an allergy clinic.",
  ),
  "diet-asthma-and-food-allergy": words(
    "Asthma and food allergy",
    "With asthma that is not under control, foods are not tested here. Please talk to your doctor.",
  ),
  "diet-one-food-group": words("More than one food group", "Only one food group is left out at a time."),
  "diet-six-weeks": words("Longer than six weeks", "Six weeks are the longest, bringing the food back included."),
  "reintroduction-atopic": words(
    "Bringing a food back with eczema or allergies",
    "After a pause the body can react more strongly. Please plan this with a professional.",
  ),
  "reintroduction-after-long-avoidance": words(
    "Bringing back a food after a long pause",
    "4 of 80 children with severe eczema had a severe reaction. This is done in a clinic only.",
  ),
  "gluten-test-first": words(
    "Test before leaving gluten out",
    "A coeliac test (for gluten damage in the gut) only works while you eat gluten. Please have it done first.",
  ),
  "gluten-psoriasis": words(
    "Gluten and psoriasis",
    "Without a positive coeliac test (for gluten damage in the gut), experts do not recommend this.",
  ),
  "never-prescribed-medicine": words(
    "Prescribed medicine",
    "Prescribed medicine is written down here, never tried out. Please talk to the person who prescribes it.",
  ),
  "never-stop-treatment": words(
    "Stopping or lowering a treatment",
    "A prescribed treatment is never an experiment. Please keep it and talk to the person who prescribed it.",
  ),
  "never-add-alcohol": words(
    "Adding alcohol",
    "Alcohol is never added. Leaving it out can be compared with your usual days.",
  ),
  "never-provoke-rosacea": words(
    "Provoking rosacea",
    "Heat, spice or alcohol are never used to provoke it. Leaving them out can be compared with your usual days.",
  ),
  "never-restrict-sleep": words("Sleeping less", "Short sleep is never part of a test."),
  "never-induce-stress": words("Adding stress", "Stress is never part of a test."),
  "never-uv": words("Sun or light treatment", "Light on the skin is a treatment. A clinic decides about it."),
  "never-megadose": words(
    "Very high doses of vitamin A, vitamin D or zinc",
    "Very high doses can do harm. They are not tested here.",
  ),
  "fish-oil-dose-or-blood-thinner": words(
    "Much fish oil, or a blood thinner",
    "More than 3 g a day, or any amount with a blood thinner, needs a professional's word first.",
  ),
  "never-infants": words("A baby", "Nothing is tested on babies here. Please talk to a children's doctor."),
  "never-allergen-challenge": words(
    "Trying a food that may be an allergy",
    "A suspected allergy is tested in a clinic only.",
  ),
};

const stops: Readonly<Record<string, SafetyWording>> = {
  "stop-red-flag": words("Stopped: something needs attention", "Please read the note above first. The test has ended."),
  "stop-flare": words("Stopped: the limit you set", "Your skin went past the limit that you set. The test has ended."),
  "stop-new-medicine": words("Stopped: a new medicine", "A new medicine changes the comparison. The test has ended."),
  "stop-pregnancy": words("Stopped: pregnancy", "The test has ended. Please talk to your midwife or doctor."),
  "stop-gate-changed": words(
    "Stopped: an answer has changed",
    "One of your safety answers has changed. The test has ended.",
  ),
  "stop-wish": words("Stopped", "You ended the test. No reason is needed."),
};

const all: ReadonlyMap<string, SafetyWording> = new Map(
  [redFlags, gates, stops].flatMap((table) => Object.entries(table)),
);

/** Title and text of a rule; null = a rule that this version has no words for. */
export function wordSafety(rule: string): SafetyWording | null {
  return all.get(rule) ?? null;
}

/** Every id that has words. */
export function wordedSafetyRules(): readonly string[] {
  return [...all.keys()];
}
