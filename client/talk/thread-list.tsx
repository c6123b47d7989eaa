/** Threads as lines to open: the open ones, and those resolved folded away. */
import { ChevronRight } from "lucide-react";
import type { ThreadId } from "../../shared/base/ids.ts";
import { isOpen, mentions, type Thread } from "../../shared/talk/talk-reader.ts";
import { threads as say } from "../words/en/threads.ts";
import { timeOf, useNames } from "./names.ts";
import { useTalk } from "./talk-hands.ts";
import { useThing } from "./thing-about.ts";
import styles from "./thread-list.module.css";
import { Mentioned } from "./thread-view.tsx";

export interface ThreadListProps {
  readonly threads: readonly Thread[];
  readonly onOpen: (thread: ThreadId) => void;
}

export function ThreadList({ threads, onOpen }: ThreadListProps) {
  return (
    <ul className={styles["threads"]}>
      {threads.map((thread) => (
        <li key={thread.id}>
          <Line thread={thread} onOpen={onOpen} />
        </li>
      ))}
    </ul>
  );
}

/** Those of the threads that are resolved, behind a line that counts them; nothing where there are none. */
export function ResolvedThreads({ threads, onOpen }: ThreadListProps) {
  const resolved = threads.filter((thread) => !isOpen(thread));
  if (resolved.length === 0) return null;
  return (
    <details className={styles["resolved"]}>
      <summary className={styles["summary"]}>
        <ChevronRight size={18} aria-hidden />
        {say.resolvedOnes(resolved.length)}
      </summary>
      <ThreadList threads={resolved} onOpen={onOpen} />
    </details>
  );
}

function Line({
  thread,
  onOpen,
}: {
  readonly thread: Thread;
  readonly onOpen: ThreadListProps["onOpen"];
}) {
  const { me } = useTalk().session;
  const nameOf = useNames();
  const thing = useThing(thread.about);
  const [first, ...rest] = thread.replies;
  const last = rest.at(-1) ?? first;
  if (!first || !last) return null;
  return (
    <button
      type="button"
      className={styles["line"]}
      data-thread={thread.id}
      onClick={() => onOpen(thread.id)}
    >
      <span className={styles["thing"]} data-gone={thing === undefined || undefined}>
        {thing?.name ?? say.gone}
        {thing?.said && <span className={styles["saidOn"]}>{` “${thing.said}”`}</span>}
      </span>
      <span className={styles["words"]}>{first.words}</span>
      <span className={styles["about"]}>
        {[nameOf(first.by), say.replies(rest.length), timeOf(last.at)].filter(Boolean).join(" · ")}
      </span>
      {mentions(thread, me.memberId) && <Mentioned />}
    </button>
  );
}
