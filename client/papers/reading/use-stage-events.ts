/**
 * The events of the stage's element: pointers and wheel through canvas/hands.ts, the space bar that turns
 * any tool into a hand, and the keys that belong to the stage alone. Tells presence where the pointer is.
 */
import { type RefObject, useEffect, useEffectEvent, useRef } from "react";
import { contains } from "../../../shared/geometry/rect.ts";
import { toPage } from "../../../shared/geometry/turned-page.ts";
import {
  type HandEffect,
  type HandEvent,
  idleHands,
  longPressMs,
  stepHands,
  tickHands,
} from "../../canvas/hands.ts";
import { listenToPointers, type WheelTurn } from "../../canvas/pointer-source.ts";
import { useSession } from "../../sync/use-board.tsx";
import { useReading } from "./reading-state.ts";
import type { PageInView } from "./stage-port.ts";
import type { Stage } from "./use-stage.ts";

export function useStageEvents(
  element: RefObject<HTMLElement | null>,
  stage: Stage,
  inView: readonly PageInView[],
): void {
  const { presence } = useSession();
  const { camera } = useReading();
  const hands = useRef(idleHands);
  const grabs = useRef(false);
  const { hand, keys } = stage;

  const carryOut = useEffectEvent((effects: readonly HandEffect[]): void => {
    for (const effect of effects) {
      if (effect.do === "tool") hand.pointer(effect.input);
      if (effect.do === "pan" || effect.do === "pinch") camera.pan(effect.by);
      if (effect.do === "pinch") camera.zoomBy(effect.zoomBy, effect.at);
    }
  });

  const tellWhere = useEffectEvent(({ screen }: HandEvent): void => {
    const under = inView.find(({ drawn }) => contains(drawn, screen));
    const onPage = under && { page: under.page, at: toPage(screen, under.drawn) };
    presence.set({ onPage });
  });

  const onHand = useEffectEvent((event: HandEvent): void => {
    if (event.is === "down") {
      keys.cancel();
      element.current?.focus({ preventScroll: true });
      // A ring about the whole view is for whoever goes by keys.
      element.current?.setAttribute("data-by", "pointer");
    }
    const [next, effects] = stepHands(hands.current, event, (down) =>
      hand.decide(down, grabs.current),
    );
    hands.current = next;
    carryOut(effects);
    if (next.waiting) {
      setTimeout(() => {
        const [later, held] = tickHands(hands.current, event.timeMs + longPressMs);
        hands.current = later;
        carryOut(held);
      }, longPressMs);
    }
    if (event.kind !== "touch") tellWhere(event);
  });

  const onWheel = useEffectEvent(({ by, zoomBy, screen }: WheelTurn): void => {
    if (zoomBy === undefined) camera.pan(by);
    else camera.zoomBy(zoomBy, screen);
  });

  const onLeft = useEffectEvent((): void => {
    hand.left();
    presence.set({ onPage: undefined });
  });

  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    const { key, shiftKey, altKey, ctrlKey, metaKey } = event;
    element.current?.removeAttribute("data-by");
    if (event.target !== element.current || ctrlKey || metaKey) return;
    if (event.type === "keyup") {
      if (key === " ") grabs.current = false;
      return;
    }
    if (keys.press({ key, shiftKey, altKey }) || hand.key(key)) taken(event);
    else if (key === " ") {
      grabs.current = true;
      taken(event);
    } else if (key === "ArrowUp" || key === "ArrowDown") {
      camera.pan({ x: 0, y: key === "ArrowUp" ? scrollPx : -scrollPx });
      taken(event);
    }
  });

  useEffect(() => {
    const { current } = element;
    if (!current) return;
    const stop = listenToPointers(current, { hand: onHand, wheel: onWheel, left: onLeft });
    current.addEventListener("keydown", onKey);
    current.addEventListener("keyup", onKey);
    return () => {
      stop();
      current.removeEventListener("keydown", onKey);
      current.removeEventListener("keyup", onKey);
      presence.set({ onPage: undefined });
    };
  }, [element, presence]);
}

/** One press of an arrow moves the paper this far. */
const scrollPx = 80;

/** The key is used up: no shortcut of the view acts on it as well. */
function taken(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}
