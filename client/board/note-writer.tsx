/** The field for the words of the note being written, put into the note's own card on the table. */
import { useEffect } from "react";
import { createPortal } from "react-dom";
import { noteText } from "../../shared/board/notes.ts";
import { useBoard, useSession } from "../sync/use-board.tsx";
import { WordsField } from "../text/words-field.tsx";
import { useStore } from "../ui/store.ts";
import { words } from "../words/words.ts";
import { useHands } from "./board-context.ts";
import { writingHost } from "./table/note-card.ts";
import type { Table } from "./table/table.ts";
import { change } from "./table-state.ts";

export function NoteWriter({ table }: { readonly table: Table }) {
  const session = useSession();
  const { state } = useHands();
  const writing = useStore(state, (value) => value.writing);
  const isThere = useBoard((view) => writing !== undefined && view.notes.has(writing));
  const text = writing && isThere ? noteText(session.doc, writing) : undefined;
  const card = writing && text && table.cardOf(writing);
  const host = card && writingHost(card);

  useEffect(() => {
    if (!writing) return;
    // The words made way for nothing any more: the card itself takes the focus back.
    return () => {
      const active = document.activeElement;
      if (!active || active === document.body) table.focus(writing);
    };
  }, [writing, table]);

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
        label={words.board.noteWords}
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
