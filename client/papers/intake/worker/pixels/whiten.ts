/**
 * Evens out a page's background: grey corners, shadows of a hand and the tint of the paper become white,
 * writing stays, faint pencil included.
 *
 * Pure, and soft: every pixel is measured against the paper around it, never cut at a threshold.
 * test/unit/intake-whiten.test.ts holds it to its promises.
 */
import type { Raster } from "./raster.ts";

/** Side of the squares in which the paper's colour is measured. Pixels. */
const square = 32;
/** How far dark areas are bridged from the paper around them. Squares. */
const bridge = 3;
/** Of the paper's lightness: from here up all is paper; below the lower one nothing is changed. */
const paperFrom = 0.94;
const inkBelow = 0.86;
/** Paper is never taken to be darker than this share of the page's lightest: a shaded drawing is no shadow. */
const leastPaper = 0.45;

/** Works in place: a page is 34 MB. */
export function whiten({ data, w, h }: Raster): void {
  const columns = Math.ceil(w / square);
  const rows = Math.ceil(h / square);
  const papers = [0, 1, 2].map((colour) => paperColour(data, w, h, columns, rows, colour));
  const curve = toneCurve();
  const gains = new Float32Array(columns + 2);
  for (let colour = 0; colour < 3; colour++) {
    const paper = papers[colour] ?? new Float32Array(0);
    for (let y = 0; y < h; y++) {
      // Between the middles of squares the paper's colour changes evenly.
      const down = Math.min(rows - 1, Math.max(0, (y + 0.5) / square - 0.5));
      const above = Math.floor(down);
      const below = Math.min(rows - 1, above + 1);
      const share = down - above;
      for (let c = 0; c < columns; c++)
        gains[c] =
          toneSteps /
          ((paper[above * columns + c] ?? 255) * (1 - share) +
            (paper[below * columns + c] ?? 255) * share);
      let at = y * w * 4 + colour;
      for (let x = 0; x < w; x++, at += 4) {
        const across = Math.min(columns - 1, Math.max(0, (x + 0.5) / square - 0.5));
        const left = across | 0;
        const gain = gains[left] ?? 1;
        const next = gains[Math.min(columns - 1, left + 1)] ?? gain;
        const tone = (data[at] ?? 0) * (gain + (next - gain) * (across - left));
        data[at] = curve[Math.min(curve.length - 1, tone | 0)] ?? 255;
      }
    }
  }
}

/** Steps of tone from black to the paper's own lightness. */
const toneSteps = 512;

function toneCurve(): Uint8Array {
  return Uint8Array.from({ length: toneSteps + 160 }, (_, i) => {
    const tone = i / toneSteps;
    if (tone >= paperFrom) return 255;
    if (tone <= inkBelow) return Math.round(tone * 255);
    const way = (tone - inkBelow) / (paperFrom - inkBelow);
    const smooth = way * way * (3 - 2 * way);
    return Math.round((tone + (1 - tone) * smooth) * 255);
  });
}

/** One colour of the paper in each square: what most light pixels there have, dark areas bridged, smoothed. */
function paperColour(
  data: Uint8ClampedArray,
  w: number,
  h: number,
  columns: number,
  rows: number,
  colour: number,
): Float32Array {
  const light = new Float32Array(columns * rows);
  const counts = new Uint16Array(256);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      counts.fill(0);
      let all = 0;
      const bottom = Math.min(h, (row + 1) * square);
      const right = Math.min(w, (column + 1) * square);
      // Every other pixel of every other row says as much as all of them.
      for (let y = row * square; y < bottom; y += 2)
        for (let x = column * square; x < right; x += 2) {
          const value = data[(y * w + x) * 4 + colour] ?? 0;
          counts[value] = (counts[value] ?? 0) + 1;
          all++;
        }
      let left = all * 0.4;
      let value = 255;
      while (value > 0 && (left -= counts[value] ?? 0) > 0) value--;
      light[row * columns + column] = Math.max(1, value);
    }
  const floor = leastPaper * (Float32Array.from(light).toSorted()[(light.length * 0.9) | 0] ?? 255);
  return smoothed(bridged(light, columns, rows), columns, rows).map((value) =>
    Math.max(floor, value),
  );
}

/**
 * Dark areas filled in from the paper around them: up to the lightest nearby, then back by as much, so
 * that what was no dark area keeps its own value. Beyond the page the paper goes on as it came.
 */
function bridged(light: Float32Array, columns: number, rows: number): Float32Array {
  const wide = columns + 2 * bridge;
  const tall = rows + 2 * bridge;
  const beyond = new Float32Array(wide * tall);
  const own = (x: number, y: number): number => light[y * columns + x] ?? 0;
  for (let y = 0; y < tall; y++)
    for (let x = 0; x < wide; x++) {
      const column = Math.min(columns - 1, Math.max(0, x - bridge));
      const row = Math.min(rows - 1, Math.max(0, y - bridge));
      const mirrored = own(
        Math.min(columns - 1, Math.max(0, 2 * column - (x - bridge))),
        Math.min(rows - 1, Math.max(0, 2 * row - (y - bridge))),
      );
      beyond[y * wide + x] = 2 * own(column, row) - mirrored;
    }
  const lightest = spread(beyond, wide, tall, Math.max);
  const back = spread(lightest, wide, tall, Math.min);
  return light.map((_, at) => {
    const x = at % columns;
    const y = (at - x) / columns;
    return back[(y + bridge) * wide + x + bridge] ?? 255;
  });
}

function spread(
  values: Float32Array,
  columns: number,
  rows: number,
  pick: (a: number, b: number) => number,
): Float32Array {
  return values.map((value, at) => {
    const x = at % columns;
    const y = (at - x) / columns;
    let best = value;
    for (let row = Math.max(0, y - bridge); row <= Math.min(rows - 1, y + bridge); row++)
      for (
        let column = Math.max(0, x - bridge);
        column <= Math.min(columns - 1, x + bridge);
        column++
      )
        best = pick(best, values[row * columns + column] ?? best);
    return best;
  });
}

function smoothed(values: Float32Array, columns: number, rows: number): Float32Array {
  return values.map((_, at) => {
    const x = at % columns;
    const y = (at - x) / columns;
    let sum = 0;
    let count = 0;
    for (let row = Math.max(0, y - 1); row <= Math.min(rows - 1, y + 1); row++)
      for (let column = Math.max(0, x - 1); column <= Math.min(columns - 1, x + 1); column++) {
        sum += values[row * columns + column] ?? 0;
        count++;
      }
    return sum / count;
  });
}
