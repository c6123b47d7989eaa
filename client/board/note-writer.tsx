/** The field for the words of the note or shape being written, put into its own card on the table. */
import { Suspense, useEffect } from "react";
import { createPortal } from "react-dom";
import type { NoteId, ShapeId } from "../../shared/base/ids.ts";
import { noteText } from "../../shared/board/notes.ts";
import { hasWords, shapeText } from "../../shared/board/shapes.ts";
import { useBoard, useSession } from "../sync/use-board.tsx";
import { WordsField } from "../text/words-field.tsx";
import { useStore } from "../ui/store.ts";
import { words } from "../words/words.ts";
import { useHands } from "./board-context.ts";
import { ShapeName } from "./parts.ts";
import { writingHost } from "./table/note-card.ts";
import type { Table } from "./table/table.ts";
import { change } from "./table-state.ts";

export function NoteWriter({ table }: { readonly table: Table }) {
  const session = useSession();
  const { state } = useHands();
  const writing = useStore(state, (value) => value.writing);
  const isNote = useBoard((view) => view.notes.has(writing as NoteId));
  const shape = useBoard((view) => view.shapes.get(writing as ShapeId));
  const text = isNote
    ? noteText(session.doc, writing as NoteId)
    : shape && hasWords(shape)
      ? shapeText(session.doc, shape.id)
      : undefined;
  const card = writing && (text || shape) && table.cardOf(writing);
  const host = card && writingHost(card);

  useEffect(() => {
    if (!writing) return;
    // The words made way for nothing any more: the card itself takes the focus back.
    return () => {
      const active = document.activeElement;
      if (!active || active === document.body) table.focus(writing);
    };
  }, [writing, table]);

  if (host && shape && !text) {
    return createPortal(
      <Suspense>
        <ShapeName shape={shape} onDone={() => change(state, { writing: undefined })} />
      </Suspense>,
      host,
    );
  }
  if (!host || !text) return null;
  return createPortal(
    <div
      onBlur={(event) => {
        if (event.currentTarget.contains(event.relatedTarget)) return;
        state.set((last) => (last.writing === writing ? { ...last, writing: undefined } : last));
      }}
    >
      <WordsField
        key={writing}
        text={text}
        label={shape ? words.shapes.wordsOf(shape.kind) : words.board.noteWords}
        placeholder={words.board.emptyNote}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it opens because somebody asked to write
        autoFocus
        look="plain"
        onDone={() => change(state, { writing: undefined })}
      />
    </div>,
    host,
  );
}
