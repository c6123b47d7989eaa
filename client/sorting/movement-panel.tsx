/**
 * What moved between two sets of papers of the same pupils, beside what the team tried: up, same and down,
 * a table from pile to pile, and the same as a picture. Every figure opens the papers behind it.
 */
import { ArrowDown, ArrowUp, Equal, type LucideIcon } from "lucide-react";
import { type ReactNode, useMemo, useRef, useState } from "react";
import type { PaperId } from "../../shared/base/ids.ts";
import type { Pile } from "../../shared/sorting/piles.ts";
import {
  type MovedPupil,
  movementBetween,
  type SetMovement,
  setsOn,
} from "../../shared/sorting/sets.ts";
import { PileMark } from "../needs/pile-mark.tsx";
import { useBoard } from "../sync/use-board.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { closesOnEscape, SidePanel } from "../ui/side-panel.tsx";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { movement as say } from "../words/en/movement.ts";
import { words } from "../words/words.ts";
import styles from "./movement-panel.module.css";
import { MovementPicture } from "./movement-picture.tsx";

export interface MovementPanelProps {
  /** What was tried, to be written in place. */
  readonly tried: ReactNode;
  /** Opens these in the reader, the first of them first. */
  readonly onRead: (papers: readonly PaperId[]) => void;
  readonly onClose: () => void;
}

export function MovementPanel({ tried, onRead, onClose }: MovementPanelProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const piles = useBoard((view) => view.piles);
  const papers = useBoard((view) => view.papers);
  const places = useBoard((view) => view.places);
  const sets = useMemo(() => setsOn({ papers }), [papers]);
  const [chosen, setChosen] = useState<readonly [number, number] | undefined>(undefined);
  const [from, to] = chosen ?? [sets[0] ?? 1, sets.at(-1) ?? 1];
  const moved = useMemo(
    () => movementBetween({ piles, papers, places }, from, to),
    [piles, papers, places, from, to],
  );
  const options = sets.map((set) => ({ value: String(set), label: say.setName(set) }));
  return (
    <SidePanel
      title={say.title}
      about={sets.length > 1 ? say.about : undefined}
      close={say.close}
      onClose={onClose}
      heading={heading}
      onKeyDown={closesOnEscape(onClose)}
    >
      <div className={styles["body"]}>
        {sets.length < 2 ? (
          <div className={styles["empty"]}>
            <h3 className={styles["emptyTitle"]}>{say.none}</h3>
            <p>{say.noneHelp}</p>
          </div>
        ) : (
          <>
            {sets.length > 2 && (
              <div className={styles["sets"]}>
                <SelectField
                  label={say.from}
                  value={String(from)}
                  options={options}
                  onChange={(set) => setChosen([Number(set), to])}
                />
                <SelectField
                  label={say.to}
                  value={String(to)}
                  options={options}
                  onChange={(set) => setChosen([from, Number(set)])}
                />
              </div>
            )}
            <section className={styles["tried"]}>
              <h3 className={styles["heading"]}>{say.tried}</h3>
              {tried}
            </section>
            <Totals piles={piles} moved={moved} onRead={onRead} />
            <MovementTable piles={piles} moved={moved} onRead={onRead} />
            <MovementPicture piles={piles} moved={moved} from={from} to={to} />
            {moved.unlinked.length > 0 && (
              <p className={styles["unlinked"]}>
                {say.unlinked(moved.unlinked.length)}{" "}
                <button
                  type="button"
                  className={styles["link"]}
                  onClick={() => onRead(moved.unlinked)}
                >
                  {say.readUnlinked}
                </button>
              </p>
            )}
          </>
        )}
      </div>
    </SidePanel>
  );
}

interface PartProps {
  readonly piles: readonly Pile[];
  readonly moved: SetMovement;
  readonly onRead: MovementPanelProps["onRead"];
}

const papersOf = (pupils: readonly MovedPupil[]): readonly PaperId[] =>
  pupils.flatMap(({ papers }) => papers);

/** Up and down mean something where all piles are steps. */
const areSteps = (piles: readonly Pile[]): boolean =>
  piles.every(({ stock }) => stock !== undefined);

function Totals({ piles, moved, onRead }: PartProps) {
  const ways: readonly (readonly [string, LucideIcon, (from: number, to: number) => boolean])[] = [
    [say.up, ArrowUp, (from, to) => to > from],
    [say.same, Equal, (from, to) => to === from],
    [say.down, ArrowDown, (from, to) => to < from],
  ];
  const shown = areSteps(piles) ? ways : ways.filter(([name]) => name === say.same);
  return (
    <ul className={styles["totals"]}>
      {shown.map(([name, Icon, is]) => {
        const pupils = moved.cells.flatMap((row, from) =>
          row.flatMap((cell, to) => (is(from, to) ? cell : [])),
        );
        return (
          <li key={name}>
            <button
              type="button"
              className={styles["total"]}
              disabled={pupils.length === 0}
              onClick={() => onRead(papersOf(pupils))}
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

function MovementTable({ piles, moved, onRead }: PartProps) {
  return (
    <table className={styles["table"]}>
      <caption className={styles["heading"]}>{say.table}</caption>
      <thead>
        <tr>
          <th scope="col">{say.head}</th>
          {piles.map((pile) => (
            <th key={pile.id} scope="col">
              <span className={styles["pile"]}>
                <PileMark pile={pile} size="small" />
                {words.board.pileName(pile)}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {piles.map((pile, from) => (
          <tr key={pile.id}>
            <th scope="row">
              <span className={styles["pile"]}>
                <PileMark pile={pile} size="small" />
                {words.board.pileName(pile)}
              </span>
            </th>
            {piles.map((other, to) => {
              const pupils = moved.cells[from]?.[to] ?? [];
              const [a, b] = [words.board.pileName(pile), words.board.pileName(other)];
              return (
                <td key={other.id} data-same={from === to || undefined}>
                  {pupils.length === 0 ? (
                    <span className={styles["zero"]}>0</span>
                  ) : (
                    <button
                      type="button"
                      className={styles["figure"]}
                      title={pupils.map(({ code }) => code).join(", ")}
                      onClick={() => onRead(papersOf(pupils))}
                    >
                      <span aria-hidden>{pupils.length}</span>
                      <VisuallyHidden>{say.figure(pupils.length, a, b)}</VisuallyHidden>
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
