/**
 * Where colleagues stand in the words: a line of their colour with their name, over the field whether it
 * is written in here or not. Moved by frame while there are any, since letters move under them.
 */
import { type RefObject, useEffect, useRef } from "react";
import type * as Y from "yjs";
import { useOthers } from "../sync/use-board.tsx";
import { ownerOf, placeOf } from "./carets.ts";
import styles from "./colleagues-carets.module.css";
import { rectOfPlace } from "./draw-blocks.ts";

export interface ColleaguesCaretsProps {
  readonly text: Y.Text;
  readonly field: RefObject<HTMLElement | null>;
}

export function ColleaguesCarets({ text, field }: ColleaguesCaretsProps) {
  const layer = useRef<HTMLDivElement>(null);
  const owner = ownerOf(text);
  const here = useOthers().filter(({ caret }) => caret?.of === owner && owner !== "");

  useEffect(() => {
    const element = layer.current;
    const words = field.current;
    if (!element || !words || here.length === 0) return;
    let frame = 0;
    const stand = (): void => {
      frame = requestAnimationFrame(stand);
      const origin = element.getBoundingClientRect();
      const scale = element.offsetWidth > 0 ? origin.width / element.offsetWidth : 1;
      here.forEach(({ caret }, i) => {
        const line = element.children[i];
        if (!(line instanceof HTMLElement)) return;
        const place = caret && placeOf(text, caret);
        const rect = place === undefined ? undefined : rectOfPlace(words, place);
        line.hidden = rect === undefined;
        if (!rect) return;
        const x = (rect.left - origin.left) / scale;
        const y = (rect.top - origin.top) / scale;
        line.style.transform = `translate(${x}px, ${y}px)`;
        line.style.height = `${rect.height / scale}px`;
      });
    };
    stand();
    return () => cancelAnimationFrame(frame);
  });

  return (
    <div ref={layer} className={styles["layer"]} aria-hidden>
      {here.map(({ key, name, colour }) => (
        <span
          key={key}
          className={styles["caret"]}
          style={{ ["--person" as string]: `var(--person-${colour})` }}
          hidden
        >
          <span className={styles["name"]}>{name}</span>
        </span>
      ))}
    </div>
  );
}
