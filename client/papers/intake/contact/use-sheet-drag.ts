/**
 * Dragging on the contact sheet: pages to another place, a cut along the pages. A mouse drags at once, a
 * finger after a long press, so that it can also scroll.
 *
 * Owns the gesture and what it would do if it were let go now; what is done with it is the sheet's part.
 */
import {
  type PointerEvent,
  type RefObject,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from "react";
import type { Point } from "../../../../shared/geometry/rect.ts";
import { placeAt, type SheetGrid, type SheetPlace } from "./sheet-layout.ts";

export interface SheetDrag {
  readonly is: "pages" | "cut";
  /** The page that was taken hold of, or before which the cut was. */
  readonly key: number;
  /** On the sheet, in its pixels. */
  readonly at: Point;
  readonly place: SheetPlace;
}

interface Held {
  readonly is: SheetDrag["is"];
  readonly key: number;
  readonly pointer: number;
  readonly from: Point;
  readonly target: HTMLElement;
  moving: boolean;
}

/** A hand that trembles is not dragging. Pixels. */
const slack = 6;
const longPressMs = 350;
/** From this near to the edge the sheet scrolls along, so many pixels a frame. */
const edge = 48;
const scrollStep = 14;

export interface SheetDragging {
  readonly drag: SheetDrag | undefined;
  readonly take: (event: PointerEvent<HTMLElement>, is: SheetDrag["is"], key: number) => void;
  /** Whether a press that ends now was a drag: then it is no click. */
  readonly wasDrag: () => boolean;
}

export function useSheetDrag(
  scroller: RefObject<HTMLElement | null>,
  grid: SheetGrid,
  count: number,
  onDrop: (drag: SheetDrag) => void,
): SheetDragging {
  const [drag, setDrag] = useState<SheetDrag>();
  const [pressed, setPressed] = useState<Held>();
  const held = useRef<Held>(undefined);
  const dragged = useRef(false);
  const last = useRef<Point>({ x: 0, y: 0 });

  const onSheet = (x: number, y: number): Point => {
    const box = scroller.current?.getBoundingClientRect();
    return {
      x: x - (box?.left ?? 0),
      y: y - (box?.top ?? 0) + (scroller.current?.scrollTop ?? 0),
    };
  };
  const show = useEffectEvent(({ is, key }: Held): void => {
    const at = onSheet(last.current.x, last.current.y);
    setDrag({ is, key, at, place: placeAt(grid, count, at) });
  });
  const begin = useEffectEvent((hand: Held): void => {
    hand.moving = true;
    dragged.current = true;
    hand.target.setPointerCapture(hand.pointer);
    show(hand);
  });
  const end = useEffectEvent((drop: boolean): void => {
    const hand = held.current;
    held.current = undefined;
    if (!hand) return;
    if (drop && drag) onDrop(drag);
    setDrag(undefined);
  });

  const move = useEffectEvent((event: globalThis.PointerEvent): void => {
    const hand = held.current;
    if (!hand || event.pointerId !== hand.pointer) return;
    last.current = { x: event.clientX, y: event.clientY };
    const far = Math.hypot(event.clientX - hand.from.x, event.clientY - hand.from.y) > slack;
    if (!hand.moving && far) {
      // A finger that moves before the long press is over scrolls.
      if (event.pointerType === "touch" && hand.is === "pages") return end(false);
      begin(hand);
    }
    if (hand.moving) show(hand);
  });

  useEffect(() => {
    const onMove = (event: globalThis.PointerEvent): void => move(event);
    const onUp = (): void => end(true);
    const onCancel = (): void => end(false);
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== "Escape" || !held.current?.moving) return;
      event.stopPropagation();
      event.preventDefault();
      end(false);
    };
    // Once a page is lifted, the finger must not scroll any more.
    const onTouch = (event: TouchEvent): void => {
      if (held.current?.moving) event.preventDefault();
    };
    addEventListener("pointermove", onMove);
    addEventListener("pointerup", onUp);
    addEventListener("pointercancel", onCancel);
    addEventListener("keydown", onKey, { capture: true });
    addEventListener("touchmove", onTouch, { passive: false });
    return () => {
      removeEventListener("pointermove", onMove);
      removeEventListener("pointerup", onUp);
      removeEventListener("pointercancel", onCancel);
      removeEventListener("keydown", onKey, { capture: true });
      removeEventListener("touchmove", onTouch);
    };
  }, []);

  // A finger lifts a page by staying on it.
  useEffect(() => {
    if (!pressed) return;
    const timer = setTimeout(() => held.current === pressed && begin(pressed), longPressMs);
    return () => clearTimeout(timer);
  }, [pressed]);

  const isDragging = drag !== undefined;
  useEffect(() => {
    if (!isDragging) return;
    let frame = requestAnimationFrame(function scroll() {
      const box = scroller.current?.getBoundingClientRect();
      const hand = held.current;
      if (box && hand && scroller.current) {
        const { y } = last.current;
        const by = y < box.top + edge ? -scrollStep : y > box.bottom - edge ? scrollStep : 0;
        if (by !== 0) {
          scroller.current.scrollTop += by;
          show(hand);
        }
      }
      frame = requestAnimationFrame(scroll);
    });
    return () => cancelAnimationFrame(frame);
  }, [isDragging, scroller]);

  return {
    drag,
    take(event, is, key) {
      if (event.button !== 0 || !event.isPrimary) return;
      dragged.current = false;
      last.current = { x: event.clientX, y: event.clientY };
      const hand: Held = {
        is,
        key,
        pointer: event.pointerId,
        from: last.current,
        target: event.currentTarget,
        moving: false,
      };
      held.current = hand;
      if (event.pointerType === "touch" && is === "pages") setPressed(hand);
    },
    wasDrag: () => dragged.current,
  };
}
