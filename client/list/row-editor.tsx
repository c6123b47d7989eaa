/**
 * The field a row shows while it is being changed in place: a note's words, a pile's name, look
 * and what belongs in it, the board's title and question. Names are written when the field is left; words of a
 * note as they are typed. Escape leaves a name as it was.
 */

import {
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from "react";
import type * as Y from "yjs";
import type { NeedId, NoteId } from "../../shared/base/ids.ts";
import { askQuestion, retitleBoard } from "../../shared/board/meta.ts";
import { needText } from "../../shared/board/needs.ts";
import { noteText, type Stance } from "../../shared/board/notes.ts";
import { nameShape } from "../../shared/board/shape-edits.ts";
import { hasWords, shapeText } from "../../shared/board/shapes.ts";
import { limits } from "../../shared/protocol/limits.ts";
import {
  describePile,
  type Pile,
  pileColours,
  pileMarks,
  renamePile,
  restylePile,
} from "../../shared/sorting/piles.ts";
import { useSession } from "../sync/use-board.tsx";
import { WordsField } from "../text/words-field.tsx";
import { Button } from "../ui/button.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { TextField } from "../ui/text-field.tsx";
import { list as listWords } from "../words/en/list.ts";
import { needs } from "../words/en/needs.ts";
import { reading as readingWords } from "../words/en/reading.ts";
import { words } from "../words/words.ts";
import styles from "./row-editor.module.css";
import type { Row, ShapeRow } from "./rows.ts";

export function RowEditor({ row, onDone }: { readonly row: Row; readonly onDone: () => void }) {
  if (row.kind === "session") {
    return <BoardFields title={row.title} question={row.question} onDone={onDone} />;
  }
  if (row.kind === "pile" && row.pile) return <PileFields pile={row.pile} onDone={onDone} />;
  if ((row.kind === "mark" || row.kind === "note") && row.note !== undefined) {
    return <NoteField note={row.note} stance={row.stance ?? "plain"} onDone={onDone} />;
  }
  if (row.kind === "need") return <NeedField need={row.need} onDone={onDone} />;
  if (row.kind === "shape") return <ShapeFields row={row} onDone={onDone} />;
  return null;
}

function BoardFields(props: {
  readonly title: string;
  readonly question: string;
  readonly onDone: () => void;
}) {
  const { doc, act } = useSession();
  const [title, setTitle] = useState(props.title);
  const [question, setQuestion] = useState(props.question);
  function write(): void {
    if (title === props.title && question === props.question) return;
    act((origin) => {
      retitleBoard(doc, title, origin);
      askQuestion(doc, question, origin);
    });
  }
  return (
    <Fields onWrite={write} onDone={props.onDone}>
      <TextField
        label={listWords.boardTitle}
        value={title}
        maxLength={limits.titleLength}
        onChange={(event) => setTitle(event.target.value)}
      />
      <TextField
        label={listWords.question}
        value={question}
        maxLength={limits.titleLength}
        onChange={(event) => setQuestion(event.target.value)}
      />
    </Fields>
  );
}

function PileFields({ pile, onDone }: { readonly pile: Pile; readonly onDone: () => void }) {
  const { doc, act } = useSession();
  const shown = words.board.pileName(pile);
  const [name, setName] = useState(pile.name || (pile.stock ? shown : ""));
  const [criterion, setCriterion] = useState(pile.criterion);
  const [mark, setMark] = useState(pile.mark);
  const [colour, setColour] = useState(pile.colour);
  function write(): void {
    const renamed = name !== shown && name !== pile.name;
    const restyled = mark !== pile.mark || colour !== pile.colour;
    if (!renamed && !restyled && criterion === pile.criterion) return;
    act((origin) => {
      if (renamed) renamePile(doc, pile.id, name, origin);
      if (restyled) restylePile(doc, pile.id, { mark, colour }, origin);
      describePile(doc, pile.id, criterion, origin);
    });
  }
  return (
    <Fields onWrite={write} onDone={onDone}>
      <TextField
        label={listWords.pileName}
        value={name}
        maxLength={limits.nameLength}
        onChange={(event) => setName(event.target.value)}
      />
      <TextField
        label={listWords.criterion}
        value={criterion}
        maxLength={limits.titleLength}
        onChange={(event) => setCriterion(event.target.value)}
      />
      <Choice
        label={words.board.mark}
        value={mark}
        choices={pileMarks}
        names={words.board.marks}
        onChoose={setMark}
      />
      <Choice
        label={words.board.colour}
        value={colour}
        choices={pileColours}
        names={words.board.colours}
        onChoose={setColour}
      />
    </Fields>
  );
}

function Choice<T extends string>(props: {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly T[];
  readonly names: { readonly [choice in T]: string };
  readonly onChoose: (choice: T) => void;
}) {
  const { label, value, choices, names, onChoose } = props;
  return (
    <SelectField
      label={label}
      value={value}
      options={choices.map((choice) => ({ value: choice, label: names[choice] }))}
      onChange={onChoose}
    />
  );
}

/** Enter, Done and leaving write what was typed; Escape does not. */
function Fields(props: {
  readonly onWrite: () => void;
  readonly onDone: () => void;
  readonly children: ReactNode;
}) {
  const { onWrite, onDone, children } = props;
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const first = form.current?.querySelector("input");
    first?.focus();
    first?.select();
  }, []);

  function onKeyDown(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key === "Escape") {
      event.preventDefault();
      onDone();
    }
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of its fields
    <form
      ref={form}
      className={styles["fields"]}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        onWrite();
        onDone();
      }}
      onBlur={(event) => {
        if (!isLeaving(event)) return;
        onWrite();
        onDone();
      }}
    >
      {children}
      <Button type="submit" size="small">
        {listWords.doneEditing}
      </Button>
    </form>
  );
}

