/**
 * Four corners on a photo, moved by mouse, touch, pen and keyboard, with a loupe over the one in hand.
 *
 * Owns gestures only: corners come and go as fractions of the page before it was turned; what is seen
 * is the page as it stands.
 */
import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import type { Point } from "../../../../shared/geometry/rect.ts";
import { contactSheet as sheetWords } from "../../../words/en/contact-sheet.ts";
import { turnedBack, turnedPoint, withCorner } from "../fit.ts";
import type { Turn } from "../stack.ts";
import type { Quad } from "../worker/pixels/quad.ts";
import styles from "./corner-editor.module.css";

const says = sheetWords.desk;
const names = ["topLeft", "topRight", "bottomRight", "bottomLeft"] as const;
/** Fractions of the page for one press of an arrow key, and with Shift. */
const step = { small: 0.002, large: 0.02 } as const;
const arrows: { readonly [key: string]: readonly [number, number] } = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const percent = (fraction: number): number => Math.round(fraction * 1000) / 10;

export interface CornerEditorProps {
  readonly photo: string | undefined;
  /** Height over width of the page as it stands. */
  readonly shape: number;
  readonly turn: Turn;
  readonly corners: Quad;
  readonly onChange: (corners: Quad) => void;
}

export function CornerEditor({ photo, shape, turn, corners, onChange }: CornerEditorProps) {
  const frame = useRef<HTMLElement>(null);
  const held = useRef<{ readonly index: number; readonly dx: number; readonly dy: number }>(
    undefined,
  );
  const [looked, setLooked] = useState<number>();
  const seen = corners.map((corner) => turnedPoint(corner, turn));

  function pointOf(event: PointerEvent): Point {
    const box = frame.current?.getBoundingClientRect();
    if (!box) return { x: 0, y: 0 };
    return { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
  }

  const place = (index: number, to: Point): void =>
    onChange(withCorner(corners, index, turnedPoint(to, turnedBack(turn))));

  function onPointerDown(event: PointerEvent<HTMLElement>, index: number): void {
    if (event.button !== 0 || !event.isPrimary) return;
    const from = pointOf(event);
    const corner = seen[index] ?? from;
    // The corner stays where it is under the hand, wherever the hand took hold of it.
    held.current = { index, dx: corner.x - from.x, dy: corner.y - from.y };
    event.currentTarget.setPointerCapture(event.pointerId);
    setLooked(index);
  }

  function onPointerMove(event: PointerEvent<HTMLElement>): void {
    const hand = held.current;
    if (!hand) return;
    const { x, y } = pointOf(event);
    place(hand.index, { x: x + hand.dx, y: y + hand.dy });
  }

  function onPointerUp(): void {
    held.current = undefined;
    setLooked(undefined);
  }

  function onKeyDown(event: KeyboardEvent, index: number): void {
    const arrow = arrows[event.key];
    const at = seen[index];
    if (!arrow || !at) return;
    const by = event.shiftKey ? step.large : step.small;
    place(index, { x: at.x + arrow[0] * by, y: at.y + arrow[1] * by * (1 / shape) });
    setLooked(index);
    event.preventDefault();
  }

  const outline = seen.map(({ x, y }) => `${x * 100},${y * 100}`).join(" ");
  const looking = looked === undefined ? undefined : seen[looked];
  return (
    <div className={styles["area"]}>
      <section
        ref={frame}
        className={styles["photo"]}
        aria-label={says.photo}
        style={{ aspectRatio: `1 / ${shape}`, ["--shape" as string]: shape }}
      >
        {photo && <img src={photo} alt="" draggable={false} />}
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden>
          <path
            className={styles["outside"]}
            fillRule="evenodd"
            d={`M0,0H100V100H0Z M${outline.replaceAll(" ", "L")}Z`}
          />
          <polygon className={styles["edge"]} points={outline} />
        </svg>
        {seen.map(({ x, y }, index) => (
          <button
            key={names[index]}
            type="button"
            className={styles["corner"]}
            data-corner={names[index]}
            style={{ left: `${x * 100}%`, top: `${y * 100}%` }}
            aria-label={says.at(
              says.corner[names[(index + turn) % 4] ?? "topLeft"],
              percent(x),
              percent(y),
            )}
            onPointerDown={(event) => onPointerDown(event, index)}
            onPointerMove={onPointerMove}
            onPointerUp={onPointerUp}
            onPointerCancel={onPointerUp}
            onKeyDown={(event) => onKeyDown(event, index)}
            onBlur={() => setLooked(undefined)}
          />
        ))}
        {photo && looking && <Loupe photo={photo} at={looking} />}
      </section>
    </div>
  );
}

/** The photo around a corner, larger, on the side of the picture where the hand is not. */
function Loupe({ photo, at }: { readonly photo: string; readonly at: Point }) {
  return (
    <span className={styles["loupe"]} data-side={at.x < 0.5 ? "right" : "left"}>
      <img
        src={photo}
        alt=""
        style={{ transform: `translate(${-at.x * 100}%, ${-at.y * 100}%)` }}
      />
    </span>
  );
}
