/**
 * Which number is called in an emergency, by region?
 *
 * Shown only for the region that the person has set: never guessed from language, clock or place. A region without a row has no
 * number here, and the words say "your local emergency number". Each row names its source (looked at in
 * November 2026); nobody official has reviewed the list.
 */

/** One country, its number for an ambulance, and a crisis line where one was found. */
export interface EmergencyNumber {
  /** Two letters of ISO 3166-1. */
  readonly region: string;
  readonly name: string;
  readonly number: string;
  readonly source: string;
  readonly crisisLine: { readonly name: string; readonly number: string; readonly source: string } | null;
}

const EU = "Directive (EU) 2018/1972, article 109: 112 in every member state";
const BEYOND =
  "State Fire and Rescue Service of Latvia, page on 112: also reached in Iceland, Liechtenstein, Norway, Switzerland";
const samaritans = { name: "Samaritans", number: "116 123", source: "samaritans.org" } as const;

const eu = (region: string, name: string): EmergencyNumber => ({
  region,
  name,
  number: "112",
  source: EU,
  crisisLine: null,
});
const beyond = (region: string, name: string): EmergencyNumber => ({ ...eu(region, name), source: BEYOND });

/** All regions whose number is known here, by name. */
export const emergencyNumbers: readonly EmergencyNumber[] = [
  {
    region: "AU",
    name: "Australia",
    number: "000",
    source: "Telecommunications Numbering Plan 2019; triplezero.gov.au",
    crisisLine: { name: "Lifeline", number: "13 11 14", source: "lifeline.org.au" },
  },
  eu("AT", "Austria"),
  eu("BE", "Belgium"),
  eu("BG", "Bulgaria"),
  {
    region: "CA",
    name: "Canada",
    number: "911",
    source: "CRTC, Telecom Regulatory Policy 2014-342",
    crisisLine: { name: "Suicide Crisis Helpline", number: "988", source: "in service since 30 November 2023" },
  },
  eu("HR", "Croatia"),
  eu("CY", "Cyprus"),
  eu("CZ", "Czechia"),
  eu("DK", "Denmark"),
  eu("EE", "Estonia"),
  eu("FI", "Finland"),
  eu("FR", "France"),
  eu("DE", "Germany"),
  eu("GR", "Greece"),
  eu("HU", "Hungary"),
  beyond("IS", "Iceland"),
  { region: "IN", name: "India", number: "112", source: "Government of India, single number 112", crisisLine: null },
  { ...eu("IE", "Ireland"), crisisLine: samaritans },
  eu("IT", "Italy"),
  { region: "JP", name: "Japan", number: "119", source: "Fire and Disaster Management Agency", crisisLine: null },
  eu("LV", "Latvia"),
  beyond("LI", "Liechtenstein"),
  eu("LT", "Lithuania"),
  eu("LU", "Luxembourg"),
  eu("MT", "Malta"),
  eu("NL", "the Netherlands"),
  { region: "NZ", name: "New Zealand", number: "111", source: "govt.nz, 111 emergency service", crisisLine: null },
  beyond("NO", "Norway"),
  eu("PL", "Poland"),
  eu("PT", "Portugal"),
  eu("RO", "Romania"),
  eu("SK", "Slovakia"),
  eu("SI", "Slovenia"),
  eu("ES", "Spain"),
  eu("SE", "Sweden"),
  beyond("CH", "Switzerland"),
  {
    region: "GB",
    name: "the United Kingdom",
    number: "999 or 112",
    source: "999, the national number, and 112, both answered by the same operators",
    crisisLine: samaritans,
  },
  {
    region: "US",
    name: "the United States",
    number: "911",
    source: "FCC: universal emergency number by act of Congress, 1999",
    crisisLine: { name: "988 Suicide & Crisis Lifeline", number: "988", source: "FCC, July 2020; 988lifeline.org" },
  },
];

/** The row of this region, or null: then no number is known here. */
export function emergencyNumberOf(region: string | null): EmergencyNumber | null {
  return emergencyNumbers.find((row) => row.region === region) ?? null;
}
