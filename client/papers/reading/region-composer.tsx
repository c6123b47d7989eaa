/**
 * What comes up beside a region just drawn: is it a notice or a wonder, and in which words. Saving is
 * one act: the region and its note appear together, and go together on undo.
 *
 * Knows the page and the area only; who draws regions decides where it stands. A press anywhere
 * else keeps what was written and drops what was not.
 */

import { EyeOff } from "lucide-react";
import { useEffect, useEffectEvent, useId, useLayoutEffect, useRef, useState } from "react";
import type { NoteId, PageId, RegionId } from "../../../shared/base/ids.ts";
import { addNote, type Stance } from "../../../shared/board/notes.ts";
import type { Outline } from "../../../shared/geometry/polygon.ts";
import type { PageRect, Rect } from "../../../shared/geometry/rect.ts";
import { addRegion } from "../../../shared/papers/regions.ts";
import { useBoard, useSession } from "../../sync/use-board.tsx";
import { Button } from "../../ui/button.tsx";
import { createStore, useStore } from "../../ui/store.ts";
import { reading as readingWords } from "../../words/en/reading.ts";
import { beside } from "./beside.ts";
import { MaskDialog } from "./mask-dialog.tsx";
import styles from "./region-composer.module.css";
import { StanceChoice } from "./stance-choice.tsx";
import { Stems } from "./stems.tsx";

export interface Composed {
  readonly region: RegionId;
  readonly note: NoteId;
}

export interface RegionComposerProps {
  readonly page: PageId;
  readonly rect: PageRect;
  /** Drawn within the rectangle; without it the region is that. */
  readonly outline?: Outline | undefined;
  /** Where the region stands on the screen, in client pixels. */
  readonly anchor: Rect;
  /** What was made; undefined when the person took it back. */
  readonly onDone: (made: Composed | undefined) => void;
}

/** What this person chose last: noticing comes in rows. */
const lastStance = createStore<Exclude<Stance, "plain">>("notice");

export function RegionComposer({ page, rect, outline, anchor, onDone }: RegionComposerProps) {
  const session = useSession();
  const stance = useStore(lastStance);
  // Nobody masks what cannot be seen; whoever looks under the cover does it there.
  const isCovered = useBoard((view) => view.pages.get(page)?.covered ?? false);
  const [written, setWritten] = useState("");
  const [isMasking, setMasking] = useState(false);
  const panel = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const title = useId();

  function save(): void {
    const made: Composed = { region: session.newId(), note: session.newId() };
    const by = session.me.memberId;
    session.act((origin) => {
      // The note first: it shows only once its region does, so both come into view together.
      const note = { id: made.note, stance, words: written.trim(), region: made.region, by };
      addNote(session.doc, note, origin);
      addRegion(session.doc, { id: made.region, page, rect, outline, by }, origin);
    });
    onDone(made);
  }

  const { x, y, w, h } = anchor;
  useLayoutEffect(() => {
    const element = panel.current;
    if (!element) return;
    const stand = (): void => standBeside(element, { x, y, w, h });
    stand();
    // A keyboard on the screen leaves less of it.
    visualViewport?.addEventListener("resize", stand);
    return () => visualViewport?.removeEventListener("resize", stand);
  }, [x, y, w, h]);

  useEffect(() => field.current?.focus({ preventScroll: true }), []);

  const onPressElsewhere = useEffectEvent((event: PointerEvent): void => {
    const isHere = event.target instanceof Node && panel.current?.contains(event.target);
    if (isHere || isMasking) return;
    if (written.trim() === "") onDone(undefined);
    else save();
  });
  useEffect(() => {
    addEventListener("pointerdown", onPressElsewhere, true);
    return () => removeEventListener("pointerdown", onPressElsewhere, true);
  }, []);

  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === "Escape") onDone(undefined);
    else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save();
    else if (event.altKey && event.code === "Digit1") lastStance.set("notice");
    else if (event.altKey && event.code === "Digit2") lastStance.set("wonder");
    else if (event.altKey && event.code === "Digit3") lastStance.set("interpretation");
    else return;
    // Used up: neither the tool below nor a dialog around acts on it as well.
    event.preventDefault();
    event.stopPropagation();
  });
  useEffect(() => {
    const element = panel.current;
    element?.addEventListener("keydown", onKey);
    return () => element?.removeEventListener("keydown", onKey);
  }, []);

  return (
    <dialog open ref={panel} className={styles["composer"]} aria-labelledby={title}>
      <h2 id={title} className={styles["title"]}>
        {readingWords.composer}
      </h2>
      <StanceChoice value={stance} onChange={(next) => lastStance.set(next)} />
      <textarea
        ref={field}
        className={styles["words"]}
        aria-label={readingWords.yourWords(stance)}
        placeholder={readingWords.yourWords(stance)}
        rows={3}
        value={written}
        onChange={(event) => setWritten(event.target.value)}
      />
      <Stems stance={stance} field={field} written={written} onWrite={setWritten} />
      <div className={styles["ends"]}>
        {!isCovered && (
          <button type="button" className={styles["mask"]} onClick={() => setMasking(true)}>
            <EyeOff size={16} strokeWidth={1.9} aria-hidden />
            {readingWords.mask}
          </button>
        )}
        <Button variant="quiet" size="small" onClick={() => onDone(undefined)}>
          {readingWords.cancel}
        </Button>
        <Button variant="primary" size="small" shortcut="mod+enter" onClick={save}>
          {readingWords.save}
        </Button>
      </div>
      {isMasking && (
        <MaskDialog
          page={page}
          rect={rect}
          onDone={(masked) => {
            setMasking(false);
            if (masked) onDone(undefined);
          }}
        />
      )}
    </dialog>
  );
}

/** Puts the panel beside `anchor` (client pixels) in what is visible of the window. */
function standBeside(element: HTMLElement, anchor: Rect): void {
  const parent = element.offsetParent?.getBoundingClientRect();
  const seen = visualViewport;
  const at = beside(
    anchor,
    { w: element.offsetWidth, h: element.offsetHeight },
    {
      x: seen?.offsetLeft ?? 0,
      y: seen?.offsetTop ?? 0,
      w: seen?.width ?? innerWidth,
      h: seen?.height ?? innerHeight,
    },
  );
  element.style.left = `${at.x - (parent?.left ?? 0)}px`;
  element.style.top = `${at.y - (parent?.top ?? 0)}px`;
}
