/**
 * Which FHIR R4 resources does one journal entry become?
 *
 * Answers, practice, markers, weather, cycle, tags and meals: Observation. Scores: Observation with its parts, derived from a QuestionnaireResponse of item numbers (never the owned
 * wording of a form). Supplements and medicines: MedicationStatement ("not-taken" when it was left out on purpose). R4 has no resource for food intake, so
 * a meal is an Observation of category diet. Day marks, imports, remembered foods and safety answers stay at home: they say nothing a clinic could read.
 */
import { unreachable } from "../base/defect.ts";
import type { Day } from "../base/day.ts";
import { variableById } from "../journal/catalogue.ts";
import type { Amount, Entry, MealEntry, ScoreEntry } from "../journal/entry.ts";
import type { Instrument } from "../scales/instrument.ts";
import { instrumentById } from "../scales/instruments.ts";
import { codeOfCondition, codeOfVariable, LOINC, OWN_SCALES, OWN_VARIABLES, ucumOf } from "./codes.ts";
import type {
  CodeableConcept,
  Coding,
  Condition,
  MedicationStatement,
  Observation,
  Quantity,
  Reference,
  Resource,
} from "./fhir-resources.ts";

/** Everything refers to the one person of the journal. */
export const SUBJECT: Reference = { reference: "urn:gutskin:person" };

const CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category";

/** The resources of an entry; `id` is its journal id. Empty for kinds that are not exported. Own text (notes) only with `withNotes`. */
export function resourcesOfEntry(id: string, entry: Entry, withNotes: boolean): readonly Resource[] {
  switch (entry.kind) {
    case "answer":
      return [answer(id, entry)];
    case "score":
      return score(id, entry);
    case "meal":
      return meal(id, entry);
    case "supplement":
      return [statement(id, entry, entry.product, entry.amount, supplementNote(entry.strain, entry.log10Cfu))];
    case "medicine":
      return [statement(id, entry, entry.name, entry.amount, null)];
    case "practice":
      return [
        {
          ...observation(id, entry, "activity", ownCode("practiceMinutes", entry.practice)),
          valueQuantity: quantity(entry.minutes, "min"),
        },
      ];
    case "marker": {
      const item = entry.marker === "crp" ? "crpMgPerL" : "calprotectinUgPerG";
      return [
        {
          ...observation(id, entry, "laboratory", ownCode(item, variableById(item)?.label ?? item)),
          valueQuantity: quantity(entry.amount.value, entry.amount.unit),
        },
      ];
    }
    case "weather":
      return [
        ...number(`${id}-temperature`, entry, "survey", "temperatureCelsius", entry.temperatureCelsius),
        ...number(`${id}-humidity`, entry, "survey", "humidityPercent", entry.humidityPercent),
      ];
    case "cycle":
      return [
        {
          ...observation(id, entry, "survey", ownCode("menstruation", "Period")),
          valueString: entry.flow === undefined ? entry.event : `${entry.event}: ${entry.flow}`,
        },
      ];
    case "tag":
      return [
        {
          ...observation(id, entry, "survey", ownCode(`tag:${entry.tag}`, entry.tag)),
          ...(entry.value === undefined ? { valueBoolean: true } : { valueQuantity: quantity(entry.value, "") }),
        },
      ];
    case "note":
      return withNotes && entry.text.trim() !== ""
        ? [{ ...observation(id, entry, "survey", ownCode("note", "Note")), valueString: entry.text }]
        : [];
    case "profile":
      return (entry.conditions ?? []).map((condition) => conditionOf(`${id}-${condition}`, condition, entry.day));
    case "dayComplete":
    case "customVariable":
    case "importReceipt":
    case "safetyAnswer":
    case "professionalWord":
    case "safetyEvent":
    case "foodChoice":
    case "ownFood":
      return [];
    default:
      return unreachable(entry);
  }
}

type Dated = Pick<Entry, "day">;

function observation(id: string, { day }: Dated, category: string, code: CodeableConcept): Observation {
  return {
    resourceType: "Observation",
    id,
    status: "final",
    category: [{ coding: [{ system: CATEGORY, code: category, display: category }], text: category }],
    code,
    subject: SUBJECT,
    effectiveDateTime: day,
  };
}

function answer(id: string, entry: Extract<Entry, { readonly kind: "answer" }>): Observation {
  const variable = variableById(entry.item);
  const base = observation(id, entry, "survey", ownCode(entry.item, variable?.label ?? entry.item));
  if (variable?.unit === "yes") return { ...base, valueBoolean: entry.value !== 0 };
  return { ...base, valueQuantity: quantity(entry.value, variable?.unit ?? "") };
}

