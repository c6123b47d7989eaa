/**
 * Where colleagues stand in the words: a line of their colour with their name, over the field whether it
 * is written in here or not. Moved by frame while there are any, since letters move under them. Where
 * one rests its name shrinks to the initials, so that the line above can be read.
 */
import { type RefObject, useEffect, useRef } from "react";
import type * as Y from "yjs";
import { useOthers } from "../sync/use-board.tsx";
import { initials } from "../ui/person-mark.tsx";
import { ownerOf, placeOf } from "./carets.ts";
import styles from "./colleagues-carets.module.css";
import { rectOfPlace } from "./draw-blocks.ts";

const restsAfterMs = 4_000;

export interface ColleaguesCaretsProps {
  readonly text: Y.Text;
  readonly field: RefObject<HTMLElement | null>;
}

export function ColleaguesCarets({ text, field }: ColleaguesCaretsProps) {
  const layer = useRef<HTMLDivElement>(null);
  const rests = useRef({
    stood: new WeakMap<Element, string>(),
    moved: new WeakMap<Element, number>(),
  });
  const owner = ownerOf(text);
  const here = useOthers().filter(({ caret }) => caret?.of === owner && owner !== "");

  useEffect(() => {
    const element = layer.current;
    const words = field.current;
    if (!element || !words || here.length === 0) return;
    const { stood, moved } = rests.current;
    let frame = 0;
    const stand = (now: number): void => {
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
        const stands = `translate(${x}px, ${y}px)`;
        if (stood.get(line) !== stands) {
          stood.set(line, stands);
          moved.set(line, now);
        }
        line.style.transform = stands;
        line.style.height = `${rect.height / scale}px`;
        line.toggleAttribute("data-rests", now - (moved.get(line) ?? now) > restsAfterMs);
      });
    };
    stand(performance.now());
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
          <span className={styles["initials"]}>{initials(name)}</span>
        </span>
      ))}
    </div>
  );
}
