/**
 * The paper in hand, large: all its pages and nothing that anybody wrote on them. The wheel or two fingers
 * zoom; zoomed in a hand moves the paper, else it throws it towards a pile.
 */
import { type RefObject, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Point } from "../../shared/geometry/rect.ts";
import type { Page } from "../../shared/papers/papers.ts";
import { rectToScreen } from "../canvas/camera.ts";
import { type HandEvent, idleHands, stepHands, type ToolPointer } from "../canvas/hands.ts";
import { listenToPointers, type WheelTurn } from "../canvas/pointer-source.ts";
import { PageImage } from "../papers/reading/page-image.tsx";
import { layoutPaper } from "../papers/reading/paper-layout.ts";
import type { ReadingCamera } from "../papers/reading/reading-camera.ts";
import { useBox } from "../papers/reading/use-box.ts";
import { useStore } from "../ui/store.ts";
import { alone as say } from "../words/en/alone.ts";
import styles from "./paper-stage.module.css";

export interface PaperStageProps {
  readonly code: string;
  readonly pages: readonly Page[];
  readonly camera: ReadingCamera;
  readonly element: RefObject<HTMLElement | null>;
  /** The paper was moved so far from the middle at `from`, in client pixels; undefined = let go of, or nothing. */
  readonly onSwipe: (swipe: { readonly by: Point; readonly from: Point } | undefined) => void;
  /** It was let go of there: whether it flies on. */
  readonly onThrown: (swipe: { readonly by: Point; readonly from: Point }) => boolean;
}

/** One turn of a plain wheel zooms this much for each pixel. */
const zoomPerPx = 0.0022;
const still = { x: 0, y: 0 };

export function PaperStage({ code, pages, camera, element, ...on }: PaperStageProps) {
  const box = useBox(element);
  const { camera: view, fit } = useStore(camera.standing);
  const [by, setBy] = useState<Point>(still);
  const hands = useRef(idleHands);
  const from = useRef<Point | undefined>(undefined);
  const { w, h } = box;

  const layout = useMemo(() => {
    const { left, right, top, bottom } = camera.insets;
    return layoutPaper(pages, { w: w - left - right, h: h - top - bottom });
  }, [camera, pages, w, h]);
  useLayoutEffect(() => camera.lay(layout, { w, h }), [camera, layout, w, h]);
  useLayoutEffect(() => camera.restart(), [camera, pages]);

  const swipe = useEffectEvent(({ is, screen }: ToolPointer): void => {
    if (is === "down") from.current = screen;
    const began = from.current;
    if (!began) return;
    const middle = { x: box.x + box.w / 2, y: box.y + box.h / 2 };
    const now = { by: { x: screen.x - began.x, y: screen.y - began.y }, from: middle };
    if (is === "move") {
      setBy(now.by);
      on.onSwipe(now);
    }
    if (is === "up" || is === "cancel") {
      from.current = undefined;
      on.onSwipe(undefined);
      setBy(still);
      if (is === "up") on.onThrown(now);
    }
  });

  const onHand = useEffectEvent((event: HandEvent): void => {
    const [next, effects] = stepHands(hands.current, event, ({ button }) =>
      button === "other" ? "nothing" : button === "middle" || fit === "free" ? "pan" : "tool",
    );
    hands.current = next;
    for (const effect of effects) {
      if (effect.do === "tool") swipe(effect.input);
      if (effect.do === "pan" || effect.do === "pinch") camera.pan(effect.by);
      if (effect.do === "pinch") camera.zoomBy(effect.zoomBy, effect.at);
    }
  });
  const onWheel = useEffectEvent(({ by: turn, zoomBy, screen }: WheelTurn): void =>
    camera.zoomBy(zoomBy ?? Math.exp(turn.y * zoomPerPx), screen),
  );
  // Before it is seen: a hand that throws one paper after the other is not waited for.
  useLayoutEffect(() => {
    const { current } = element;
    return current
      ? listenToPointers(current, { hand: onHand, wheel: onWheel, left: () => {} })
      : undefined;
  }, [element]);

  return (
    <section
      ref={element}
      className={styles["stage"]}
      aria-label={say.paper(code)}
      data-moves={fit === "free" || undefined}
      data-held={by !== still || undefined}
      tabIndex={-1}
    >
      <div
        className={styles["paper"]}
        style={{ transform: `translate(${by.x}px, ${by.y}px) rotate(${by.x / 60}deg)` }}
      >
        {pages.map((page, i) => {
          const drawn = rectToScreen(view, layout.pages.get(page.id) ?? layout.bounds);
          return (
            <div
              key={page.id}
              className={styles["page"]}
              style={{
                width: drawn.w,
                height: drawn.h,
                transform: `translate(${drawn.x}px, ${drawn.y}px)`,
              }}
            >
              <PageImage
                page={page}
                width={drawn.w}
                // What colleagues noticed on it is not told here.
                alt={page.alt || say.pageAlt(code, i + 1, pages.length)}
              />
            </div>
          );
        })}
      </div>
    </section>
  );
}
