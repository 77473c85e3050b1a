/**
 * Where does each column of a table go?
 *
 * One card per column with examples, the reason of the proposal and a choice: a known thing, a variable of
 * one's own with its role, a note, or out. Plus how days and decimals are written. Every change asks for a
 * new preview.
 */
import { useId, type ReactElement } from "react";
import {
  catalogue,
  wordProposal,
  type ColumnMapping,
  type ColumnProposal,
  type ColumnTarget,
  type Role,
} from "../../../lib/index.ts";
import { dataWords } from "../../words-data.ts";
import { roles, targetFromChoice, targetToChoice } from "./column-choice.ts";

export interface MappingTableProps {
  readonly mapping: ColumnMapping;
  readonly proposals: readonly ColumnProposal[];
  readonly isBusy: boolean;
  readonly onChange: (mapping: ColumnMapping) => void;
}

/** The choices. */
export function MappingTable({ mapping, proposals, isBusy, onChange }: MappingTableProps): ReactElement {
  const setTarget = (header: string, target: ColumnTarget): void =>
    onChange({ ...mapping, columns: { ...mapping.columns, [header]: target } });
  return (
    <fieldset className="mapping" disabled={isBusy}>
      <legend>{dataWords.mapping}</legend>
      <p className="quiet">{dataWords.mappingHint}</p>
      <div className="fields">
        <Choice
          label={dataWords.dateColumn}
          value={mapping.dateColumn}
          options={proposals.map((proposal) => [proposal.header, proposal.header])}
          onChange={(dateColumn) => onChange({ ...mapping, dateColumn })}
        />
        <Choice
          label={dataWords.dateOrder}
          value={mapping.dateOrder}
          options={dateOrders.map((order) => [order, dataWords.dateOrders[order]])}
          onChange={(wanted) =>
            onChange({ ...mapping, dateOrder: dateOrders.find((order) => order === wanted) ?? mapping.dateOrder })
          }
        />
        <Choice
          label={dataWords.decimal}
          value={mapping.decimal}
          options={decimals.map((mark) => [mark, dataWords.decimals[mark]])}
          onChange={(wanted) =>
            onChange({ ...mapping, decimal: decimals.find((mark) => mark === wanted) ?? mapping.decimal })
          }
        />
      </div>
      <ul className="columns">
        {proposals
          .filter((proposal) => proposal.header !== mapping.dateColumn)
          .map((proposal) => (
            <ColumnCard
              key={proposal.header}
              proposal={proposal}
              target={mapping.columns[proposal.header] ?? { to: "ignore" }}
              onChange={(target) => setTarget(proposal.header, target)}
            />
          ))}
      </ul>
    </fieldset>
  );
}

const dateOrders = ["ymd", "dmy", "mdy"] as const;
const decimals = [".", ","] as const;

function ColumnCard(props: {
  readonly proposal: ColumnProposal;
  readonly target: ColumnTarget;
  readonly onChange: (target: ColumnTarget) => void;
}): ReactElement {
  const { proposal, target, onChange } = props;
  return (
    <li className="column-card" data-ignored={target.to === "ignore"}>
      <div className="column-name">
        <strong>{proposal.header}</strong>
        <span className="quiet">
          {dataWords.filled(proposal.filled)}
          {proposal.samples.length > 0 ? ` · ${proposal.samples.slice(0, 3).join(", ")}` : ""}
        </span>
        <span className="quiet">{wordProposal(proposal.why)}</span>
      </div>
      <Choice
        label={`${dataWords.goesTo} (${proposal.header})`}
        isLabelHidden
        value={targetToChoice(target)}
        options={[
          ["ignore", dataWords.targetIgnore],
          ["custom", dataWords.targetOwn],
          ["note", dataWords.targetNote],
          ...catalogue.map((variable): readonly [string, string] => [
            `variable ${variable.id}`,
            `${variable.label} (${variable.unit})`,
          ]),
        ]}
        onChange={(choice) => onChange(targetFromChoice(choice, proposal.header, target))}
      />
      {target.to === "custom" ? (
        <Choice
          label={dataWords.ownRole(proposal.header)}
          value={target.role}
          options={roles.map((role) => [role, dataWords.roles[role]])}
          onChange={(wanted) => onChange({ ...target, ...roleChange(wanted) })}
        />
      ) : null}
    </li>
  );
}

/** A symptom is better when it is low; of a lever nothing is said. */
function roleChange(wanted: string): { readonly role: Role; readonly betterIs: "lower" | "higher" | "neither" } {
  const role = roles.find((one) => one === wanted) ?? "lever";
  const betterIs = role === "lever" || role === "context" ? "neither" : role === "sleep" ? "higher" : "lower";
  return { role, betterIs };
}

function Choice(props: {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
}): ReactElement {
  const id = useId();
  return (
    <div className="choice">
      <label htmlFor={id} className={props.isLabelHidden ? "visually-hidden" : undefined}>
        {props.label}
      </label>
      <select id={id} value={props.value} onChange={(event) => props.onChange(event.target.value)}>
        {props.options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
