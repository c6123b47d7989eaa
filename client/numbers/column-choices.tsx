/** The columns of a table to choose from: what each is called and holds, and why one stays here. */
import { useId } from "react";
import { foldedTitle } from "../../shared/numbers/column-edits.ts";
import { type Column, columnKinds, most } from "../../shared/numbers/columns.ts";
import { isBlank } from "../../shared/numbers/read-cells.ts";
import { straysOf, type Table, type TableColumn } from "../../shared/numbers/tables.ts";
import { SelectField } from "../ui/select-field.tsx";
import { TextField } from "../ui/text-field.tsx";
import { numbers as say } from "../words/en/numbers.ts";
import { type Choice, type Choices, type Problem, whyNot } from "./bringing.ts";
import styles from "./column-choices.module.css";

export interface ColumnChoicesProps {
  readonly table: Table;
  readonly keyColumn: number | undefined;
  readonly choices: Choices;
  readonly problems: ReadonlyMap<number, Problem>;
  /** Those on the board already. */
  readonly there: readonly Column[];
  readonly onChange: (choices: Choices) => void;
}

export function ColumnChoices(props: ColumnChoicesProps) {
  const { table, keyColumn, choices, problems, there, onChange } = props;
  const id = useId();
  const known = new Set(there.map(({ title }) => foldedTitle(title)));
  const offered = table.columns.filter(({ index }) => index !== keyColumn);
  const updates = [...choices.values()].some(
    ({ isTaken, title }) => isTaken && known.has(foldedTitle(title)),
  );
  return (
    <section className={styles["part"]} aria-labelledby={id}>
      <h3 id={id} className={styles["title"]}>
        {say.columns}
      </h3>
      <p className={styles["about"]}>
        {say.columnsAbout} {updates && say.othersKeep}
      </p>
      <ul className={styles["columns"]}>
        {offered.map((column) => {
          const choice = choices.get(column.index);
          if (!choice) return null;
          return (
            <ColumnChoice
              key={column.index}
              column={column}
              choice={choice}
              problem={problems.get(column.index)}
              isUpdate={known.has(foldedTitle(choice.title))}
              onChange={(next) => onChange(new Map(choices).set(column.index, next))}
            />
          );
        })}
      </ul>
    </section>
  );
}

function ColumnChoice(props: {
  readonly column: TableColumn;
  readonly choice: Choice;
  readonly problem: Problem | undefined;
  readonly isUpdate: boolean;
  readonly onChange: (choice: Choice) => void;
}) {
  const { column, choice, problem, isUpdate, onChange } = props;
  const { isTaken, title, kind } = choice;
  const why = whyNot(column);
  const cells = column.cells.filter((cell) => !isBlank(cell));
  const strays = straysOf(column.cells, kind);
  return (
    <li className={styles["column"]} data-taken={isTaken || undefined}>
      <label className={styles["tick"]}>
        <input
          type="checkbox"
          checked={isTaken}
          disabled={why === "emails"}
          aria-label={say.bringColumn(title)}
          onChange={(event) => onChange({ ...choice, isTaken: event.target.checked })}
        />
      </label>
      <div className={styles["name"]}>
        <TextField
          label={say.titleField}
          hideLabel
          value={title}
          maxLength={most.title}
          disabled={!isTaken}
          error={problem && wordsFor(problem)}
          onChange={(event) => onChange({ ...choice, title: event.target.value })}
        />
      </div>
      <SelectField
        label={say.kindField}
        hideLabel
        value={kind}
        disabled={!isTaken}
        options={columnKinds.map((value) => ({ value, label: say.kinds[value] }))}
        onChange={(next) => onChange({ ...choice, kind: next })}
      />
      <div className={styles["facts"]}>
        {/* What is held back is not shown off on a projector either. */}
        {why === undefined || why === "words" || isTaken ? (
          <p className={styles["sample"]}>
            {cells.length > 0 ? say.sample(cells.slice(0, shownCells)) : say.noCells}
          </p>
        ) : null}
        {why && <p className={styles["why"]}>{say.heldBack[why]}</p>}
        {isTaken && isUpdate && <p className={styles["why"]}>{say.updates}</p>}
        {isTaken && strays > 0 && <p className={styles["why"]}>{say.strays(strays)}</p>}
      </div>
    </li>
  );
}

const shownCells = 6;

const wordsFor = (problem: Problem): string =>
  problem === "tooMany" ? say.tooMany(most.columns) : say[problem];
