/**
 * One page with boxes on it, drawn and changed by mouse, touch, pen and keyboard.
 *
 * Owns gestures only: boxes are given and handed back as fractions of the page.
 */
import { type KeyboardEvent, type PointerEvent, useId, useRef, useState } from "react";
import type { PagePoint, PageRect } from "../../../shared/geometry/rect.ts";
import { toPage } from "../../../shared/geometry/turned-page.ts";
import { classes } from "../../ui/classes.ts";
import { VisuallyHidden } from "../../ui/visually-hidden.tsx";
import { papers as paperWords } from "../../words/en/papers.ts";
import { type Corner, corners, draggedCorner, drawnBox, isBox } from "./box-gestures.ts";
import styles from "./mask-editor.module.css";
import { movedBox, resizedBox } from "./masks.ts";

export interface MaskEditorProps {
  /** What a screen reader calls the page. */
  readonly label: string;
  readonly picture: string | undefined;
  /** Height over width. */
  readonly shape: number;
  readonly boxes: readonly PageRect[];
  readonly onChange: (boxes: readonly PageRect[]) => void;
  /** The whole page in view, or its full width with the rest to scroll to. */
  readonly view: "width" | "whole";
}

type Gesture =
  | { readonly is: "draw"; readonly from: PagePoint }
  | {
      readonly is: "move";
      readonly index: number;
      readonly from: PagePoint;
      readonly box: PageRect;
    }
  | {
      readonly is: "corner";
      readonly index: number;
      readonly corner: Corner;
      readonly box: PageRect;
    };

/** Fractions of the page for one press of an arrow key. */
const keyStep = 0.005;

export function MaskEditor(props: MaskEditorProps) {
  const { boxes, onChange } = props;
  const page = useRef<HTMLElement>(null);
  const gesture = useRef<Gesture>(undefined);
  const [draft, setDraft] = useState<PageRect>();
  const hint = useId();

  const replace = (index: number, box: PageRect): void =>
    onChange(boxes.map((each, i) => (i === index ? box : each)));

  function pointOf(event: PointerEvent): PagePoint {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    // The picture stands as it will be kept, whichever way it came in.
    const drawn = { x: left, y: top, w: width, h: height, turn: 0 } as const;
    return toPage({ x: event.clientX, y: event.clientY }, drawn);
  }

  function onPointerDown(event: PointerEvent<HTMLElement>): void {
    if (event.button !== 0 || !event.isPrimary) return;
    const from = pointOf(event);
    const target = event.target as HTMLElement;
    const index = Number(target.closest<HTMLElement>("[data-box]")?.dataset["box"] ?? -1);
    const box = boxes[index];
    const corner = corners.find((each) => each === target.dataset["corner"]);
    gesture.current = !box
      ? { is: "draw", from }
      : corner
        ? { is: "corner", index, corner, box }
        : { is: "move", index, from, box };
    event.currentTarget.setPointerCapture(event.pointerId);
    if (!box) event.preventDefault();
  }

  function onPointerMove(event: PointerEvent<HTMLElement>): void {
    const going = gesture.current;
    if (!going) return;
    const at = pointOf(event);
    if (going.is === "draw") setDraft(drawnBox(going.from, at));
    else if (going.is === "corner")
      replace(going.index, draggedCorner(going.box, going.corner, at));
    else replace(going.index, movedBox(going.box, at.x - going.from.x, at.y - going.from.y));
  }

  function onPointerUp(event: PointerEvent<HTMLElement>): void {
    const going = gesture.current;
    gesture.current = undefined;
    setDraft(undefined);
    if (going?.is !== "draw") return;
    const box = drawnBox(going.from, pointOf(event));
    if (isBox(box)) onChange([...boxes, box]);
  }

  function onCancel(): void {
    gesture.current = undefined;
    setDraft(undefined);
  }

  function onKeyDown(event: KeyboardEvent, index: number, box: PageRect): void {
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[
      event.key
    ];
    const [dx = 0, dy = 0] = step ?? [];
    if (step) {
      const change = event.shiftKey ? resizedBox : movedBox;
      replace(index, change(box, dx * keyStep, dy * keyStep));
    } else if (event.key === "Delete" || event.key === "Backspace") {
      onChange(boxes.filter((_, i) => i !== index));
      page.current?.focus();
    } else return;
    event.preventDefault();
  }

  return (
    <div className={classes(styles["area"], styles[props.view])}>
      <section
        ref={page}
        className={styles["page"]}
        aria-label={props.label}
        aria-describedby={hint}
        tabIndex={-1}
        style={{ aspectRatio: `1 / ${props.shape}`, ["--shape" as string]: props.shape }}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={onCancel}
      >
        {props.picture ? (
          <img className={styles["picture"]} src={props.picture} alt="" draggable={false} />
        ) : (
          <p className={styles["loading"]}>{paperWords.names.loading}</p>
        )}
        {boxes.map((box, i) => (
          <button
            // oxlint-disable-next-line react/no-array-index-key -- boxes have no other name than their place
            key={i}
            type="button"
            data-box={i}
            className={styles["box"]}
            style={placeOf(box)}
            aria-label={paperWords.names.boxAt(i + 1, box)}
            onKeyDown={(event) => onKeyDown(event, i, box)}
          >
            {corners.map((corner) => (
              <span
                key={corner}
                data-corner={corner}
                className={classes(styles["corner"], styles[corner])}
              />
            ))}
          </button>
        ))}
        {draft && <div className={styles["draft"]} style={placeOf(draft)} />}
      </section>
      <VisuallyHidden>
        <span id={hint}>{paperWords.names.keys}</span>
      </VisuallyHidden>
    </div>
  );
}

const placeOf = ({ x, y, w, h }: PageRect) => ({
  left: `${x * 100}%`,
  top: `${y * 100}%`,
  width: `${w * 100}%`,
  height: `${h * 100}%`,
});
