/**
 * Which class does a medicine belong to, as far as the gates must know?
 *
 * Generic and brand names, lower case, matched as whole words; endings are the WHO's stems (-mab, -cept, -tinib, -cillin ...).
 * A name that nobody here knows is "unrecognised" and is asked about, never taken as harmless. Creams and drops of a class that
 * only matters by mouth or needle are left out, except where the label warns all the same (JAK inhibitor creams). The list is
 * for recognising, not for advice; a clinician has not reviewed it yet.
 */

export type MedicineClass =
  | "biologic"
  | "jak-inhibitor"
  | "ciclosporin"
  | "methotrexate"
  | "high-dose-steroid"
  | "chemotherapy"
  | "transplant-medicine"
  | "antibiotic"
  | "antifungal"
  | "isotretinoin"
  | "acitretin"
  | "anticoagulant"
  | "insulin"
  | "sulfonylurea";

interface ClassRow {
  readonly medicine: MedicineClass;
  readonly names: readonly string[];
  /** Endings of generic names. */
  readonly endings?: readonly string[];
  /** True when a form put on the skin does not count. */
  readonly notOnSkin?: boolean;
}

const ON_SKIN = /\b(?:cream|ointment|gel|lotion|foam|topical|shampoo|eye drops?|on the skin|salve)\b/;

const words = (text: string): readonly string[] => text.split(", ");

/** One row per class. */
export const medicineClasses: readonly ClassRow[] = [
  {
    medicine: "biologic",
    names: words(
      "biologic, biologics, biosimilar, dupixent, adtralza, adbry, ebglyss, nemluvio, humira, amgevita, hyrimoz, imraldi, hadlima, cyltezo, enbrel, benepali, erelzi, remicade, inflectra, renflexis, remsima, cimzia, certolizumab pegol, simponi, stelara, wezlana, tremfya, skyrizi, ilumya, ilumetri, cosentyx, taltz, bimzelx, siliq, kyntheum, spevigo, entyvio, omvoh, tysabri, orencia, actemra, roactemra, rituxan, mabthera, xolair, kineret, anakinra",
    ),
    endings: ["mab", "cept"],
  },
  {
    medicine: "jak-inhibitor",
    names: words(
      "jak inhibitor, jak inhibitors, rinvoq, cibinqo, olumiant, xeljanz, jyseleca, litfulo, leqselvi, opzelura, jakafi, jakavi, anzupgo, delgocitinib, sotyktu",
    ),
    endings: ["citinib", "litinib"],
  },
  {
    medicine: "ciclosporin",
    names: words("ciclosporin, cyclosporin, cyclosporine, ciclosporina, ciclosporine, neoral, sandimmun, sandimmune, gengraf, deximune"),
    notOnSkin: true,
  },
  {
    medicine: "methotrexate",
    names: words("methotrexate, methotrexat, metotrexato, mtx, metoject, otrexup, rasuvo, trexall, xatmep, maxtrex, nordimet, jylamvo"),
  },
  {
    medicine: "high-dose-steroid",
    names: words(
      "prednisone, prednisolone, methylprednisolone, dexamethasone, cortisone tablets, steroid tablets, oral steroids, medrol, deltasone, rayos, orapred, solu-medrol, decadron, decortin, deflazacort, hydrocortisone tablets",
    ),
    notOnSkin: true,
  },
  {
    medicine: "chemotherapy",
    names: words(
      "chemotherapy, chemo, cyclophosphamide, fluorouracil, capecitabine, cisplatin, carboplatin, oxaliplatin, paclitaxel, docetaxel, doxorubicin, vincristine, gemcitabine, hydroxyurea, hydroxycarbamide, etoposide",
    ),
    endings: ["tinib", "platin", "taxel"],
    notOnSkin: true,
  },
  {
    medicine: "transplant-medicine",
    names: words(
      "tacrolimus, prograf, advagraf, envarsus, adoport, mycophenolate, mycophenolate mofetil, cellcept, myfortic, azathioprine, imuran, imurek, azasan, mercaptopurine, purinethol, sirolimus, rapamune, everolimus, certican, leflunomide, arava",
    ),
    notOnSkin: true,
  },
  {
    medicine: "antibiotic",
    names: words(
      "antibiotic, antibiotics, augmentin, co-amoxiclav, metronidazole, flagyl, trimethoprim, co-trimoxazole, bactrim, septra, nitrofurantoin, macrobid, rifaximin, xifaxan, linezolid, zithromax, z-pak, vibramycin, doryx, minocin, keflex, cefalexin, cephalexin, cefuroxime, cefadroxil, cefdinir, cefixime, cefpodoxime, ceftriaxone, cipro, levaquin, amoxil, dalacin, cleocin, fosfomycin, vancomycin, penicillin",
    ),
    endings: ["cillin", "cycline", "mycin", "micin", "oxacin", "penem"],
    notOnSkin: true,
  },
  {
    medicine: "antifungal",
    names: words("antifungal, fluconazole, diflucan, itraconazole, sporanox, voriconazole, vfend, posaconazole, isavuconazole, nystatin, terbinafine, lamisil, amphotericin, griseofulvin, ketoconazole, caspofungin, miconazole"),
    endings: ["fungin"],
    notOnSkin: true,
  },
  {
    medicine: "isotretinoin",
    names: words("isotretinoin, accutane, roaccutane, roaccutan, absorica, claravis, amnesteem, zenatane, myorisan, aknenormin, isotretinoina"),
    notOnSkin: true,
  },
  { medicine: "acitretin", names: words("acitretin, neotigason, soriatane") },
  {
    medicine: "anticoagulant",
    names: words("anticoagulant, blood thinner, blood thinners, warfarin, coumadin, marevan, phenprocoumon, marcumar, acenocoumarol, sintrom, eliquis, xarelto, lixiana, savaysa, pradaxa, dabigatran, heparin, enoxaparin, clexane, lovenox, dalteparin, fragmin"),
    endings: ["xaban", "gatran", "parin"],
  },
  {
    medicine: "insulin",
    names: words("insulin, lantus, toujeo, levemir, tresiba, novorapid, novolog, humalog, humulin, apidra, fiasp, basaglar, semglee"),
  },
  {
    medicine: "sulfonylurea",
    names: words("sulfonylurea, sulphonylurea, gliclazide, diamicron, glimepiride, amaryl, glipizide, glucotrol, glibenclamide, glyburide, daonil, tolbutamide"),
  },
]; // prettier-ignore

