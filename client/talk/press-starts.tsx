/** Ways to question a note: each begins a thread with its words, which can be edited afterwards as any others. */
import type { NoteId } from "../../shared/base/ids.ts";
import { askings } from "../../shared/talk/presses.ts";
import { paragraphsOf } from "../../shared/text/flat-text.ts";
import { useBoard } from "../sync/use-board.tsx";
import { threads as say } from "../words/en/threads.ts";
import styles from "./press-starts.module.css";
import { useSaid } from "./said.ts";
import { begin } from "./talk-acts.ts";
import { useTalk } from "./talk-hands.ts";

export interface PressStartsProps {
  readonly note: NoteId;
  /** Whether it has to be said which note is meant. */
  readonly isOneOfMany: boolean;
}

const mostLetters = 40;

export function PressStarts({ note, isOneOfMany }: PressStartsProps) {
  const { session } = useTalk();
  const words = useBoard((view) => view.notes.get(note)?.words.trim() ?? "");
  const tell = useSaid();
  if (words === "") return null;
  const short = words.length > mostLetters ? `${words.slice(0, mostLetters).trimEnd()}…` : words;
  return (
    <fieldset className={styles["starts"]}>
      <legend className={styles["legend"]}>{isOneOfMany ? say.pressOf(short) : say.press}</legend>
      <div className={styles["asks"]}>
        {askings.map((asks) => (
          <button
            key={asks}
            type="button"
            className={styles["ask"]}
            onClick={() => {
              const about = { kind: "note", id: note } as const;
              if (begin(session, about, paragraphsOf(say.asks[asks]), { asks, words }))
                tell(say.sent);
            }}
          >
            {say.asks[asks]}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
