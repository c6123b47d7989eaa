/** Where a reply is written and sent. Nobody sees it before; what is not sent stays here for this tab. */
import { SendHorizontal } from "lucide-react";
import { type ReactNode, useRef, useState, useSyncExternalStore } from "react";
import type { Block } from "../../shared/text/blocks.ts";
import { LaneProvider } from "../sync/use-board.tsx";
import { WordsField, type WordsHandle } from "../text/words-field.tsx";
import { Button } from "../ui/button.tsx";
import { isApple } from "../ui/hotkeys.ts";
import { threads as say } from "../words/en/threads.ts";
import styles from "./composer.module.css";
import { draftOf } from "./drafts.ts";
import { useTalk } from "./talk-hands.ts";

export interface ComposerProps {
  /** What it answers; the same key finds the same draft again. */
  readonly of: string;
  readonly label: string;
  readonly hint: string;
  /** Takes the focus when it appears. */
  readonly autoFocus?: boolean;
  /** Stands beside the button that sends. */
  readonly beside?: ReactNode;
  readonly onSend: (blocks: readonly Block[]) => void;
}

export function Composer(props: ComposerProps) {
  const { of, label, hint, autoFocus = false, beside, onSend } = props;
  const hands = useTalk();
  /** The draft, and how many were sent from here before it. */
  const [now, setNow] = useState(() => ({ draft: draftOf(hands, of), sent: 0 }));
  const { draft, sent } = now;
  const field = useRef<WordsHandle>(null);
  const sender = useRef<HTMLSpanElement>(null);
  const isEmpty = useSyncExternalStore(draft.subscribe, draft.isEmpty);

  function send(): void {
    const blocks = draft.blocks();
    if (blocks.length === 0) return field.current?.focus();
    hands.drafts.delete(of);
    onSend(blocks);
    setNow({ draft: draftOf(hands, of), sent: sent + 1 });
  }

  return (
    // The key that sends; the button does the same.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={styles["composer"]}
      onKeyDownCapture={(event) => {
        const mod = isApple() ? event.metaKey : event.ctrlKey;
        if (event.key !== "Enter" || !mod || event.nativeEvent.isComposing) return;
        // The field itself would take it for "done".
        event.preventDefault();
        event.stopPropagation();
        send();
      }}
    >
      <p className={styles["label"]} aria-hidden>
        {label}
      </p>
      <LaneProvider session={draft.lane}>
        <WordsField
          key={sent}
          ref={field}
          text={draft.text}
          label={label}
          placeholder={hint}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- somebody asked to write, or goes on writing
          autoFocus={autoFocus || sent > 0}
          className={styles["field"]}
          // The focus stays here: the next Tab goes on from it.
          onDone={() => sender.current?.querySelector("button")?.focus()}
        />
      </LaneProvider>
      <div className={styles["foot"]}>
        {beside}
        <span ref={sender}>
          <Button
            variant={isEmpty ? "plain" : "primary"}
            size="small"
            icon={SendHorizontal}
            shortcut="mod+enter"
            onClick={send}
          >
            {say.send}
          </Button>
        </span>
      </div>
    </div>
  );
}
