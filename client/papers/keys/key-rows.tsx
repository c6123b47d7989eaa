/** Papers with the names that are typed for them: completed from the key book, Enter goes to the next one. */
import { type KeyboardEvent, type ReactNode, useId } from "react";
import { TextField } from "../../ui/text-field.tsx";
import { keys as say } from "../../words/en/keys.ts";
import { type KeyBook, longestName } from "./key-book.ts";
import styles from "./key-rows.module.css";

export interface KeyRow {
  readonly id: string;
  /** As in "Name for paper 3". */
  readonly label: string;
  /** What is shown of it, before the field. */
  readonly shows: ReactNode;
  readonly name: string;
  /** What becomes of its code. */
  readonly note: string;
  readonly error?: string | undefined;
}

export interface KeyRowsProps {
  readonly rows: readonly KeyRow[];
  readonly book: KeyBook;
  readonly onName: (id: string, name: string) => void;
}

export function KeyRows({ rows, book, onName }: KeyRowsProps) {
  const listId = useId();
  const toNext = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    const fields = [...event.currentTarget.querySelectorAll("input")];
    fields[fields.indexOf(event.target) + 1]?.focus();
  };
  return (
    <>
      <datalist id={listId}>
        {book.map(({ name }) => (
          <option key={name}>{name}</option>
        ))}
      </datalist>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Enter in a field, beside Tab */}
      <ul className={styles["rows"]} aria-label={say.names} onKeyDown={toNext}>
        {rows.map((row) => (
          <li key={row.id} className={styles["row"]}>
            {row.shows}
            <TextField
              label={say.name(row.label)}
              hint={row.note}
              error={row.error}
              list={listId}
              // Browsers would offer, and keep, what was typed here.
              autoComplete="off"
              spellCheck={false}
              maxLength={longestName}
              value={row.name}
              onChange={(event) => onName(row.id, event.target.value)}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
