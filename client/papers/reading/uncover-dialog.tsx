/**
 * A covered page, shown to one member alone: masked further and shown to everybody, or shown as it is. Until
 * then it stays covered for all, whatever happens to this dialog.
 */
import { Eye, EyeOff } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { type PageRect, pageRect } from "../../../shared/geometry/rect.ts";
import { unseenRect } from "../../../shared/geometry/turned-page.ts";
import { type Page, tiersUnderCover } from "../../../shared/papers/papers.ts";
import type { ErrorCode } from "../../../shared/protocol/errors.ts";
import { useSession } from "../../sync/use-board.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { toast } from "../../ui/toast.tsx";
import { reading as readingWords } from "../../words/en/reading.ts";
import { words } from "../../words/words.ts";
import { createIntakeClient } from "../intake/intake-client.ts";
import { MaskDesk } from "../intake/mask-desk.tsx";
import type { Turn } from "../intake/stack.ts";
import { setCovered } from "./cover-acts.ts";
import { maskLate } from "./mask-late.ts";
import { toMaskUrl } from "./tiers.ts";
import styles from "./uncover-dialog.module.css";

type State =
  | { readonly at: "looking" | "working" }
  | { readonly at: "failed"; readonly code: ErrorCode };

/** Wide enough to read a name on, in pixels. */
const shownWidth = 1200;

export function UncoverDialog(props: { readonly page: Page; readonly onClose: () => void }) {
  const { page, onClose } = props;
  const session = useSession();
  const [boxes, setBoxes] = useState<readonly PageRect[]>([]);
  const [state, setState] = useState<State>({ at: "looking" });
  const [picture, setPicture] = useState<string>();
  const stop = useRef<AbortController>(undefined);

  useEffect(() => {
    const mounted = new AbortController();
    stop.current = mounted;
    const client = createIntakeClient();
    let url: string | undefined;
    async function show(): Promise<void> {
      const largest = tiersUnderCover(session.doc, page.id).at(-1);
      if (!largest) return;
      const { signal } = mounted;
      const answer = await fetch(toMaskUrl(session.boardId, largest.hash), { signal });
      if (!answer.ok) return setState({ at: "failed", code: "unreachable" });
      const image = await answer.blob();
      const turn = (page.turn / 90) as Turn;
      const work = { image, straight: undefined, turn, white: false, boxes: [] };
      const shown = await client.run((worker) => worker.showPage(work, shownWidth), signal);
      if (signal.aborted) return;
      url = URL.createObjectURL(shown);
      setPicture(url);
    }
    show().catch(() => {
      if (!mounted.signal.aborted) setState({ at: "failed", code: "unreachable" });
    });
    return () => {
      mounted.abort();
      client.end();
      if (url) URL.revokeObjectURL(url);
    };
  }, [session, page.id, page.turn]);

  async function act(work: (signal: AbortSignal) => Promise<ErrorCode | undefined>): Promise<void> {
    const { signal } = stop.current ?? new AbortController();
    setState({ at: "working" });
    try {
      const failed = await work(signal);
      if (failed) return setState({ at: "failed", code: failed });
      toast({ kind: "good", title: readingWords.uncovered });
      onClose();
    } catch {
      // Rejects only when this dialog was closed, and then there is nobody to tell.
      if (!signal.aborted) setState({ at: "failed", code: "unreachable" });
    }
  }

  const scanned = boxes.map((box) => {
    const { x, y, w, h } = unseenRect(box, page.turn);
    return pageRect(x, y, w, h);
  });
  const isBusy = state.at === "working" || picture === undefined;
  return (
    <Dialog
      open
      sticky
      size="full"
      title={readingWords.uncoverTitle}
      description={readingWords.uncoverText}
      onClose={onClose}
      footer={
        <>
          <p role="alert" className={styles["problem"]}>
            {state.at === "failed" &&
              `${readingWords.uncoverFailed}. ${words.refusals[state.code]}`}
          </p>
          <Button variant="quiet" onClick={onClose}>
            {readingWords.uncoverNot}
          </Button>
          <Button
            icon={Eye}
            disabled={isBusy || boxes.length > 0}
            onClick={() => void act(() => setCovered(session.boardId, page.id, false))}
          >
            {readingWords.uncoverAsIs}
          </Button>
          <Button
            variant="primary"
            icon={EyeOff}
            disabled={isBusy || boxes.length === 0}
            onClick={() => void act((signal) => maskLate(session, page.id, scanned, signal, true))}
          >
            {state.at === "working" ? readingWords.masking : readingWords.uncoverMask}
          </Button>
        </>
      }
    >
      <MaskDesk
        label={readingWords.uncoverPage}
        picture={picture}
        shape={page.size.h / page.size.w}
        boxes={boxes}
        onChange={setBoxes}
      >
        <p className={styles["limit"]}>{readingWords.coverLimit}</p>
      </MaskDesk>
    </Dialog>
  );
}
