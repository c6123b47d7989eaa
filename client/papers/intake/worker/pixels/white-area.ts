/** The largest white area of a picture, and the four sides that enclose it best. Pure. */
import type { Point } from "../../../../../shared/geometry/rect.ts";
import { inOrder, type Quad } from "./quad.ts";
import type { Grey } from "./raster.ts";

export interface WhiteArea {
  /** In pixels. */
  readonly quad: Quad;
  /** The share of the quad's pixels that the area takes, holes in it counted as its own. */
  readonly fill: number;
}

export function whiteArea(grey: Grey): WhiteArea | undefined {
  const rows = largest(grey, threshold(grey));
  const hull = hullOf(rows);
  if (hull.length < 4) return undefined;
  const corners = fourSides(hull);
  if (!corners) return undefined;
  const filled = rows.reduce((sum, row) => sum + (row ? row.right - row.left + 1 : 0), 0);
  const quad = inOrder(corners);
  return { quad, fill: Math.min(1, filled / Math.max(1, areaOf(corners))) };
}

/** The value that parts dark from light best. Source: Otsu (1979). */
function threshold({ data }: Grey): number {
  const counts = new Float64Array(256);
  for (const value of data) {
    const step = Math.min(255, value | 0);
    counts[step] = (counts[step] ?? 0) + 1;
  }
  let all = 0;
  for (let i = 0; i < 256; i++) all += i * (counts[i] ?? 0);
  let below = 0;
  let sumBelow = 0;
  let best = { at: 128, between: 0 };
  for (let i = 0; i < 255; i++) {
    below += counts[i] ?? 0;
    sumBelow += i * (counts[i] ?? 0);
    const above = data.length - below;
    if (below === 0 || above === 0) continue;
    const between = below * above * (sumBelow / below - (all - sumBelow) / above) ** 2;
    if (between > best.between) best = { at: i + 0.5, between };
  }
  return best.at;
}

interface Row {
  readonly left: number;
  readonly right: number;
}

/** The rows of the largest connected area lighter than `above`, each from its first to its last pixel. */
function largest({ data, w, h }: Grey, above: number): readonly (Row | undefined)[] {
  const seen = new Uint8Array(w * h);
  const stack = new Int32Array(w * h);
  const spreadTo = (at: number, top: number): number => {
    if (at < 0 || seen[at] || (data[at] ?? 0) <= above) return top;
    seen[at] = 1;
    stack[top] = at;
    return top + 1;
  };
  let best: (Row | undefined)[] = [];
  let most = 0;
  for (let start = 0; start < data.length; start++) {
    if (seen[start] || (data[start] ?? 0) <= above) continue;
    const rows: ({ left: number; right: number } | undefined)[] = Array.from({ length: h });
    let size = 0;
    let top = 0;
    stack[top++] = start;
    seen[start] = 1;
    while (top > 0) {
      const at = stack[--top] ?? 0;
      const x = at % w;
      const y = (at - x) / w;
      size++;
      const row = rows[y];
      if (!row) rows[y] = { left: x, right: x };
      else if (x < row.left) row.left = x;
      else if (x > row.right) row.right = x;
      top = spreadTo(x > 0 ? at - 1 : -1, top);
      top = spreadTo(x < w - 1 ? at + 1 : -1, top);
      top = spreadTo(y > 0 ? at - w : -1, top);
      top = spreadTo(y < h - 1 ? at + w : -1, top);
    }
    if (size > most) {
      most = size;
      best = rows;
    }
  }
  return best;
}

const turn = (o: Point, a: Point, b: Point): number =>
  (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);

/** The convex hull, clockwise as seen. Source: Andrew's monotone chain. */
function hullOf(rows: readonly (Row | undefined)[]): readonly Point[] {
  const points = rows
    .flatMap((row, y) =>
      row
        ? [
            { x: row.left, y },
            { x: row.right, y },
          ]
        : [],
    )
    .toSorted((a, b) => a.x - b.x || a.y - b.y);
  const half = (sorted: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const point of sorted) {
      for (;;) {
        const a = chain.at(-2);
        const b = chain.at(-1);
        if (!a || !b || turn(a, b, point) > 0) break;
        chain.pop();
      }
      chain.push(point);
    }
    chain.pop();
    return chain;
  };
  return [...half(points), ...half(points.toReversed())];
}

/** Takes away side after side, the one whose neighbours, drawn longer, then add the least area, down to four. */
function fourSides(hull: readonly Point[]): readonly Point[] | undefined {
  const points = [...hull];
  while (points.length > 4) {
    let best: { readonly at: number; readonly corner: Point; readonly adds: number } | undefined;
    for (let i = 0; i < points.length; i++) {
      const at = (step: number): Point =>
        points[(i + step + points.length) % points.length] as Point;
      const corner = crossing(at(-1), at(0), at(2), at(1));
      if (!corner) continue;
      const adds = Math.abs(turn(at(0), corner, at(1)));
      if (!best || adds < best.adds) best = { at: i, corner, adds };
    }
    if (!best) return undefined;
    points[best.at] = best.corner;
    points.splice((best.at + 1) % points.length, 1);
  }
  return points;
}

/** Where the line from a through b, beyond b, meets the line from c through d, beyond d. */
function crossing(a: Point, b: Point, c: Point, d: Point): Point | undefined {
  const ab = { x: b.x - a.x, y: b.y - a.y };
  const cd = { x: d.x - c.x, y: d.y - c.y };
  const det = ab.x * cd.y - ab.y * cd.x;
  if (Math.abs(det) < 1e-9) return undefined;
  const alongAb = ((c.x - a.x) * cd.y - (c.y - a.y) * cd.x) / det;
  const alongCd = ((c.x - a.x) * ab.y - (c.y - a.y) * ab.x) / det;
  if (alongAb < 1 || alongCd < 1) return undefined;
  return { x: a.x + ab.x * alongAb, y: a.y + ab.y * alongAb };
}

function areaOf(points: readonly Point[]): number {
  return Math.abs(
    points.reduce((sum, { x, y }, i) => {
      const next = points[(i + 1) % points.length] ?? { x, y };
      return sum + x * next.y - next.x * y;
    }, 0) / 2,
  );
}
