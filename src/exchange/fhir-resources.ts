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

export interface CodeableConcept {
  readonly coding?: readonly Coding[];
  readonly text: string;
}

export interface Reference {
  readonly reference: string;
}

export interface Quantity {
  readonly value: number;
  readonly unit: string;
  readonly system: "http://unitsofmeasure.org";
  readonly code: string;
}

export interface Annotation {
  readonly text: string;
}

export interface Patient {
  readonly resourceType: "Patient";
  readonly id: string;
  readonly birthDate?: string;
}

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

export interface QuestionnaireResponse {
  readonly resourceType: "QuestionnaireResponse";
  readonly id: string;
  readonly questionnaire: string;
  readonly status: "completed";
  readonly subject: Reference;
  readonly authored: string;
  readonly item: readonly { readonly linkId: string; readonly answer: readonly { readonly valueDecimal: number }[] }[];
}

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

export type Resource = Patient | Observation | QuestionnaireResponse | MedicationStatement | Condition;

export interface Bundle {
  readonly resourceType: "Bundle";
  readonly type: "collection";
  readonly timestamp: string;
  readonly entry: readonly { readonly fullUrl: string; readonly resource: Resource }[];
}
