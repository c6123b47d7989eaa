/** How many threads about a thing are open: a small sign, said in words to who does not see it. */
import { MessagesSquare } from "lucide-react";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { words } from "../words/words.ts";
import { useOpenThreads } from "./talk-hands.ts";
import styles from "./talk-sign.module.css";

export function TalkSign({ of }: { readonly of: string }) {
  const count = useOpenThreads(of);
  if (count === 0) return null;
  return (
    <span className={styles["sign"]}>
      <MessagesSquare size={16} strokeWidth={2} aria-hidden />
      <span aria-hidden>{count}</span>
      <VisuallyHidden>{words.talk.open(count)}</VisuallyHidden>
    </span>
  );
}
