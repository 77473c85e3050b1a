/**
 * Which group does a medicine belong to, as far as its name tells?
 *
 * Only to file an entry (antibiotics and skin treatments are adjusted for, other medicines are kept); never advice. Word
 * endings are the WHO's international stems for antibiotic families (INN stem book: -cillin, -cycline, -mycin, -oxacin, cef-); the names are
 * common treatments of skin and gut disease. A form that is put on the skin decides before the substance.
 */
import type { MedicineEntry } from "../journal/entry.ts";

const ON_SKIN = /\b(?:cream|ointment|gel|lotion|foam|topical|shampoo|balm|salve)\b/;
const ANTIBIOTIC =
  /\b(?:antibiotics?|[a-z]+cillin|[a-z]+cycline|[a-z]+(?:mycin|micin)|[a-z]+oxacin|cef[a-z]+|metronidazole|trimethoprim|nitrofurantoin|rifaximin|co-amoxiclav|augmentin|linezolid)\b/;
const SKIN_SUBSTANCE =
  /\b(?:hydrocortisone|mometasone|clobetasol|betamethasone|tacrolimus|pimecrolimus|tretinoin|adapalene|tazarotene|benzoyl peroxide|azelaic acid|calcipotriol|crisaborole)\b/;
const SYSTEMIC =
  /\b(?:isotretinoin|acitretin|methotrexate|cyclosporine?|ciclosporin|azathioprine|prednisone|prednisolone|[a-z]+umab|[a-z]+kinumab|[a-z]+citinib|apremilast|spironolactone|mesalazine|mesalamine|budesonide|dapsone)\b/;
const OTHER =
  /\b(?:ibuprofen|paracetamol|acetaminophen|aspirin|naproxen|cetirizine|loratadine|fexofenadine|desloratadine|levocetirizine|omeprazole|pantoprazole|esomeprazole|loperamide|sertraline|escitalopram|levothyroxine|metformin)\b/;

/** The group, or null when the name is not one of a known medicine. Case does not count. */
export function medicineGroup(name: string): MedicineEntry["group"] | null {
  const text = name.toLowerCase();
  if (ON_SKIN.test(text)) return "topical";
  if (ANTIBIOTIC.test(text)) return "antibiotic";
  if (SYSTEMIC.test(text)) return "systemic";
  if (SKIN_SUBSTANCE.test(text)) return "topical";
  return OTHER.test(text) ? "other" : null;
}
