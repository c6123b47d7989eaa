/** Where an element lies in the window, in client pixels, kept current while it changes its size. */
import { type RefObject, useLayoutEffect, useState } from "react";
import type { Rect } from "../../../shared/geometry/rect.ts";

const nowhere: Rect = { x: 0, y: 0, w: 1, h: 1 };

export function useBox(element: RefObject<Element | null>): Rect {
  const [box, setBox] = useState(nowhere);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    const measure = (): void => {
      const { left, top, width, height } = current.getBoundingClientRect();
      setBox((last) =>
        last.x === left && last.y === top && last.w === width && last.h === height
          ? last
          : { x: left, y: top, w: Math.max(1, width), h: Math.max(1, height) },
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    addEventListener("resize", measure);
    return () => {
      observer.disconnect();
      removeEventListener("resize", measure);
    };
  }, [element]);
  return box;
}
