/** One note on a mark: its stance by sign and word, who wrote it, and its words, written in place by everybody. */

import { useRef } from "react";
import type { Mark } from "../../../shared/board/marks.ts";
import { type Note, noteText } from "../../../shared/board/notes.ts";
import { isQuestion } from "../../../shared/board/questions.ts";
import { useSession } from "../../sync/use-board.tsx";
import { NoteTrail } from "../../talk/press-parts.tsx";
import { DrawnWords } from "../../text/drawn-words.tsx";
import { WordsField } from "../../text/words-field.tsx";
import { Button } from "../../ui/button.tsx";
import { Menu, type MenuEntry } from "../../ui/menu.tsx";
import { list as listWords } from "../../words/en/list.ts";
import { questions } from "../../words/en/questions.ts";
import { reading as readingWords } from "../../words/en/reading.ts";
import { changeStance, saysWhy } from "./mark-acts.ts";
import { MoreButton } from "./more-button.tsx";
import styles from "./note-row.module.css";
import { stanceIcons } from "./stance-choice.tsx";

export interface NoteRowProps {
  readonly mark: Mark;
  readonly note: Note;
  /** What may be done with it; undefined where nothing may, and its words are only read. */
  readonly menu: readonly MenuEntry[] | undefined;
  /** Its words take the focus. */
  readonly writing: boolean;
  readonly onDone: () => void;
}

export function NoteRow({ mark, note, menu, writing, onDone }: NoteRowProps) {
  const session = useSession();
  const row = useRef<HTMLDivElement>(null);
  const text = noteText(session.doc, note.id);
  const Icon = stanceIcons[note.stance];
  const author = session.members.find(({ memberId }) => memberId === note.by)?.name;
  return (
    <div ref={row} className={styles["note"]}>
      <div className={styles["who"]}>
        <span className={styles["stance"]} data-stance={note.stance}>
          <Icon size={18} strokeWidth={2} aria-hidden />
          {readingWords.stanceOf[note.stance]}
          {note.closed && isQuestion(note) && ` · ${questions.isClosed}`}
        </span>
        <span className={styles["author"]}>{author ?? readingWords.someone}</span>
        {menu && (
          <Menu
            align="end"
            trigger={<MoreButton label={readingWords.noteMenu(note.stance, mark.index)} />}
            items={menu}
          />
        )}
      </div>
      {!menu &&
        (text && note.words ? (
          <DrawnWords text={text} className={styles["read"]} />
        ) : (
          <p className={styles["read"]}>{listWords.noWords}</p>
        ))}
      {menu && text && (
        <WordsField
          text={text}
          look="plain"
          className={styles["words"]}
          label={readingWords.noteWords(note.stance, mark.index)}
          placeholder={readingWords.yourWords(note.stance)}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- somebody has just asked to write here
          autoFocus={writing}
          onDone={() => {
            // The focus stays at the note: the next Tab goes on from here.
            row.current?.querySelector("button")?.focus();
            onDone();
          }}
        />
      )}
      {menu && saysWhy(note) && (
        <Button
          size="small"
          variant="quiet"
          icon={stanceIcons.interpretation}
          onClick={() => changeStance(session, note.id, "interpretation")}
        >
          {readingWords.saysWhy}
        </Button>
      )}
      <NoteTrail note={note.id} />
    </div>
  );
}
