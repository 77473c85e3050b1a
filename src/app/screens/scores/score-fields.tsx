/**
 * Which fields does the form of an instrument have?
 *
 * Own forms: part by part of the body, the share first, and no signs where nothing is affected; a body map fills the shares. Forms of others: the total, and the
 * answers one by one only for those who want to.
 */
import { useState, type ReactElement } from "react";
import {
  bodyPercent,
  bodyRegions,
  groupWords,
  regionAreaScores,
  type Instrument,
  type ScaleItem,
} from "../../../lib/index.ts";
import { scoreWords } from "../../words-scores.ts";
import { BodyMap } from "./body-map.tsx";
import { coverageOf, type Quarters } from "./body-coverage.ts";
import { isClearPart, itemsOf, type Typed } from "./form-answers.ts";
import { ItemField, TextField } from "./item-field.tsx";

export interface ScoreFieldsProps {
  readonly instrument: Instrument;
  readonly typed: Typed;
  /** The field that was refused; null = none. */
  readonly refused: string | null;
  readonly onChange: (typed: Typed) => void;
}

/** All fields of the instrument. */
export function ScoreFields(props: ScoreFieldsProps): ReactElement {
  const { instrument, typed, refused, onChange } = props;
  const items = itemsOf(instrument);
  const field = (item: ScaleItem): ReactElement => (
    <ItemField
      key={item.id}
      instrument={instrument}
      item={item}
      value={typed.items[item.id] ?? ""}
      isRefused={refused === item.id}
      onSet={(text) => onChange({ ...typed, items: { ...typed.items, [item.id]: text } })}
    />
  );
  if (instrument.mode === "N") return <OfficialFields {...props} fields={items.map(field)} />;
  const groups = groupsOf(items);
  return (
    <>
      <MapPart {...props} />
      {instrument.hasChildWeights ? <AgePart {...props} /> : null}
      {groups.map(({ name, members }) => {
        const [area, ...signs] = areaFirst(members);
        if (area === undefined) return null;
        const isClear = signs.some((sign) => isClearPart(typed.items, sign));
        const rows = (
          <>
            {field(area)}
            {isClear ? <p className="quiet">{scoreWords.clearPart}</p> : signs.map(field)}
          </>
        );
        return name === "" ? (
          <div className="rows" key={name}>
            {rows}
          </div>
        ) : (
          <fieldset className="rows score-part" key={name}>
            <legend>{groupWords(name)}</legend>
            {rows}
          </fieldset>
        );
      })}
    </>
  );
}

function OfficialFields(props: ScoreFieldsProps & { readonly fields: readonly ReactElement[] }): ReactElement {
  const { instrument, typed, refused, onChange, fields } = props;
  const { total } = instrument;
  if (total === null) return <div className="score-numbers">{fields}</div>;
  return (
    <>
      <TextField
        label={scoreWords.total}
        help={scoreWords.totalRange(total.min, total.max)}
        value={typed.total}
        isRefused={refused === "total"}
        onChange={(text) => onChange({ ...typed, total: text })}
      />
      {fields.length > 1 ? (
        <details open={Object.values(typed.items).some((text) => text !== "")}>
          <summary>{scoreWords.itemsInstead}</summary>
          <div className="score-numbers">{fields}</div>
        </details>
      ) : null}
    </>
  );
}

function AgePart({ typed, refused, onChange }: ScoreFieldsProps): ReactElement {
  return (
    <div className="fields score-age">
      <TextField
        label={scoreWords.age}
        help=""
        value={typed.age}
        isRefused={refused === "age"}
        onChange={(age) => onChange({ ...typed, age })}
      />
      <label>
        {scoreWords.weights}
        <select
          value={typed.weights}
          onChange={(event) => {
            const weights = (["", "adult", "under8"] as const).find((one) => one === event.target.value);
            if (weights !== undefined) onChange({ ...typed, weights });
          }}
        >
          {Object.entries(scoreWords.weightsChoices).map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

/** The body map of instruments that ask how much of the body or of its parts is affected. */
function MapPart({ instrument, typed, onChange }: ScoreFieldsProps): ReactElement | null {
  const [isOpen, setOpen] = useState(false);
  const [marks, setMarks] = useState<Quarters>(new Map());
  const ids = itemsOf(instrument).map(({ id }) => id);
  const hasParts = bodyRegions.every((region) => ids.includes(`${region}.area`));
  if (!hasParts && !ids.includes("extentPercent")) return null;
  const fill = (next: Quarters): void => {
    setMarks(next);
    const coverage = coverageOf(next);
    const scores = regionAreaScores(coverage);
    const areas = bodyRegions.map((region) => [`${region}.area`, String(scores[region])] as const);
    const percent = [["extentPercent", String(bodyPercent(coverage))] as const];
    const filled: Readonly<Record<string, string>> = Object.fromEntries(hasParts ? areas : percent);
    onChange({ ...typed, items: { ...typed.items, ...filled } });
  };
  return (
    <>
      <button type="button" className="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? scoreWords.body.close : scoreWords.body.open}
      </button>
      {isOpen ? <BodyMap marks={marks} asks={hasParts ? "parts" : "body"} onChange={fill} /> : null}
    </>
  );
}

interface Group {
  /** "" for items that belong to no part of the body. */
  readonly name: string;
  readonly members: readonly ScaleItem[];
}

function groupsOf(items: readonly ScaleItem[]): readonly Group[] {
  const names = [...new Set(items.map(groupOf))];
  return names.map((name) => ({ name, members: items.filter((item) => groupOf(item) === name) }));
}

function groupOf({ id }: ScaleItem): string {
  return id.includes(".") ? (id.split(".")[0] ?? "") : "";
}

/** How much is asked before how strong: where there is nothing, nothing more is asked. */
function areaFirst(items: readonly ScaleItem[]): readonly ScaleItem[] {
  const isArea = ({ id }: ScaleItem): boolean => id === "area" || id.endsWith(".area");
  return [...items.filter(isArea), ...items.filter((item) => !isArea(item))];
}
