/**
 * The whole picture dimmed, with a bright box over the part that shows: its edges and corners are dragged, and
 * the picture is dragged under it. Each edge takes the focus and is moved by arrow keys, with Shift farther.
 *
 * All is seen turned by quarters as on the table; what is told is in fractions of the upright frame.
 */
import { type CSSProperties, type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import type { Shape } from "../../../shared/board/shapes.ts";
import { type Cropping, coverScale } from "../../../shared/geometry/cropped.ts";
import type { PageRect, Point, Size } from "../../../shared/geometry/rect.ts";
import {
  type QuarterTurn,
  seenRect,
  turnedSize,
  wayOnPage,
} from "../../../shared/geometry/turned-page.ts";
import { turnedStyle } from "../../canvas/turned-style.ts";
import { usePixelRatio } from "../../papers/reading/page-image.tsx";
import { cursorOf, gripOnPage } from "../../papers/reading/region-hit.ts";
import { blobUrl, tierFor } from "../../papers/reading/tiers.ts";
import { useSession } from "../../sync/use-board.tsx";
import { type Grip, pulled } from "../../tools/reshape-tool.ts";
import { words } from "../../words/words.ts";
import styles from "./crop-desk.module.css";

const say = words.shapes;

export interface CropDeskProps {
  readonly shape: Pick<Shape, "image" | "tiers" | "name">;
  /** The shape of the whole picture before it is turned, in any unit. */
  readonly frame: Size;
  readonly cropping: Cropping;
  readonly quarter: QuarterTurn;
  /** A finer grid helps to find what is level. */
  readonly isStraightening: boolean;
  readonly onCrop: (crop: PageRect) => void;
}

type Edge = keyof typeof edges;
const edges = {
  left: { x: -1, y: 0 },
  top: { x: 0, y: -1 },
  right: { x: 1, y: 0 },
  bottom: { x: 0, y: 1 },
} as const satisfies { readonly [edge: string]: Grip };
const edgeNames = Object.keys(edges) as Edge[];
const corners = [
  { x: -1, y: -1 },
  { x: 1, y: -1 },
  { x: 1, y: 1 },
  { x: -1, y: 1 },
] as const satisfies readonly Grip[];

const arrows: { readonly [key: string]: Point } = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
/** One press of an arrow, and with Shift. In fractions of the frame. */
const step = 0.01;
const longStep = 0.05;

/** About as wide as the picture stands here. CSS pixels. */
const shownPx = 760;

interface Hold {
  readonly grip: Grip;
  readonly pointer: number;
  readonly from: Point;
  readonly before: PageRect;
  /** The picture's own size on the screen. */
  readonly size: Size;
}

export function CropDesk(props: CropDeskProps) {
  const { frame, cropping, quarter, isStraightening, onCrop } = props;
  const picture = useRef<HTMLDivElement>(null);
  const [hold, setHold] = useState<Hold | undefined>(undefined);
  const seenSize = turnedSize(frame, quarter);
  const seen = seenRect(cropping.crop, quarter);

  /** `by` in fractions of the picture as it is seen. */
  function pull(before: PageRect, grip: Grip, by: Point): void {
    const way = wayOnPage(by, quarter);
    onCrop(pulled(before, gripOnPage(grip, quarter), way.x, way.y));
  }

  function take(event: PointerEvent<HTMLElement>, grip: Grip): void {
    if (event.button !== 0 || hold || !picture.current) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    const { width: w, height: h } = picture.current.getBoundingClientRect();
    const from = { x: event.clientX, y: event.clientY };
    setHold({ grip, pointer: event.pointerId, from, before: cropping.crop, size: { w, h } });
  }

  const handlers = (grip: Grip) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => take(event, grip),
    onPointerMove(event: PointerEvent<HTMLElement>): void {
      // The box hears of its handles' moves too.
      if (hold?.pointer !== event.pointerId || hold.grip !== grip) return;
      const { from, before, size } = hold;
      const by = { x: (event.clientX - from.x) / size.w, y: (event.clientY - from.y) / size.h };
      // The picture goes with the hand, so the part that shows goes the other way over it.
      pull(before, grip, grip === "whole" ? { x: -by.x, y: -by.y } : by);
    },
    onPointerUp: () => setHold(undefined),
    onPointerCancel: () => setHold(undefined),
  });

  function onKeyDown(event: KeyboardEvent, edge: Edge): void {
    const way = arrows[event.key];
    if (!way) return;
    event.preventDefault();
    const by = event.shiftKey ? longStep : step;
    pull(cropping.crop, edges[edge], { x: way.x * by, y: way.y * by });
  }

  return (
    <div className={styles["desk"]}>
      <div
        ref={picture}
        className={styles["picture"]}
        data-held={hold !== undefined || undefined}
        style={
          {
            "--ratio": seenSize.w / seenSize.h,
            transform: hold?.grip === "whole" ? shiftOf(hold, seen, quarter) : undefined,
          } as CSSProperties
        }
      >
        <div className={styles["dimmed"]}>
          <Straightened {...props} seenSize={seenSize} alt={props.shape.name} />
        </div>
        <div
          className={styles["bright"]}
          style={{
            clipPath: `inset(${percent(seen.y)} ${percent(1 - seen.x - seen.w)} ${percent(1 - seen.y - seen.h)} ${percent(seen.x)})`,
          }}
        >
          <Straightened {...props} seenSize={seenSize} alt="" />
        </div>
        {/* The edges do the same by keys. */}
        {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
        <div
          className={styles["box"]}
          data-fine={isStraightening || undefined}
          style={{
            left: percent(seen.x),
            top: percent(seen.y),
            width: percent(seen.w),
            height: percent(seen.h),
          }}
          {...handlers("whole")}
        >
          {corners.map((corner) => (
            <div
              key={`${corner.x} ${corner.y}`}
              className={styles["corner"]}
              style={{ ...placeOf(corner), cursor: cursorOf(corner) }}
              aria-hidden
              {...handlers(corner)}
            />
          ))}
          {edgeNames.map((edge) => (
            <div
              key={edge}
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a hand drags it where it stands
              role="slider"
              tabIndex={0}
              aria-label={say.cropEdges[edge]}
              aria-orientation={edges[edge].x === 0 ? "vertical" : "horizontal"}
              aria-valuemin={0}
              aria-valuemax={100}
              aria-valuenow={Math.round(100 * placedAt(edge, seen))}
              className={styles["edge"]}
              data-edge={edge}
              style={{ ...placeOf(edges[edge]), cursor: cursorOf(edges[edge]) }}
              onKeyDown={(event) => onKeyDown(event, edge)}
              {...handlers(edges[edge])}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

function Straightened(props: CropDeskProps & { readonly seenSize: Size; readonly alt: string }) {
  const { shape, frame, cropping, quarter, seenSize, alt } = props;
  const { boardId } = useSession();
  const pixelRatio = usePixelRatio();
  const hash = tierFor(shape, shownPx, pixelRatio)?.hash ?? shape.image;
  const { straighten } = cropping;
  if (!hash) return null;
  return (
    <div
      className={styles["straight"]}
      style={{ transform: `rotate(${straighten}deg) scale(${coverScale(frame, straighten)})` }}
    >
      <img
        className={styles["image"]}
        style={turnedStyle(seenSize, quarter)}
        src={blobUrl(boardId, hash)}
        alt={alt}
        draggable={false}
      />
    </div>
  );
}

/** While the picture is dragged the box stays, and with the hand open the picture comes back to its place. */
function shiftOf({ before, size }: Hold, now: Point, quarter: QuarterTurn): string {
  const was = seenRect(before, quarter);
  return `translate(${(was.x - now.x) * size.w}px, ${(was.y - now.y) * size.h}px)`;
}

const percent = (share: number): string => `${100 * share}%`;
const placeOf = ({ x, y }: Point): CSSProperties => ({
  left: percent((x + 1) / 2),
  top: percent((y + 1) / 2),
});

function placedAt(edge: Edge, { x, y, w, h }: Point & Size): number {
  switch (edge) {
    case "left":
      return x;
    case "top":
      return y;
    case "right":
      return x + w;
    case "bottom":
      return y + h;
  }
}