function NeedField({ need, onDone }: { readonly need: NeedId; readonly onDone: () => void }) {
  const { doc } = useSession();
  const text = needText(doc, need);
  return text ? <Written text={text} label={needs.wordsOf} onDone={onDone} /> : null;
}

/** What a shape says; of a frame or an image, what it is called. */
function ShapeFields({ row, onDone }: { readonly row: ShapeRow; readonly onDone: () => void }) {
  const { doc, act } = useSession();
  const [name, setName] = useState(row.words);
  if (hasWords({ kind: row.shapeKind })) {
    const text = shapeText(doc, row.shape);
    const label = words.shapes.wordsOf(row.shapeKind);
    return text ? <Written text={text} label={label} onDone={onDone} /> : null;
  }
  function write(): void {
    if (name !== row.words) act((origin) => nameShape(doc, row.shape, name, origin));
  }
  const { frameName, imageName } = words.shapes;
  return (
    <Fields onWrite={write} onDone={onDone}>
      <TextField
        label={row.shapeKind === "image" ? imageName : frameName}
        value={name}
        maxLength={limits.titleLength}
        onChange={(event) => setName(event.target.value)}
      />
    </Fields>
  );
}

function NoteField(props: {
  readonly note: NoteId;
  readonly stance: Stance;
  readonly onDone: () => void;
}) {
  const { note, stance, onDone } = props;
  const { doc } = useSession();
  const text = noteText(doc, note);
  if (!text) return null;
  const placeholder = stance === "plain" ? listWords.wordsShown : readingWords.yourWords(stance);
  const label = listWords.wordsOf(readingWords.stanceOf[stance]);
  return <Written text={text} label={label} placeholder={placeholder} onDone={onDone} />;
}

function Written(props: {
  readonly text: Y.Text;
  readonly label: string;
  readonly placeholder?: string;
  readonly onDone: () => void;
}) {
  const { text, label, placeholder, onDone } = props;
  return (
    // Keys inside belong to the field, not to the tree around it.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={styles["note"]}
      onKeyDown={(event) => event.stopPropagation()}
      onBlur={(event) => {
        if (isLeaving(event)) onDone();
      }}
    >
      <WordsField
        text={text}
        label={label}
        placeholder={placeholder}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- somebody has just asked to write here
        autoFocus
        onDone={onDone}
      />
      <Button size="small" onClick={onDone}>
        {listWords.doneEditing}
      </Button>
    </div>
  );
}

/** Whether the focus goes elsewhere on this page; going to another window leaves the field as it is. */
function isLeaving(event: FocusEvent): boolean {
  const to = event.relatedTarget;
  return to ? !event.currentTarget.contains(to) : document.hasFocus();
}
