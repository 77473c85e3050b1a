/**
 * How are the questions of the safety rules asked?
 *
 * One short question per fact, yes or no or "I do not know", and one per field of the profile. Plain words for bodies, no name of a disease without what
 * it means. Facts that belong to the plan of an experiment are asked by its own form. safety-language.test.ts refuses a fact without words.
 */
import type { OpenQuestion } from "../evidence/safety-condition.ts";
import type { SafetyAnswer } from "../evidence/safety.ts";
import { factIds, isFactId, type ExperimentCode, type FactId } from "../evidence/safety-facts.ts";
import { askedByThePlan, signs } from "../evidence/safety-validity.ts";

/** One question as it is shown. */
export interface SafetyQuestion {
  /** A fact to answer, or a field of the profile or the plan. */
  readonly id: OpenQuestion;
  readonly text: string;
  /** fact = yes, no or "I do not know"; profile and plan = a value. */
  readonly kind: "fact" | "profile" | "plan";
  /** now = how the person is at present; about = what is true for longer. */
  readonly group: "now" | "about";
}

const facts: Readonly<Record<FactId, string>> = {
  allergicEmergency:
    "Do you have trouble breathing, a swollen throat or tongue, or hives all over, after a food or supplement?",
  mostSkinRedHotOrScaling: "Is nearly all of your skin red, hot or scaling?",
  unwellFeverishOrShivering: "Do you feel unwell, feverish or shivery?",
  suddenPustulesOnRedSkin: "Did small blisters of pus suddenly come up on red skin?",
  fever: "Do you have a fever?",
  clustersOfPainfulBlisters: "Are there groups of painful blisters, or sores that look punched out?",
  blistersNearTheEyes: "Are there blisters near an eye?",
  spreadingRednessOrPus: "Is redness of the skin spreading, or is there pus?",
  bloodInStool: "Is there blood in your stool, or is it black like tar?",
  muchBlood: "Is it a lot of blood?",
  weightLossIntended: "If your weight went down: did you mean to lose it?",
  bowelChangeOverSixWeeks: "Has your bowel been different from before for more than six weeks?",
  familyBowelOrOvarianCancer: "Did a parent, brother or sister have cancer of the bowel or the ovaries?",
  anaemia: "Did a blood test find too little iron or too few red blood cells?",
  lumpInBelly: "Can you feel a lump in your belly?",
  nightDiarrhoea: "Does loose stool wake you at night?",
  severeBellyPain: "Is your belly pain severe?",
  persistentMouthUlcers: "Are there sores in your mouth that do not go away?",
  jointOrEyeInflammation: "Are joints swollen, or is an eye red and painful?",
  soreAroundTheBottom: "Are there sores, tears or leaks around your bottom?",
  veryIll: "Do you feel very ill?",
  thoughtsOfSelfHarm: "Do you think about harming yourself?",
  eyePainLightOrVision: "Do your eyes hurt, does light hurt them, or has your sight changed?",
  newJointPainOrStiffness: "Is there new pain or stiffness in your joints?",
  unexplainedWeightLoss: "Have you lost weight without meaning to?",
  lowMood: "Has your mood been very low?",
  eczema: "Do you have eczema, or did you have it before?",
  rosacea: "Do you have rosacea?",
  psoriasis: "Do you have psoriasis?",
  atopic: "Do you have eczema, hay fever, asthma or a food allergy?",
  pregnantOrTrying: "Are you pregnant, or trying for a baby?",
  breastFeeding: "Are you breast-feeding?",
  immunosuppressed: "Does a medicine or an illness make your immune system weak?",
  lowCd4: "Do you live with HIV, with a low count of CD4 cells (defence cells of the blood)?",
  transplant: "Do you have a transplanted organ, or transplanted bone marrow?",
  takesAntibiotic: "Are you taking an antibiotic now?",
  takesAntifungal: "Are you taking a medicine against fungi by mouth or drip?",
  takesAnticoagulant: "Are you taking a blood thinner?",
  centralLine: "Do you have a line or port into a large vein?",
  criticalIllness: "Are you severely ill, or in intensive care?",
  acutePancreatitis: "Do you have an acute inflammation of the pancreas (a gland behind the stomach)?",
  shortBowelOrDamagedGut: "Is your bowel short after an operation, or its lining damaged?",
  severeActiveIbd: "Do you have a severe flare of Crohn's disease or ulcerative colitis (inflamed bowel)?",
  heartValveOrEndocarditis: "Do you have a heart valve problem, or did you ever have an infection inside the heart?",
  prematureInfant: "Is this about a baby who was born too early?",
  recentMajorSurgery: "Did you have a major operation in the last weeks?",
  yeastAllergy: "Are you allergic to yeast?",
  personWithLineInRoom: "Does somebody in your room have a line or port into a vein?",
  milkOrSoyAllergy: "Are you allergic to milk or soy?",
  eatingDisorder: "Have you ever had trouble with eating, such as starving yourself, bingeing or throwing up?",
  bmiFalling: "Is your weight low and still going down?",
  diabetesOnInsulinOrSulfonylurea: "Do you take insulin, or tablets that make the body release insulin?",
  immediateReactionToFood: "Did this food ever give you a reaction within two hours?",
  uncontrolledAsthmaWithFoodAllergy: "Do you have a food allergy, and asthma that is not under control?",
  dietitianSupports: "Is a dietitian helping you with this diet?",
  coeliacTestDone: "Have you had a coeliac test (for gluten damage in the gut) while eating gluten?",
  coeliacTestPositive: "Was your coeliac test (for gluten damage in the gut) positive?",
  moreThanOneFoodGroup: "Is more than one food group left out?",
  foodAvoidedOverSixWeeks: "Has this food been left out for more than six weeks?",
  fishOilOverThreeGrams: "Is it more than 3 g of fish oil a day?",
  flareBeyondLimit: "Did your skin go past the limit that you set?",
  newMedicineInExperiment: "Did you begin a new medicine?",
  gateAnswerChanged: "Has one of your safety answers changed?",
  wishToStop: "Do you want to stop?",
  neverUsedProbiotic: "Is it right that you never took a probiotic?",
  usesProbiotic: "Are you taking a probiotic?",
};

