/**
 * The outline beside the table: piles with their papers, frames with what lies in them, notes with their
 * headings, needs. A press goes there; arrow keys walk through it, right and left unfold and fold.
 */
import { ChevronRight } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from "react";
import { type Note } from "../../../shared/board/notes.ts";
import { hasWords, type Shape } from "../../../shared/board/shapes.ts";
import { wordsOf } from "../../../shared/text/words-of.ts";
import { papersIn } from "../../list/acts.ts";
import { listThings } from "../../list/things.ts";
import { PileMark } from "../../needs/pile-mark.tsx";
import { useBoard } from "../../sync/use-board.tsx";
import { SidePanel } from "../../ui/side-panel.tsx";
import { finding } from "../../words/en/finding.ts";
import { words } from "../../words/words.ts";
import { useCommandPort } from "../commands/use-commands.ts";
import { goTo } from "../finding/go-to.ts";
import type { Thing } from "../finding/things.ts";
import styles from "./outline-panel.module.css";

const say = finding;
type Kind = Thing["kind"];

export function OutlinePanel({ onClose }: { readonly onClose: () => void }) {
  const view = useBoard((board) => board);
  const title = useRef<HTMLHeadingElement>(null);
  const listed = useMemo(() => listThings(view), [view]);
  const frames = [...view.shapes.values()]
    .filter(({ kind }) => kind === "frame")
    .toSorted((a, b) => a.pos.y - b.pos.y || a.pos.x - b.pos.x);
  const notes = [...view.notes.values()]
    .filter(({ region }) => region === undefined)
    .toSorted((a, b) => a.pos.y - b.pos.y || a.pos.x - b.pos.x);
  return (
    <SidePanel
      title={say.outline}
      about={say.outlineAbout}
      close={say.closeOutline}
      onClose={onClose}
      heading={title}
    >
      {/* The rows are buttons; what is caught here are the arrows between them. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <nav className={styles["body"]} aria-label={say.outline} onKeyDown={walk}>
        <Part name={say.piles}>
          {[undefined, ...view.piles].map((pile) => {
            const name = pile ? words.board.pileName(pile) : words.board.unsorted;
            const papers = papersIn(view, pile?.id);
            return (
              <Branch
                key={pile?.id ?? ""}
                kind="pile"
                id={pile?.id ?? ""}
                name={name}
                mark={<PileMark pile={pile} size="small" />}
                count={words.board.papers(papers.length)}
              >
                {papers.map((paper) => (
                  <Row
                    key={paper}
                    kind="paper"
                    id={paper}
                    name={view.papers.get(paper)?.code ?? ""}
                  />
                ))}
              </Branch>
            );
          })}
        </Part>
        {frames.length > 0 && (
          <Part name={say.frames}>
            {frames.map((frame) => (
              <Branch
                key={frame.id}
                kind="shape"
                id={frame.id}
                name={frame.name || words.shapes.unnamedFrame}
              >
                {listed
                  .in(frame.id)
                  .map((thing) =>
                    thing.kind === "note" ? (
                      <Row
                        key={thing.note.id}
                        kind="note"
                        id={thing.note.id}
                        name={nameOfNote(thing.note)}
                      />
                    ) : (
                      <Row
                        key={thing.shape.id}
                        kind="shape"
                        id={thing.shape.id}
                        name={nameOfShape(thing.shape)}
                      />
                    ),
                  )}
              </Branch>
            ))}
          </Part>
        )}
        <Part name={say.notes} none={say.noNotes}>
          {notes.map((note) => {
            const headings = headingsOf(note);
            return headings.length > 1 ? (
              <Branch key={note.id} kind="note" id={note.id} name={nameOfNote(note)}>
                {headings.map((heading, i) => (
                  <Row key={`${i} ${heading}`} kind="note" id={note.id} name={heading} />
                ))}
              </Branch>
            ) : (
              <Row key={note.id} kind="note" id={note.id} name={nameOfNote(note)} />
            );
          })}
        </Part>
        <Part name={say.needs} none={say.noNeeds}>
          {view.needs.map((need) => (
            <Row key={need.id} kind="need" id={need.id} name={need.words || say.untitled} />
          ))}
        </Part>
      </nav>
    </SidePanel>
  );
}

function Part(props: {
  readonly name: string;
  readonly none?: string;
  readonly children: readonly ReactNode[];
}) {
  return (
    <section className={styles["part"]}>
      <h3 className={styles["name"]}>{props.name}</h3>
      {props.children.length > 0 ? (
        <ul>{props.children}</ul>
      ) : (
        <p className={styles["none"]}>{props.none}</p>
      )}
    </section>
  );
}

interface RowProps {
  readonly kind: Kind;
  readonly id: string;
  readonly name: string;
}

function Row({ kind, id, name }: RowProps) {
  return (
    <li>
      <GoButton kind={kind} id={id} name={name} />
    </li>
  );
}

function Branch(
  props: RowProps & {
    readonly mark?: ReactNode;
    readonly count?: string;
    readonly children: readonly ReactNode[];
  },
) {
  const { name, children } = props;
  const [isOpen, setOpen] = useState(false);
  return (
    <li>
      <div className={styles["branch"]}>
        <button
          type="button"
          className={styles["fold"]}
          aria-expanded={isOpen}
          aria-label={say.fold(name)}
          disabled={children.length === 0}
          data-fold=""
          onClick={() => setOpen(!isOpen)}
        >
          <ChevronRight size={18} aria-hidden />
        </button>
        <GoButton {...props} />
      </div>
      {isOpen && <ul className={styles["inner"]}>{children}</ul>}
    </li>
  );
}

function GoButton(props: RowProps & { readonly mark?: ReactNode; readonly count?: string }) {
  const { kind, id, name, mark, count } = props;
  const port = useCommandPort();
  return (
    <button
      type="button"
      className={styles["row"]}
      data-row=""
      onClick={() => goTo(port, { kind, id }, false)}
    >
      {mark}
      <span className={styles["words"]}>{name}</span>
      {count && <span className={styles["count"]}>{count}</span>}
    </button>
  );
}

/** Up and down from row to row, right and left to unfold and fold the one with the focus. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-row]")];
  const at = rows.findIndex((row) => row.parentElement?.contains(document.activeElement));
  const fold = rows[at]?.parentElement?.querySelector<HTMLElement>("[data-fold]");
  const isOpen = fold?.getAttribute("aria-expanded") === "true";
  switch (event.key) {
    case "ArrowDown":
    case "ArrowUp":
      rows[
        Math.max(0, Math.min(rows.length - 1, at + (event.key === "ArrowDown" ? 1 : -1)))
      ]?.focus();
      break;
    case "Home":
    case "End":
      rows.at(event.key === "Home" ? 0 : -1)?.focus();
      break;
    case "ArrowRight":
    case "ArrowLeft":
      if (fold && isOpen !== (event.key === "ArrowRight")) fold.click();
      break;
    default:
      return;
  }
  event.preventDefault();
  event.stopPropagation();
}

const headingsOf = ({ blocks }: Note): readonly string[] =>
  blocks
    .filter(({ type }) => type === "h1" || type === "h2" || type === "h3")
    .map((block) => wordsOf([block]).trim())
    .filter(Boolean);

/** Its first heading, or its first line. */
function nameOfNote(note: Note): string {
  const [heading] = headingsOf(note);
  return heading ?? (note.words.trim().split("\n")[0] || say.untitled);
}

const nameOfShape = (shape: Shape): string =>
  words.shapes.called(shape.kind, (hasWords(shape) ? shape.words : shape.name).trim());
