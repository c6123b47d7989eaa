/** The sentence about a board's notes that were questioned, and the way to each by how it stands. */
import type { NoteId, ThreadId } from "../../shared/base/ids.ts";
import { aboutKey } from "../../shared/talk/about.ts";
import { pressStateOf, pressStates, questionedOf } from "../../shared/talk/presses.ts";
import type { TalkView, Thread } from "../../shared/talk/talk-reader.ts";
import { useBoard } from "../sync/use-board.tsx";
import { threads as say } from "../words/en/threads.ts";
import styles from "./press-parts.module.css";
import { isPress, StateSign } from "./press-parts.tsx";
import { ThreadList } from "./thread-list.tsx";

const none: readonly Thread[] = [];

/** "5 of 9 notes on papers were questioned, 3 changed", and the way to each by how it stands. */
export function QuestionedOnBoard(props: {
  readonly talk: TalkView;
  readonly onOpen: (thread: ThreadId) => void;
}) {
  const { talk, onOpen } = props;
  const all = useBoard((view) => view.notes);
  const notes = [...all.values()]
    .filter(({ region, words }) => region !== undefined && words.trim() !== "")
    .map(({ id }) => id);
  const pressesOf = (note: NoteId): readonly Thread[] =>
    (talk.threadsAbout.get(aboutKey({ kind: "note", id: note })) ?? none).filter(isPress);
  const { questioned, changed } = questionedOf(notes, pressesOf);
  if (questioned === 0) return null;
  const presses = notes.flatMap(pressesOf);
  return (
    <details className={styles["board"]}>
      <summary className={styles["summary"]} title={say.questionedHelp}>
        {say.questioned(questioned, notes.length, changed)}
      </summary>
      {pressStates.map((state) => {
        const threads = presses.filter((thread) => pressStateOf(thread) === state);
        return threads.length === 0 ? null : (
          <section key={state} aria-label={say.states[state]}>
            <h3 className={styles["heading"]}>
              <StateSign state={state} />
            </h3>
            <ThreadList threads={threads} onOpen={onOpen} />
          </section>
        );
      })}
    </details>
  );
}
