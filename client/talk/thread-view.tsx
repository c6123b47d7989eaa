/**
 * One thread: what was said in order, where the next thing is said, and whether it is resolved.
 *
 * Stands in the panel and under a mark in the reader alike; asks only for the talk's hands.
 */
import { AtSign, CircleCheck, RotateCcw } from "lucide-react";
import { useCallback, useRef, useState } from "react";
import { isOpen, mentions, type Thread } from "../../shared/talk/talk-reader.ts";
import type { Reply } from "../../shared/talk/threads.ts";
import { useMayWrite } from "../sync/use-board.tsx";
import { Button } from "../ui/button.tsx";
import { toast } from "../ui/toast.tsx";
import { threads as say } from "../words/en/threads.ts";
import { Composer } from "./composer.tsx";
import { timeOf, useNames } from "./names.ts";
import { PressEnd, PressHead } from "./press-parts.tsx";
import { ReplyItem } from "./reply-item.tsx";
import { useSaid } from "./said.ts";
import { removeReply, reply, settle } from "./talk-acts.ts";
import { useTalk } from "./talk-hands.ts";
import styles from "./thread-view.module.css";

export interface ThreadViewProps {
  readonly thread: Thread;
  /** What the thing it is about is called. */
  readonly name: string;
  /** Somebody opened this thread to answer: its field takes the focus. */
  readonly isWriting?: boolean;
}

export function ThreadView({ thread, name, isWriting = false }: ThreadViewProps) {
  const { session } = useTalk();
  const nameOf = useNames();
  const mayWrite = useMayWrite();
  const tell = useSaid();
  const list = useRef<HTMLOListElement>(null);
  const { id, standing, replies } = thread;
  const open = isOpen(thread);
  const [isAnswering, setAnswering] = useState(isWriting);

  const remove = useCallback(
    (one: Reply): void => {
      const restore = removeReply(session, one.id);
      list.current?.focus();
      toast({ title: say.removed, action: { label: say.takeBack, onSelect: restore } });
    },
    [session],
  );

  const settling = thread.press ? (
    <PressEnd
      thread={thread}
      onDone={() => {
        setAnswering(false);
        list.current?.focus();
      }}
    />
  ) : (
    <Button
      size="small"
      variant="quiet"
      icon={open ? CircleCheck : RotateCcw}
      onClick={() => {
        setAnswering(false);
        settle(session, id, open);
        tell(open ? say.nowResolved : say.nowOpen);
        // The button goes with what stood round it.
        list.current?.focus();
      }}
    >
      {open ? say.resolve : say.reopen}
    </Button>
  );

  return (
    <section className={styles["thread"]} aria-label={say.thread(name)}>
      {mentions(thread, session.me.memberId) && <Mentioned />}
      <PressHead thread={thread} />
      <ol ref={list} className={styles["replies"]} tabIndex={-1} aria-label={say.thread(name)}>
        {replies.map((one) => (
          <ReplyItem
            key={one.id}
            reply={one}
            name={nameOf(one.by)}
            bareName={nameOf(one.by, true)}
            onRemove={remove}
          />
        ))}
      </ol>
      {standing && (
        <p className={styles["standing"]}>
          {standingWords(thread)(nameOf(standing.by), timeOf(standing.at))}
        </p>
      )}
      {mayWrite && open && (
        <Composer
          of={id}
          label={say.reply}
          hint={say.replyHint}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- somebody opened it to answer
          autoFocus={isAnswering}
          beside={settling}
          onSend={(blocks) => {
            reply(session, id, blocks);
            tell(say.sent);
          }}
        />
      )}
      {mayWrite && !open && <div>{settling}</div>}
    </section>
  );
}

function standingWords({ standing, outcome }: Thread): (name: string, when: string) => string {
  if (standing?.isResolved !== true) return say.reopenedBy;
  if (!outcome) return say.resolvedBy;
  return outcome.is === "revised" ? say.revisedBy : say.keptBy;
}

export function Mentioned() {
  return (
    <p className={styles["mentioned"]}>
      <AtSign size={16} strokeWidth={2} aria-hidden />
      {say.mentioned}
    </p>
  );
}
