/**
 * What is written of HL7 FHIR R4 (4.0.1), as types of the parts that are used?
 *
 * Only what the export fills; the whole of it is checked against the public R4 JSON schema in tests (fhir-bundle.test.ts).
 */

export interface Coding {
  readonly system: string;
  readonly code: string;
  readonly display: string;
}

/** A thing with its codes and a text for people. */
export interface CodeableConcept {
  readonly coding?: readonly Coding[];
  readonly text: string;
}

/** Where another resource of the same bundle stands. */
export interface Reference {
  readonly reference: string;
}

/** A number with its UCUM unit. */
export interface Quantity {
  readonly value: number;
  readonly unit: string;
  readonly system: "http://unitsofmeasure.org";
  readonly code: string;
}

/** A remark. */
export interface Annotation {
  readonly text: string;
}

/** The person, without a name. */
export interface Patient {
  readonly resourceType: "Patient";
  readonly id: string;
  readonly birthDate?: string;
}

/** A diary value, score, laboratory value or meal of one day. */
export interface Observation {
  readonly resourceType: "Observation";
  readonly id: string;
  readonly status: "final";
  readonly category: readonly CodeableConcept[];
  readonly code: CodeableConcept;
  readonly subject: Reference;
  readonly effectiveDateTime: string;
  readonly valueQuantity?: Quantity;
  readonly valueBoolean?: boolean;
  readonly valueString?: string;
  readonly dataAbsentReason?: CodeableConcept;
  readonly method?: CodeableConcept;
  readonly note?: readonly Annotation[];
  readonly derivedFrom?: readonly Reference[];
  readonly component?: readonly { readonly code: CodeableConcept; readonly valueQuantity: Quantity }[];
}

/** The item numbers of a score; never the wording of an owned form. */
export interface QuestionnaireResponse {
  readonly resourceType: "QuestionnaireResponse";
  readonly id: string;
  readonly questionnaire: string;
  readonly status: "completed";
  readonly subject: Reference;
  readonly authored: string;
  readonly item: readonly { readonly linkId: string; readonly answer: readonly { readonly valueDecimal: number }[] }[];
}

/** A supplement or medicine that was taken, or left out on purpose. */
export interface MedicationStatement {
  readonly resourceType: "MedicationStatement";
  readonly id: string;
  readonly status: "completed" | "not-taken";
  readonly category?: CodeableConcept;
  readonly medicationCodeableConcept: CodeableConcept;
  readonly subject: Reference;
  readonly effectiveDateTime: string;
  readonly informationSource: Reference;
  readonly dosage?: readonly {
    readonly text: string;
    readonly doseAndRate?: readonly { readonly doseQuantity: Quantity }[];
  }[];
  readonly note?: readonly Annotation[];
}

/** A skin condition that the person watches; self-reported, not a diagnosis. */
export interface Condition {
  readonly resourceType: "Condition";
  readonly id: string;
  readonly clinicalStatus: CodeableConcept;
  readonly verificationStatus: CodeableConcept;
  readonly code: CodeableConcept;
  readonly subject: Reference;
  readonly recordedDate: string;
  readonly asserter: Reference;
  readonly note: readonly Annotation[];
}

/** Every kind of resource that the export writes. */
export type Resource = Patient | Observation | QuestionnaireResponse | MedicationStatement | Condition;

/** The whole export. */
export interface Bundle {
  readonly resourceType: "Bundle";
  readonly type: "collection";
  readonly timestamp: string;
  readonly entry: readonly { readonly fullUrl: string; readonly resource: Resource }[];
}