const fields: Readonly<Record<Exclude<OpenQuestion, FactId>, string>> = {
  ageYears: "In which year were you born?",
  bodyMassIndex: "How tall are you, and what do you weigh? Weight is only used to keep diets away when it is low.",
  medicines: "Which medicines do you take? An empty list is an answer too.",
  eliminationDays: "For how many days would the food be left out?",
};

/** The question of this fact or field. */
export function safetyQuestion(id: OpenQuestion): SafetyQuestion {
  if (!isFactId(id)) {
    return { id, text: fields[id], kind: id === "eliminationDays" ? "plan" : "profile", group: "about" };
  }
  const kind = askedByThePlan.has(id) ? "plan" : "fact";
  return { id, text: facts[id], kind, group: signs.has(id) ? "now" : "about" };
}

/**
 * What is still to be asked: without `experiment` the questions of the red flags, with it those of its gate. Questions about now come
 * first; what a plan asks is left to the plan.
 */
export function safetyQuestions(
  answer: SafetyAnswer,
  experiment: ExperimentCode | null = null,
): readonly SafetyQuestion[] {
  const open = experiment === null ? answer.toAsk : answer.gates[experiment].openQuestions;
  const questions = open.map(safetyQuestion).filter((question) => question.kind !== "plan");
  return [...questions.filter(({ group }) => group === "now"), ...questions.filter(({ group }) => group === "about")];
}

/** Every fact that a list of questions may ask, in the order of the rules. */
export function askableFacts(): readonly SafetyQuestion[] {
  return factIds.map(safetyQuestion).filter((question) => question.kind === "fact");
}

/** The fact that somebody means who types "bloodInStool", "blood-in-stool" or "Blood in stool"; null = none. */
export function factByWord(word: string): FactId | null {
  const wanted = plain(word);
  return factIds.find((id) => plain(id) === wanted) ?? null;
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, "");
}
