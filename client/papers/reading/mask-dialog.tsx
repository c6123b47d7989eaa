/** Asks before a part of a page is masked for everybody, does it, and says how it went. */

import { EyeOff } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { PageId } from "../../../shared/base/ids.ts";
import type { PageRect } from "../../../shared/geometry/rect.ts";
import type { ErrorCode } from "../../../shared/protocol/errors.ts";
import { useSession } from "../../sync/use-board.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { toast } from "../../ui/toast.tsx";
import { reading as readingWords } from "../../words/en/reading.ts";
import { words } from "../../words/words.ts";
import styles from "./mask-dialog.module.css";

export interface MaskDialogProps {
  readonly page: PageId;
  readonly rect: PageRect;
  /** True once it is masked, false when the person thought better of it. */
  readonly onDone: (masked: boolean) => void;
}

type State =
  | { readonly at: "asking" | "masking" }
  | { readonly at: "failed"; readonly code: ErrorCode };

export function MaskDialog({ page, rect, onDone }: MaskDialogProps) {
  const session = useSession();
  const [state, setState] = useState<State>({ at: "asking" });
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  async function mask(): Promise<void> {
    const stop = new AbortController();
    running.current = stop;
    setState({ at: "masking" });
    try {
      // The worker and its pictures are loaded when somebody masks, not when somebody reads.
      const { maskLate } = await import("./mask-late.ts");
      const code = await maskLate(session, page, [rect], stop.signal);
      if (code) return setState({ at: "failed", code });
      toast({ title: readingWords.masked, kind: "good" });
      onDone(true);
    } catch {
      // Rejects only when this dialog was closed, and then there is nobody to tell.
      if (!stop.signal.aborted) setState({ at: "failed", code: "unreachable" });
    }
  }

  const isMasking = state.at === "masking";
  return (
    <Dialog
      open
      size="small"
      title={readingWords.maskTitle}
      onClose={() => onDone(false)}
      footer={
        <>
          <Button onClick={() => onDone(false)}>{readingWords.cancel}</Button>
          <Button variant="primary" icon={EyeOff} disabled={isMasking} onClick={() => void mask()}>
            {isMasking
              ? readingWords.masking
              : state.at === "failed"
                ? readingWords.tryAgain
                : readingWords.maskDo}
          </Button>
        </>
      }
    >
      <div className={styles["text"]}>
        <p>{readingWords.maskText}</p>
        <p className={styles["limit"]}>{readingWords.maskLimit}</p>
        <p role="alert" className={styles["problem"]}>
          {state.at === "failed" && `${readingWords.maskFailed}. ${words.refusals[state.code]}`}
        </p>
      </div>
    </Dialog>
  );
}
