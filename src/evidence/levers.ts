/**
 * Which levers does the evidence speak about, and which words do people use for them?
 *
 * Codes are those of `lever.groups` in the records; skin conditions are here too, because on the way back (skin to gut) they are
 * what is compared. Aliases are lower case. A food that the records do not know by name (kefir) leads to its group.
 */

export interface EvidenceLever {
  readonly code: string;
  readonly label: string;
  readonly aliases: readonly string[];
  /** action = something to do or eat; state = a condition of gut, skin or person that is only compared. */
  readonly sort: "action" | "state";
}

/** The five manifestations, in the order in which every table shows them. */
export const skinConditions: readonly string[] = ["acne", "eczema", "rosacea", "psoriasis", "dryness"];

const conditionAliases: ReadonlyMap<string, string> = new Map([
  ["atopic dermatitis", "eczema"],
  ["atopic eczema", "eczema"],
  ["dermatitis", "eczema"],
  ["dry skin", "dryness"],
  ["xerosis", "dryness"],
  ["pimples", "acne"],
  ["spots", "acne"],
]);

const action = (code: string, label: string, ...aliases: readonly string[]): EvidenceLever => ({
  code,
  label,
  aliases,
  sort: "action",
});
const state = (code: string, label: string, ...aliases: readonly string[]): EvidenceLever => ({
  code,
  label,
  aliases,
  sort: "state",
});

/** All levers, actions first, in the order of the matrix. */
export const evidenceLevers: readonly EvidenceLever[] = [
  action("probiotic", "probiotic by mouth", "probiotics", "live bacteria", "lactobacillus", "bifidobacterium"),
  action("synbiotic", "synbiotic", "synbiotics"),
  action("fibre", "fibre or prebiotic alone", "fiber", "prebiotic", "prebiotics", "inulin", "psyllium"),
  action("fermented-food", "fermented food", "fermented", "fermented foods", "kefir", "yoghurt", "yogurt", "kimchi", "sauerkraut", "kombucha", "miso", "tempeh"),
  action("low-glycaemic-diet", "low-glycaemic diet", "low glycemic", "low-glycemic-diet", "low gi", "glycaemic index"),
  action("dairy", "dairy and milk", "milk", "skim milk", "cheese", "whey"),
  action("sugar-and-processed-food", "sugar and processed food", "sugar", "ultra-processed food", "upf", "soft drinks", "processed food", "western diet"),
  action("salt", "salt", "sodium"),
  action("mediterranean-diet", "Mediterranean diet", "mediterranean"),
  action("weight-loss", "losing weight (with overweight)", "weight", "weight loss"),
  action("omega-3", "omega-3", "fish oil", "omega3", "omega 3"),
  action("elimination-diet", "leaving foods out", "elimination", "elimination diet"),
  action("gluten-free", "gluten-free diet", "gluten"),
  action("stress-treatment", "treatment of stress", "cbt", "mindfulness", "meditation", "biofeedback", "relaxation", "therapy"),
  action("stress", "daily stress", "exam stress", "stressors"),
  action("sleep", "sleep", "short sleep", "sleep loss"),
  action("alcohol", "alcohol", "wine", "beer", "spirits"),
  action("coffee", "coffee", "caffeine"),
  action("spicy-food", "spicy food", "spicy", "chilli", "chili", "hot drinks"),
  action("collagen-ceramide", "collagen or ceramide by mouth", "collagen", "ceramide", "ceramides"),
  action("antibiotic", "prescribed antibiotics", "rifaximin", "antibiotics"),
  action("isotretinoin", "isotretinoin", "accutane"),
  state("sibo", "bacterial overgrowth (SIBO)", "overgrowth"),
  state("h-pylori", "H. pylori", "helicobacter", "h pylori"),
  state("gut-disease", "inflammatory bowel disease", "ibd"),
  state("gut-bacteria", "single kinds of gut bacteria", "microbiome", "dysbiosis"),
  state("food-allergy", "food allergy", "allergy"),
  state("diet-beliefs", "what people believe about diet", "beliefs"),
  state("self-report", "ratings by the person", "self report"),
  state("acne", "acne"),
  state("eczema", "eczema"),
  state("rosacea", "rosacea"),
  state("psoriasis", "psoriasis"),
  state("dryness", "dry skin"),
  state("skin-barrier", "leaky skin barrier", "barrier", "tewl"),
  state("skin-damage", "skin wounds", "wound"),
  state("light-treatment", "light treatment (UVB)", "uvb", "phototherapy"),
]; // prettier-ignore

const byCode = new Map(evidenceLevers.map((lever) => [lever.code, lever]));

/** The lever with this code; null = there is none. */
export function leverByCode(code: string): EvidenceLever | null {
  return byCode.get(code) ?? null;
}

/** The lever that a person means by this word (code, label or alias, any case); null = none known. */
export function leverByWord(word: string): EvidenceLever | null {
  const wanted = word.trim().toLowerCase().replace(/\s+/g, " ");
  return (
    byCode.get(wanted.replaceAll(" ", "-")) ??
    evidenceLevers.find((lever) => lever.label.toLowerCase() === wanted || lever.aliases.includes(wanted)) ??
    null
  );
}

/** The skin condition that a person means by this word; null = none of the five. */
export function conditionByWord(word: string): string | null {
  const wanted = word.trim().toLowerCase().replace(/\s+/g, " ");
  return skinConditions.includes(wanted) ? wanted : (conditionAliases.get(wanted) ?? null);
}
