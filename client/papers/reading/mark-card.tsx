/** One mark in the panel: its number on the page, what is said about it, and what may be done with it. */
import {
  CircleCheck,
  CircleQuestionMark,
  Eye,
  Move,
  PenTool,
  RotateCcw,
  Tag,
  Trash2,
} from "lucide-react";
import { memo } from "react";
import type { NoteId, RegionId } from "../../../shared/base/ids.ts";
import type { Mark } from "../../../shared/board/marks.ts";
import type { Note } from "../../../shared/board/notes.ts";
import { isQuestion } from "../../../shared/board/questions.ts";
import type { BoardSession } from "../../sync/board-session.ts";
import { useMayWrite, useSession } from "../../sync/use-board.tsx";
import { classes } from "../../ui/classes.ts";
import { Menu, type MenuEntry } from "../../ui/menu.tsx";
import { questions } from "../../words/en/questions.ts";
import { reading as readingWords } from "../../words/en/reading.ts";
import { tags as tagWords } from "../../words/en/tags.ts";
import { MarkTags } from "../tags/mark-tags.tsx";
import { tagKeys } from "../tags/tags-part.tsx";
import { addNoteOn, changeStance, deleteMark, deleteNoteOf } from "./mark-acts.ts";
import styles from "./mark-card.module.css";
import { MarkEvidence } from "./mark-evidence.tsx";
import { MarkTalk } from "./mark-talk.tsx";
import { MoreButton } from "./more-button.tsx";
import { setClosed } from "./note-acts.ts";
import { NoteRow } from "./note-row.tsx";
import { useReading } from "./reading-state.ts";
import { stanceIcons } from "./stance-choice.tsx";

export interface MarkCardProps {
  readonly mark: Mark;
  readonly isChosen: boolean;
  /** Under the pointer, here or on the page. */
  readonly isForward: boolean;
  /** The note whose words take the focus. */
  readonly writing: NoteId | undefined;
  readonly onWrite: (note: NoteId | undefined) => void;
  readonly onChoose: (region: RegionId) => void;
  readonly onReshape: (region: RegionId) => void;
  readonly onRedraw: (region: RegionId) => void;
}

/** Remembered: a letter typed into one mark draws that one again, not all of them. */
export const MarkCard = memo(function MarkCard(props: MarkCardProps) {
  const { mark, isChosen, isForward, writing, onWrite, onChoose } = props;
  const session = useSession();
  const [only] = mark.notes.length === 1 ? mark.notes : [];
  const mayWrite = useMayWrite();
  const { tagging } = useReading();
  const ofMark = markEntries(session, props, () => tagging.set(mark.region.id));
  return (
    <li
      className={classes(
        styles["card"],
        isChosen && styles["chosen"],
        isForward && styles["forward"],
      )}
      data-mark={mark.region.id}
    >
      <button
        type="button"
        className={styles["number"]}
        aria-label={readingWords.showMark(mark.index)}
        aria-pressed={isChosen}
        data-stance={mark.notes[0]?.stance ?? "plain"}
        onClick={() => onChoose(mark.region.id)}
      >
        {mark.index}
      </button>
      <div className={styles["said"]}>
        {mark.notes.map((note) => (
          <NoteRow
            key={note.id}
            mark={mark}
            note={note}
            menu={
              mayWrite
                ? [...noteEntries(session, mark, note), ...(note === only ? ofMark : [])]
                : undefined
            }
            writing={writing === note.id}
            onDone={() => onWrite(undefined)}
          />
        ))}
        {!only && (
          <div className={styles["none"]}>
            {mark.notes.length === 0 && <p>{readingWords.noNoteYet}</p>}
            {mayWrite && (
              <Menu
                align="end"
                trigger={<MoreButton label={readingWords.markMenu(mark.index)} />}
                items={ofMark}
              />
            )}
          </div>
        )}
        <MarkTags mark={mark} />
        <MarkEvidence mark={mark} />
        <MarkTalk mark={mark} />
      </div>
    </li>
  );
});

const makes = {
  notice: readingWords.makeNotice,
  wonder: readingWords.makeWonder,
  interpretation: readingWords.makeInterpretation,
} as const;

/** What may be done with one note; where it is the only one, its mark's entries follow. */
function noteEntries(session: BoardSession, mark: Mark, note: Note): readonly MenuEntry[] {
  const closing: MenuEntry = {
    label: note.closed ? questions.reopenThis : questions.closeThis,
    icon: note.closed ? RotateCcw : CircleCheck,
    onSelect: () => setClosed(session, note.id, !note.closed),
  };
  const stances = (["notice", "wonder", "interpretation"] as const)
    .filter((stance) => stance !== note.stance)
    .map(
      (stance): MenuEntry => ({
        label: makes[stance],
        icon: stanceIcons[stance],
        onSelect: () => changeStance(session, note.id, stance),
      }),
    );
  const changes = isQuestion(note) ? [closing, ...stances] : stances;
  if (mark.notes.length === 1) return changes;
  const remove: MenuEntry = {
    label: readingWords.deleteNote,
    icon: Trash2,
    danger: true,
    onSelect: () => deleteNoteOf(session, mark, note),
  };
  return [...changes, "separator", remove];
}

function markEntries(
  session: BoardSession,
  props: MarkCardProps,
  onTag: () => void,
): readonly MenuEntry[] {
  const { mark, onWrite, onReshape, onRedraw } = props;
  const { id } = mark.region;
  return [
    {
      label: readingWords.addNotice,
      icon: Eye,
      onSelect: () => onWrite(addNoteOn(session, id, "notice")),
    },
    {
      label: readingWords.addWonder,
      icon: CircleQuestionMark,
      onSelect: () => onWrite(addNoteOn(session, id, "wonder")),
    },
    {
      label: readingWords.addInterpretation,
      icon: stanceIcons.interpretation,
      onSelect: () => onWrite(addNoteOn(session, id, "interpretation")),
    },
    { label: tagWords.tag, icon: Tag, shortcut: tagKeys, onSelect: onTag },
    { label: readingWords.reshape, icon: Move, onSelect: () => onReshape(id) },
    { label: readingWords.redraw, icon: PenTool, onSelect: () => onRedraw(id) },
    "separator",
    {
      label: readingWords.deleteMark,
      icon: Trash2,
      danger: true,
      onSelect: () => deleteMark(session, mark),
    },
  ];
}