function score(id: string, entry: ScoreEntry): readonly Resource[] {
  const instrument = instrumentById(entry.instrument);
  const name = instrument?.name ?? entry.instrument;
  const coding = [...loincOf(instrument, "total", name), { system: OWN_SCALES, code: entry.instrument, display: name }];
  const items = Object.entries(entry.items ?? {});
  const parts = Object.entries(entry.parts ?? {});
  const observed: Observation = {
    ...observation(id, entry, "survey", { coding, text: name }),
    ...(entry.total === undefined
      ? { dataAbsentReason: absent("not-performed") }
      : { valueQuantity: quantity(entry.total, "points") }),
    method: { text: entry.rater === "clinician" ? "rated by a clinician" : "rated by the person" },
    ...(items.length === 0 ? {} : { derivedFrom: [{ reference: `urn:gutskin:entry:${id}-answers` }] }),
    ...(parts.length === 0
      ? {}
      : {
          component: parts.map(([part, value]) => ({
            code: {
              coding: [
                ...loincOf(instrument, `${part.replace(/s$/, "")} domain`, `${name}, ${part}`),
                { system: OWN_SCALES, code: `${entry.instrument}/${part}`, display: `${name}, ${part}` },
              ],
              text: `${name}, ${part}`,
            },
            valueQuantity: quantity(value, "points"),
          })),
        }),
  };
  if (items.length === 0) return [observed];
  return [
    observed,
    {
      resourceType: "QuestionnaireResponse",
      id: `${id}-answers`,
      questionnaire: `urn:gutskin:questionnaire:${entry.instrument}`,
      status: "completed",
      subject: SUBJECT,
      authored: entry.day,
      item: items.map(([linkId, value]) => ({ linkId, answer: [{ valueDecimal: value }] })),
    },
  ];
}

/** The LOINC code of exactly this number of an instrument; a code of the whole panel is none of its total. */
function loincOf(instrument: Instrument | null, about: string, display: string): readonly Coding[] {
  const found = (instrument?.codes ?? []).filter((code) => code.system === "LOINC" && code.about === about);
  return found.map(({ code }) => ({ system: LOINC, code, display }));
}

function absent(code: string): CodeableConcept {
  const system = "http://terminology.hl7.org/CodeSystem/data-absent-reason";
  return { coding: [{ system, code, display: code }], text: "no total could be formed" };
}

/** The text as one observation, and every number that the person gave as one of its own. */
function meal(id: string, entry: MealEntry): readonly Observation[] {
  const diet: CodeableConcept = { coding: [{ system: OWN_VARIABLES, code: "diet", display: "Diet" }], text: "diet" };
  const text = entry.text.trim();
  const base = observation(id, entry, "survey", ownCode("meal", entry.meal ?? "Meal"));
  const amounts = { ...entry.amounts, ...countColumns(entry) };
  return [
    ...(text === "" ? [] : [{ ...base, category: [diet], valueString: text }]),
    ...Object.entries(amounts).flatMap(([item, value]) => number(`${id}-${item}`, entry, "survey", item, value)),
  ];
}

function countColumns({ counts }: MealEntry): Readonly<Record<string, number | undefined>> {
  return {
    fibreRichServings: counts?.fibreRich,
    fermentedServings: counts?.fermented,
    prebioticServings: counts?.prebiotic,
    ultraProcessedServings: counts?.ultraProcessed,
  };
}

function number(id: string, entry: Dated, category: string, item: string, value: number | undefined): Observation[] {
  if (value === undefined) return [];
  const variable = variableById(item);
  return [
    {
      ...observation(id, entry, category, ownCode(item, variable?.label ?? item)),
      valueQuantity: quantity(value, variable?.unit ?? ""),
    },
  ];
}

function statement(
  id: string,
  entry: Dated & { readonly taken: boolean; readonly kind: "supplement" | "medicine" },
  name: string,
  amount: Amount | undefined,
  note: string | null,
): MedicationStatement {
  return {
    resourceType: "MedicationStatement",
    id,
    status: entry.taken ? "completed" : "not-taken",
    category: { text: entry.kind },
    medicationCodeableConcept: { text: name },
    subject: SUBJECT,
    effectiveDateTime: entry.day,
    informationSource: SUBJECT,
    ...(amount === undefined
      ? {}
      : {
          dosage: [
            {
              text: `${String(amount.value)} ${amount.unit}`,
              doseAndRate: [{ doseQuantity: quantity(amount.value, amount.unit) }],
            },
          ],
        }),
    ...(note === null ? {} : { note: [{ text: note }] }),
  };
}

function supplementNote(strain: string | undefined, log10Cfu: number | undefined): string | null {
  const parts = [
    ...(strain === undefined ? [] : [`strain: ${strain}`]),
    ...(log10Cfu === undefined ? [] : [`log10 of colony-forming units: ${String(log10Cfu)}`]),
  ];
  return parts.length === 0 ? null : parts.join("; ");
}

/** What the person says they have: recorded as such, never as a diagnosis. */
function conditionOf(id: string, condition: Parameters<typeof codeOfCondition>[0], day: Day): Condition {
  const { system, code, display } = codeOfCondition(condition);
  const status = (name: string, value: string): CodeableConcept => ({
    coding: [{ system: `http://terminology.hl7.org/CodeSystem/${name}`, code: value, display: value }],
    text: value,
  });
  return {
    resourceType: "Condition",
    id,
    clinicalStatus: status("condition-clinical", "active"),
    verificationStatus: status("condition-ver-status", "unconfirmed"),
    code: { coding: [{ system, code, display }], text: display },
    subject: SUBJECT,
    recordedDate: day,
    asserter: SUBJECT,
    note: [{ text: "Watched by the person in a private diary; not a diagnosis." }],
  };
}

function ownCode(id: string, label: string): CodeableConcept {
  const known = codeOfVariable(id);
  const own: Coding = { system: OWN_VARIABLES, code: id, display: label };
  if (known === null) return { coding: [own], text: label };
  return { coding: [{ system: known.system, code: known.code, display: known.display }, own], text: label };
}

function quantity(value: number, unit: string): Quantity {
  return { value, unit: unit === "" ? "1" : unit, system: "http://unitsofmeasure.org", code: ucumOf(unit) };
}
