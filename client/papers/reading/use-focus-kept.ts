/**
 * Where the focus goes when what held it is deleted: to the place around it, not to nowhere. A menu that
 * closes meanwhile gives the focus back to a button that is gone, so this looks for a few frames.
 */
import { type RefObject, useEffect, useRef } from "react";

const frames = 40;

/** Watches for lost focus each time `count`, the number of things in `around`, gets smaller. */
export function useFocusKept(around: RefObject<HTMLElement | null>, count: number): void {
  const last = useRef(count);
  useEffect(() => {
    const isFewer = count < last.current;
    last.current = count;
    if (!isFewer) return;
    let left = frames;
    let frame = requestAnimationFrame(function look() {
      if (document.activeElement === document.body) around.current?.focus({ preventScroll: true });
      else if (left-- > 0) frame = requestAnimationFrame(look);
    });
    return () => cancelAnimationFrame(frame);
  }, [around, count]);
}