/** Names that are known and matter to no gate, so that they are not asked about. */
const HARMLESS_HERE =
  /\b(?:paracetamol|acetaminophen|ibuprofen|naproxen|cetirizine|loratadine|fexofenadine|desloratadine|levocetirizine|omeprazole|pantoprazole|esomeprazole|loperamide|sertraline|escitalopram|levothyroxine|metformin|benzoyl peroxide|azelaic acid|adapalene|tretinoin|calcipotriol|crisaborole|moisturi[sz]er|emollient|vitamin [a-z]\d*)\b/;

/** What a medicine name was recognised as; an unknown name is not assumed safe. */
export interface MedicineReading {
  readonly classes: readonly MedicineClass[];
  /** False when no name in the text is known. */
  readonly recognised: boolean;
}

/** The classes of a medicine as typed ("Rinvoq 15 mg"); several when the text names several. */
export function readMedicine(text: string): MedicineReading {
  const name = ` ${text
    .toLowerCase()
    .replace(/[^\p{Letter}\d-]+/gu, " ")
    .trim()} `;
  const onSkin = ON_SKIN.test(name);
  const tokens = name.split(" ");
  const matching = medicineClasses.filter(
    (row) =>
      row.names.some((known) => name.includes(` ${known} `)) ||
      tokens.some(
        (token) => row.endings?.some((ending) => token.length > ending.length + 1 && token.endsWith(ending)) === true,
      ),
  );
  return {
    classes: matching.filter((row) => !(onSkin && row.notOnSkin === true)).map((row) => row.medicine),
    recognised: matching.length > 0 || onSkin || HARMLESS_HERE.test(name),
  };
}
