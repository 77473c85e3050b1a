/**
 * What should a person know before reading any evidence?
 *
 * Three facts that shape the product, each with the ids of the records that carry it; a test compares every number with its record.
 */

/** A fact for the top of the evidence, with the records behind it. */
export interface EvidenceLesson {
  readonly title: string;
  readonly text: string;
  readonly records: readonly string[];
}

/** The three, in the order of reading. */
export const evidenceLessons: readonly EvidenceLesson[] = [
  {
    title: "People notice far more than trials find",
    text: "Asked in surveys, 51 to 54 in 100 say that leaving out gluten or alcohol helped. In trials of leaving foods out, 50 in 100 got better with it and 41 in 100 without.",
    records: ["nosrati-2017-perceived", "afifi-2017-perceived", "oykhman-2022-response"],
  },
  {
    title: "Skin changes without any help",
    text: "In one diet trial the arm without the diet had 13.8 fewer spots after 12 weeks. So a change from before to after says nothing; only a comparison does.",
    records: ["smith-2007-lesions-a"],
  },
  {
    title: "The road through stress is the best known, in both directions",
    text: "In diaries of people with eczema, stress goes with the skin of the next day, and the skin with stress of the next day. From gut to skin most trials are small. From skin to gut no trial was found.",
    records: ["king-1991-stress-skin", "king-1991-skin-stress", "healthcare-2022-stress-skin", "healthcare-2022-skin-stress"],
  },
]; // prettier-ignore
