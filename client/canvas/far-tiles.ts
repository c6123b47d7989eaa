/**
 * The tiles of the far plane as arithmetic: which there are at a scale, which are in view, and which to
 * let go. Knows no canvas; test/unit/canvas-planes.test.ts.
 *
 * At rest and while the table is pushed, tiles are drawn at the very scale that is looked at, and moved
 * as they are: no pixel is ever scaled then, which is where a software canvas spends its time. While the
 * scale changes they are drawn at powers of two, which serve every scale near. They are put together on
 * a sheet larger than the view, so that most steps of a hand need nothing drawn.
 */
import type { Rect, Size } from "../../shared/geometry/rect.ts";

/** Device pixels on a side. */
export const tilePx = 512;

export interface TileAt {
  /** Device pixels to a board unit. */
  readonly k: number;
  readonly column: number;
  readonly row: number;
}

export const keyOf = ({ k, column, row }: TileAt): string => `${k} ${column} ${row}`;

/**
 * The scale to draw tiles at on the way through `k`: the power of two below, so that they are shown up to
 * twice as large as drawn. That they are soft is hardly seen while they move, and finer ones are not there
 * before the scale is another: a view of them takes longer to draw than a hand to zoom by two.
 */
export const scaleThrough = (k: number): number => 2 ** (Math.ceil(Math.log2(k)) - 1);

/** Where the canvas lies that tiles are put together on: device pixels at scale `k` from the board's origin. */
export interface Sheet {
  readonly k: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** How many times the view's width and height a sheet has: enough for a scale `scaleThrough` any other. */
const usualRoom = 1.5;

/** The sheet at scale `k` with `view` in its middle, to whole pixels. */
export function sheetRound(
  view: Rect,
  size: Size,
  devicePixelRatio: number,
  k: number,
  room = usualRoom,
): Sheet {
  const width = Math.round(size.w * devicePixelRatio * room);
  const height = Math.round(size.h * devicePixelRatio * room);
  const middle = { x: (view.x + view.w / 2) * k, y: (view.y + view.h / 2) * k };
  return {
    k,
    left: Math.round(middle.x - width / 2),
    top: Math.round(middle.y - height / 2),
    width,
    height,
  };
}

/** Whether a sheet of scale `sheet` may be shown at scale `k` while that changes. */
export const isNearEnough = (sheet: number, k: number): boolean =>
  k <= sheet * 2 && k >= sheet / 2.5;

export function rectOf({ k, column, row }: TileAt): Rect {
  const side = tilePx / k;
  return { x: column * side, y: row * side, w: side, h: side };
}

/** The tiles of a scale that touch `view`, nearest to its middle first. */
export function tilesIn(view: Rect, k: number): readonly TileAt[] {
  const side = tilePx / k;
  const tiles: TileAt[] = [];
  for (let row = Math.floor(view.y / side); row * side < view.y + view.h; row++) {
    for (let column = Math.floor(view.x / side); column * side < view.x + view.w; column++) {
      tiles.push({ k, column, row });
    }
  }
  const middle = { x: (view.x + view.w / 2) / side, y: (view.y + view.h / 2) / side };
  const far = ({ column, row }: TileAt): number =>
    Math.hypot(column + 0.5 - middle.x, row + 0.5 - middle.y);
  return tiles.toSorted((a, b) => far(a) - far(b));
}

/** Scales from the least to the most alike `k`: so drawn over one another the best lies on top. */
export function byLikeness(scales: Iterable<number>, k: number): readonly number[] {
  // One that is too fine costs time to shrink, one that is too coarse only looks soft.
  const unlike = (other: number): number => {
    const steps = Math.log2(other / k);
    return steps > 0 ? steps * 1.5 : -steps;
  };
  return [...scales].toSorted((a, b) => unlike(b) - unlike(a));
}

/** Which keys to let go so that at most `most` stay: the longest unused first, none that `isInUse`. */
export function tilesToDrop(
  used: ReadonlyMap<string, number>,
  most: number,
  isInUse: (key: string) => boolean,
): readonly string[] {
  if (used.size <= most) return [];
  return [...used]
    .filter(([key]) => !isInUse(key))
    .toSorted(([, a], [, b]) => a - b)
    .slice(0, used.size - most)
    .map(([key]) => key);
}
