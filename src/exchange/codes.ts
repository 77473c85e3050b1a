/**
 * Which public code names this variable, score or condition?
 *
 * LOINC (Regenstrief Institute, free with its notice) and ICD-10 (WHO) where one fits, always beside the project's own code, so that nothing depends on a
 * foreign list. `checked` = seen at the source; the others are marked in the export's notes. SNOMED CT needs a licence in many countries and is not shipped.
 * Source: design notes on terminology, section 8; UCUM units after the Unified Code for Units of Measure.
 */
import type { SkinCondition } from "../journal/variable.ts";

/** A code with its system, as FHIR's Coding has it. */
export interface PublicCode {
  readonly system: string;
  readonly code: string;
  readonly display: string;
  readonly checked: boolean;
}

export const LOINC = "http://loinc.org";
export const ICD10 = "http://hl7.org/fhir/sid/icd-10";
/** Own code systems: URNs, because the project runs no server that could answer. */
export const OWN_VARIABLES = "urn:gutskin:variables";
export const OWN_SCALES = "urn:gutskin:scales";

const loinc = (code: string, display: string, checked: boolean): PublicCode => ({
  system: LOINC,
  code,
  display,
  checked,
});

const VARIABLES: Readonly<Record<string, PublicCode>> = {
  crpMgPerL: loinc("1988-5", "C reactive protein", false),
  calprotectinUgPerG: loinc("38445-3", "Calprotectin in stool", false),
  bodyWeightKilograms: loinc("29463-7", "Body weight", false),
  sleepHours: loinc("93832-4", "Sleep duration", false),
  stoolForm: loinc("11029-8", "Consistency of stool", false),
};

/** The public code of a variable, or null: then its own code stands alone. */
export function codeOfVariable(id: string): PublicCode | null {
  return VARIABLES[id] ?? null;
}

const icd10 = (code: string, display: string): PublicCode => ({ system: ICD10, code, display, checked: true });

const CONDITIONS: Readonly<Record<SkinCondition, PublicCode>> = {
  acne: icd10("L70.0", "Acne vulgaris"),
  eczema: icd10("L20.9", "Atopic dermatitis"),
  rosacea: icd10("L71.9", "Rosacea"),
  psoriasis: icd10("L40.9", "Psoriasis"),
  dryness: icd10("L85.3", "Dry skin (xerosis cutis)"),
};

/** The code of a skin condition that the person watches. */
export function codeOfCondition(condition: SkinCondition): PublicCode {
  return CONDITIONS[condition];
}

/** UCUM units by the units of the catalogue; counts and scores are annotations of the unit 1. */
const UCUM: Readonly<Record<string, string>> = {
  g: "g",
  mg: "mg",
  ml: "mL",
  kg: "kg",
  kcal: "kcal",
  h: "h",
  min: "min",
  "mg/L": "mg/L",
  "µg/g": "ug/g",
  "%": "%",
  "°C": "Cel",
};

/** The UCUM code of a unit: "g", "Cel", "{points}" for what is only counted. */
export function ucumOf(unit: string): string {
  const known = UCUM[unit];
  if (known !== undefined) return known;
  const name = unit.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  return name === "" ? "1" : `{${name}}`;
}
