/**
 * All that is said about one thing, and where a thread about it begins: in the panel, and under a mark in
 * the reader.
 */
import { MessageSquarePlus } from "lucide-react";
import { useState } from "react";
import type { ThreadId } from "../../shared/base/ids.ts";
import { type About, aboutKey } from "../../shared/talk/about.ts";
import { isOpen } from "../../shared/talk/talk-reader.ts";
import { useMayWrite } from "../sync/use-board.tsx";
import { Button } from "../ui/button.tsx";
import { useStore } from "../ui/store.ts";
import { threads as say } from "../words/en/threads.ts";
import { Composer } from "./composer.tsx";
import { PressStarts } from "./press-starts.tsx";
import { useSaid } from "./said.ts";
import styles from "./talk-about.module.css";
import { begin } from "./talk-acts.ts";
import { useTalk } from "./talk-hands.ts";
import { ResolvedThreads } from "./thread-list.tsx";
import { ThreadView } from "./thread-view.tsx";

export interface TalkAboutProps {
  /** The thing; a new thread is about the first of them. */
  readonly about: readonly [About, ...About[]];
  /** What it is called. */
  readonly name: string;
  /** Somebody asked to talk: the field takes the focus where there is only one. */
  readonly isWriting: boolean;
}

export function TalkAbout({ about, name, isWriting }: TalkAboutProps) {
  const { session, view } = useTalk();
  const talk = useStore(view);
  const mayWrite = useMayWrite();
  const tell = useSaid();
  const [isAnother, setAnother] = useState(false);
  const threads = about.flatMap((one) => talk?.threadsAbout.get(aboutKey(one)) ?? []);
  // One that is resolved while it is looked at stays where it is.
  const [seen, setSeen] = useState<ReadonlySet<ThreadId>>(new Set());
  const fresh = threads.filter((one) => isOpen(one) && !seen.has(one.id));
  if (fresh.length > 0) setSeen(new Set([...seen, ...fresh.map(({ id }) => id)]));
  const shown = threads.filter((one) => isOpen(one) || seen.has(one.id));
  const isBeginning = mayWrite && (shown.length === 0 || isAnother);
  return (
    <div className={styles["about"]}>
      {!mayWrite && threads.length === 0 && <p className={styles["none"]}>{say.nothingAbout}</p>}
      {shown.map((thread) => (
        <div key={thread.id} className={styles["thread"]}>
          <ThreadView
            thread={thread}
            name={name}
            isWriting={isWriting && shown.length === 1 && !isAnother}
          />
        </div>
      ))}
      {isBeginning && (
        <Composer
          key={aboutKey(about[0])}
          of={aboutKey(about[0])}
          label={say.begin}
          hint={say.beginHint}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- somebody asked to talk about this
          autoFocus={isWriting || isAnother}
          onSend={(blocks) => {
            setAnother(false);
            if (begin(session, about[0], blocks)) tell(say.sent);
          }}
        />
      )}
      {mayWrite &&
        about.map(
          (one) =>
            one.kind === "note" && (
              <PressStarts
                key={one.id}
                note={one.id}
                isOneOfMany={about.filter(({ kind }) => kind === "note").length > 1}
              />
            ),
        )}
      {mayWrite && !isBeginning && (
        <div>
          <Button
            variant="quiet"
            size="small"
            icon={MessageSquarePlus}
            onClick={() => setAnother(true)}
          >
            {say.another}
          </Button>
        </div>
      )}
      <ResolvedThreads
        threads={threads.filter((one) => !shown.includes(one))}
        onOpen={(id) => setSeen(new Set([...seen, id]))}
      />
    </div>
  );
}
