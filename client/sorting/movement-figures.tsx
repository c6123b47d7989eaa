/** The figures of a movement: up, same and down, and the table from pile to pile. Each opens the papers behind it. */
import { ArrowDown, ArrowUp, Equal, type LucideIcon } from "lucide-react";
import type { Pile } from "../../shared/sorting/piles.ts";
import { type MovedPupil, type SetMovement, type Way, ways } from "../../shared/sorting/sets.ts";
import { PileMark } from "../needs/pile-mark.tsx";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { movement as say } from "../words/en/movement.ts";
import { words } from "../words/words.ts";
import styles from "./movement-figures.module.css";

export interface FiguresProps {
  readonly moved: SetMovement;
  /** `title` says what they have in common. */
  readonly onOpen: (title: string, pupils: readonly MovedPupil[]) => void;
}

const icons: { readonly [way in Way]: LucideIcon } = { up: ArrowUp, same: Equal, down: ArrowDown };

export function Totals({ moved, onOpen }: FiguresProps) {
  const { cells, isOrdered, wayOf } = moved;
  const shown = isOrdered ? ways : ways.filter((way) => way === "same");
  return (
    <ul className={styles["totals"]}>
      {shown.map((way) => {
        const [name, Icon] = [say[way], icons[way]];
        const pupils = cells.flatMap((row, from) =>
          row.flatMap((cell, to) => (wayOf(from, to) === way ? cell : [])),
        );
        return (
          <li key={way}>
            <button
              type="button"
              className={styles["total"]}
              disabled={pupils.length === 0}
              onClick={() => onOpen(say.figures(name, pupils.length), pupils)}
            >
              <Icon size={18} strokeWidth={2} aria-hidden />
              <VisuallyHidden>{say.figures(name, pupils.length)}</VisuallyHidden>
              <span aria-hidden>
                <b>{pupils.length}</b> {name}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

export function MovementTable({ moved, onOpen }: FiguresProps) {
  const { from: rows, to: columns, cells, wayOf } = moved;
  return (
    <table className={styles["table"]}>
      <caption className={styles["heading"]}>{say.table}</caption>
      <thead>
        <tr>
          <th scope="col">{say.head}</th>
          {columns.map((pile) => (
            <th key={pile.id} scope="col">
              <PileName pile={pile} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((pile, from) => (
          <tr key={pile.id}>
            <th scope="row">
              <PileName pile={pile} />
            </th>
            {columns.map((other, to) => {
              const pupils = cells[from]?.[to] ?? [];
              const [a, b] = [words.board.pileName(pile), words.board.pileName(other)];
              const name = say.figure(pupils.length, a, b);
              return (
                <td key={other.id} data-same={wayOf(from, to) === "same" || undefined}>
                  {pupils.length === 0 ? (
                    <span className={styles["zero"]}>0</span>
                  ) : (
                    <button
                      type="button"
                      className={styles["figure"]}
                      title={pupils.map(({ code }) => code).join(", ")}
                      onClick={() => onOpen(name, pupils)}
                    >
                      <span aria-hidden>{pupils.length}</span>
                      <VisuallyHidden>{name}</VisuallyHidden>
                    </button>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function PileName({ pile }: { readonly pile: Pile }) {
  return (
    <span className={styles["pile"]}>
      <PileMark pile={pile} size="small" />
      {words.board.pileName(pile)}
    </span>
  );
}
