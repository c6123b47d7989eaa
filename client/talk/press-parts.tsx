/**
 * What a press shows: its state by sign and word, the note's words before and after, how it ends, and the
 * trail of a note's presses.
 */
import {
  CircleCheck,
  CircleDot,
  type LucideIcon,
  MessageCircleReply,
  PencilLine,
} from "lucide-react";
import type { NoteId } from "../../shared/base/ids.ts";
import { aboutKey } from "../../shared/talk/about.ts";
import { type PressState, pressStateOf } from "../../shared/talk/presses.ts";
import type { Thread } from "../../shared/talk/talk-reader.ts";
import { useBoard } from "../sync/use-board.tsx";
import { Button } from "../ui/button.tsx";
import { useStore } from "../ui/store.ts";
import { threads as say } from "../words/en/threads.ts";
import styles from "./press-parts.module.css";
import { useSaid } from "./said.ts";
import { end, reopen } from "./talk-acts.ts";
import { useTalk } from "./talk-hands.ts";

const icons: { readonly [state in PressState]: LucideIcon } = {
  open: CircleDot,
  answered: MessageCircleReply,
  revised: PencilLine,
  kept: CircleCheck,
};

export function StateSign({ state }: { readonly state: PressState }) {
  const Icon = icons[state];
  return (
    <span className={styles["state"]}>
      <Icon size={16} strokeWidth={2} aria-hidden />
      {say.states[state]}
    </span>
  );
}

/** Over what was said in a press: how it stands, and the note's words then and, once it was changed, after. */
export function PressHead({ thread }: { readonly thread: Thread }) {
  const state = pressStateOf(thread);
  if (!state || !thread.press) return null;
  return (
    <div className={styles["head"]}>
      <StateSign state={state} />
      {state === "revised" && thread.outcome ? (
        <Revision before={thread.press.words} after={thread.outcome.words} />
      ) : (
        <q className={styles["words"]}>{thread.press.words}</q>
      )}
    </div>
  );
}

function Revision({ before, after }: { readonly before: string; readonly after: string }) {
  return (
    <dl className={styles["revision"]}>
      <dt>{say.before}</dt>
      <dd>{before}</dd>
      <dt>{say.after}</dt>
      <dd>{after}</dd>
    </dl>
  );
}

/** How a press ends, or is taken up again; for whoever may write. */
export function PressEnd({
  thread,
  onDone,
}: {
  readonly thread: Thread;
  readonly onDone: () => void;
}) {
  const { session } = useTalk();
  const tell = useSaid();
  const { id, about, press, outcome } = thread;
  const note = about?.kind === "note" ? about.id : undefined;
  const words = useBoard((view) => (note && view.notes.get(note)?.words.trim()) ?? "");
  if (!press) return null;
  if (outcome) {
    return (
      <Button
        size="small"
        variant="quiet"
        onClick={() => {
          reopen(session, id);
          tell(say.nowOpen);
          onDone();
        }}
      >
        {say.reopen}
      </Button>
    );
  }
  const isChanged = words !== "" && words !== press.words;
  return (
    <>
      <Button
        size="small"
        variant="quiet"
        icon={icons.revised}
        disabled={!isChanged}
        title={isChanged ? undefined : say.revisedHelp}
        onClick={() => {
          end(session, id, "revised", words);
          tell(say.nowRevised);
          onDone();
        }}
      >
        {say.revised}
      </Button>
      <Button
        size="small"
        variant="quiet"
        icon={icons.kept}
        onClick={() => {
          end(session, id, "kept", words);
          tell(say.nowKept);
          onDone();
        }}
      >
        {say.kept}
      </Button>
    </>
  );
}

export const isPress = (thread: Thread): boolean => thread.press !== undefined;
const none: readonly Thread[] = [];

/** On a note: each of its presses, first asked first, with what it came to. */
export function NoteTrail({ note }: { readonly note: NoteId }) {
  const { view } = useTalk();
  const about = useStore(view, (talk) =>
    talk?.threadsAbout.get(aboutKey({ kind: "note", id: note })),
  );
  const presses = (about ?? none).filter(isPress).toReversed();
  if (presses.length === 0) return null;
  return (
    <ul className={styles["trail"]} aria-label={say.trail}>
      {presses.map((thread) => {
        const state = pressStateOf(thread);
        return (
          state && (
            <li key={thread.id}>
              <span className={styles["asked"]}>
                <StateSign state={state} />
                {thread.replies[0]?.words}
              </span>
              {state === "revised" && thread.press && thread.outcome && (
                <Revision before={thread.press.words} after={thread.outcome.words} />
              )}
            </li>
          )
        );
      })}
    </ul>
  );
}
