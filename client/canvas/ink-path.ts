/**
 * Outlines of ink as paths, made once for each stroke and kept as long as its points are.
 *
 * A page's fractions are stretched to its shape first (`aspect` = height over width), so a path is in
 * thousandths of the page's width; on the table it is in eighths of a board unit. Both are fine enough
 * for the outline maker, which leaves out what is smaller than about three of its units.
 */
import { getStroke } from "perfect-freehand";
import type { InkPoint } from "../../shared/geometry/ink.ts";

export interface InkShape {
  readonly tool: "pen" | "highlighter";
  /** In units of x. */
  readonly width: number;
  readonly points: readonly InkPoint[];
}

/** How many path units one unit of x is. */
export const pathScale = { page: 2000, board: 8 } as const;

const paths = new WeakMap<readonly InkPoint[], { readonly key: string; readonly path: Path2D }>();

/**
 * A pen's filled outline, or a highlighter's middle line to be stroked with its width. Kept by the
 * identity of `points`, which a reader does not change while the stroke stays as it is.
 */
export function inkPath(shape: InkShape, scale: number, aspect: number): Path2D {
  const key = `${shape.tool} ${shape.width} ${scale} ${aspect.toFixed(4)}`;
  const known = paths.get(shape.points);
  if (known?.key === key) return known.path;
  const points = shape.points.map(({ x, y, pressure }): [number, number, number] => [
    x * scale,
    y * scale * aspect,
    pressure,
  ]);
  const path = shape.tool === "pen" ? penOutline(points, shape.width * scale) : middleLine(points);
  paths.set(shape.points, { key, path });
  return path;
}

type PathPoint = [x: number, y: number, pressure: number];

function penOutline(points: readonly PathPoint[], size: number): Path2D {
  const path = new Path2D();
  // Kept strokes are smooth already and thinned: the outline maker gets close points and no streamline.
  const outline = getStroke(closer(points, Math.max(size, 4)), {
    size,
    thinning: 0.55,
    smoothing: 0.5,
    streamline: 0,
    simulatePressure: false,
    last: true,
  });
  roundThrough(path, outline, true);
  return path;
}

function middleLine(points: readonly PathPoint[]): Path2D {
  const path = new Path2D();
  const only = points.length === 1 ? points[0] : undefined;
  if (only) {
    path.moveTo(only[0] - 0.1, only[1]);
    path.lineTo(only[0] + 0.1, only[1]);
  } else {
    roundThrough(path, closer(points, 20), false);
  }
  return path;
}

/** Points at most `step` apart on the same straight pieces: a corner is then rounded within `step` only. */
function closer(points: readonly PathPoint[], step: number): PathPoint[] {
  const out: PathPoint[] = [];
  let last: PathPoint | undefined;
  for (const point of points) {
    if (last) {
      const pieces = Math.ceil(Math.hypot(point[0] - last[0], point[1] - last[1]) / step);
      for (let i = 1; i < pieces; i++) {
        const t = i / pieces;
        out.push([
          last[0] + (point[0] - last[0]) * t,
          last[1] + (point[1] - last[1]) * t,
          last[2] + (point[2] - last[2]) * t,
        ]);
      }
    }
    out.push(point);
    last = point;
  }
  return out;
}

/** Curves through the middles between points, with the points as controls. */
function roundThrough(path: Path2D, points: readonly (readonly number[])[], closed: boolean): void {
  const at = (i: number): readonly [number, number] => {
    const point = points[closed ? i % points.length : i];
    return [point?.[0] ?? 0, point?.[1] ?? 0];
  };
  if (points.length === 0) return;
  const [startX, startY] = at(0);
  const [nextX, nextY] = at(1);
  if (closed) path.moveTo((startX + nextX) / 2, (startY + nextY) / 2);
  else path.moveTo(startX, startY);
  const last = closed ? points.length : points.length - 2;
  for (let i = 1; i <= last; i++) {
    const [x, y] = at(i);
    const [x2, y2] = at(i + 1);
    path.quadraticCurveTo(x, y, (x + x2) / 2, (y + y2) / 2);
  }
  if (closed) path.closePath();
  else path.lineTo(...at(points.length - 1));
}
