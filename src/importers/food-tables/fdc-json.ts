/**
 * What does FoodData Central say about one food of its JSON files?
 *
 * Foundation, SR Legacy, Survey (FNDDS) and Branded share one shape: `foodNutrients` with `nutrient.id` and `amount` per 100 g, `foodPortions` with
 * `gramWeight`; branded foods add `gtinUpc`, `brandOwner`, `ingredients` and a serving. The lists may hold `null`.
 */
import type { BytePlace, ByteRecord, RecordScanner } from "./byte-window.ts";
import { textOfBytes, tidyText } from "./byte-text.ts";
import { fdcFigureById } from "./fdc-nutrients.ts";
import { countryTag, ruledOut, unwanted } from "./food-filters.ts";
import { createJsonScanner, listMember, memberOf, parseObject, shortText, textMember } from "./json-scanner.ts";
import type { RowReading } from "./off-tables.ts";
import { addNumber, createFigureDraft } from "./read-figure.ts";
import { ignoredRow, skippedRow, usedRow, type RowOutcome } from "./read-tally.ts";
import { emptyFood, plainBarcode, type FoodPortion, type TableFood } from "./table-food.ts";

/** Reads the foods behind the `[` at `start`. */
export function readFdcJson(start: BytePlace, reading: RowReading): RecordScanner {
  const { tally, filters, emit } = reading;
  const judge = ({ bytes, start: from, end }: ByteRecord): RowOutcome => {
    const text = textOfBytes(bytes, from, end, "utf-8");
    if (text === null) return skippedRow("bad-encoding", shortText(bytes, from, end));
    const object = parseObject(text);
    if (object === null) return skippedRow("bad-json", shortText(bytes, from, end));
    const code = textMember(object, "fdcId");
    if (!/^\d{1,12}$/.test(code)) return skippedRow("bad-code", code);
    const barcode = plainBarcode(textMember(object, "gtinUpc"));
    const countries = countriesOf(textMember(object, "marketCountry"));
    const out = ruledOut(filters, barcode, countries);
    if (out !== null) return ignoredRow(out);
    const food = foodOf(object, code, barcode, countries);
    if (food.label === "") return ignoredRow("no-name");
    const draft = createFigureDraft();
    for (const each of listMember(object, "foodNutrients")) {
      const id = Number(textMember(memberOf(each, "nutrient"), "id") || "0");
      const figure = fdcFigureById.get(id);
      const amount = memberOf(each, "amount");
      if (figure !== undefined && typeof amount === "number") addNumber(draft, figure, amount, tally);
    }
    const whole = { ...food, figures: draft.figures };
    const rule = unwanted("fdc", whole, filters);
    if (rule !== null) return ignoredRow(rule);
    emit({ type: "food", food: whole });
    return usedRow;
  };
  return createJsonScanner(
    true,
    start,
    (record) => tally.note(judge(record), record.line),
    (line, found) =>
      tally.note(found.trim() === "null" ? ignoredRow("not-a-food") : skippedRow("bad-json", found), line),
  );
}

function foodOf(object: unknown, code: string, barcode: string | null, countries: readonly string[]): TableFood {
  const brandName = tidyText(textMember(object, "brandName"), 60);
  const owner = tidyText(textMember(object, "brandOwner"), 60);
  const group =
    textMember(memberOf(object, "foodCategory"), "description") ||
    textMember(memberOf(object, "wweiaFoodCategory"), "wweiaFoodCategoryDescription") ||
    textMember(object, "brandedFoodCategory");
  return {
    ...emptyFood(code),
    label: tidyText(textMember(object, "description")),
    brand: brandName === owner ? owner : [brandName, owner].filter((name) => name !== "").join(", "),
    barcode,
    group: tidyText(group, 80),
    countries,
    quantity: tidyText(textMember(object, "packageWeight"), 60),
    portions: portionsOf(object),
    ingredients: tidyText(textMember(object, "ingredients"), 1500),
    per: barcode === null ? "100g" : "either",
  };
}

/** "United States" -> "en:united-states". */
export function countriesOf(country: string): readonly string[] {
  const tag = countryTag(country);
  return country === "" || tag === null ? [] : [tag];
}

function portionsOf(object: unknown): readonly FoodPortion[] {
  const portions: FoodPortion[] = [];
  const add = (label: string, grams: number): void => {
    if (grams > 0 && grams <= 5000 && portions.length < 30) portions.push({ label: tidyText(label, 80), grams });
  };
  for (const each of listMember(object, "foodPortions")) {
    const unit = textMember(memberOf(each, "measureUnit"), "name");
    const label = portionLabel({
      amount: textMember(each, "amount"),
      unit,
      modifier: textMember(each, "modifier"),
      description: textMember(each, "portionDescription"),
    });
    add(label, Number(textMember(each, "gramWeight") || "0"));
  }
  const serving = servingOf(
    textMember(object, "servingSize"),
    textMember(object, "servingSizeUnit"),
    textMember(object, "householdServingFullText"),
  );
  return serving === null ? portions : [serving, ...portions];
}

/** "1 cup, sliced" from the pieces that a portion has; a description that stands alone (survey foods) is taken as it is. */
export function portionLabel(portion: {
  readonly amount: string;
  readonly unit: string;
  readonly modifier: string;
  readonly description: string;
}): string {
  const { amount, unit, modifier, description } = portion;
  // survey foods carry a number of the measure in `modifier` and the words in the description
  if (description !== "") return description;
  const known = unit === "" || unit === "undetermined" ? "" : unit;
  const words = /^\d+$/.test(modifier) ? known : [known, modifier].filter((word) => word !== "").join(", ");
  return `${amount === "" ? "1" : String(Number(amount) || 1)} ${words === "" ? "portion" : words}`;
}

/** The serving of a branded food in g (or ml, taken as g); null when there is none. */
export function servingOf(size: string, unit: string, household: string): FoodPortion | null {
  const amount = Number(size || "0");
  const isWeight = ["g", "grm", "gm", "ml", "mlt"].includes(unit.toLowerCase());
  if (!isWeight || !(amount >= 1) || amount > 5000) return null;
  const words = tidyText(household, 60).toLowerCase();
  return { label: words === "" ? "serving" : `serving (${words})`, grams: amount };
}
