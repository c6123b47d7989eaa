/**
 * Whether there may be a printed code on a page: three of its corner marks.
 *
 * Pure and quick, so that what reads codes is loaded only for a stack that has some. A corner mark is
 * dark, light, dark, light, dark as 1 : 1 : 3 : 1 : 1, across and down (ISO/IEC 18004, 6.3.3).
 * test/unit/intake-separators.test.ts holds it to its promises.
 */
import { blurred, type Grey, roomFor } from "./raster.ts";

/** The dark middle of a label’s corner mark is about ten rows high. */
const rowStep = 4;

const shares = [1, 1, 3, 1, 1] as const;

/** `picture` is its lightness, about 600 pixels wide. */
export function mayHaveCode(picture: Grey): boolean {
  const { w, h } = picture;
  const dark = darkOf(picture);
  const marks: { x: number; y: number; side: number }[] = [];
  for (let y = 0; y < h; y += rowStep) {
    for (const { middle, side } of marksAlong((x) => dark[y * w + x] === 1, w)) {
      const x = Math.round(middle);
      const down = marksAlong((row) => dark[row * w + x] === 1, h, y - side * 6, y + side * 6);
      const crossed = down.some((each) => Math.abs(each.middle - y) < side * 2);
      if (!crossed) continue;
      const known = marks.find(
        (each) => Math.abs(each.x - x) < 4 * side && Math.abs(each.y - y) < 4 * side,
      );
      if (!known) marks.push({ x, y, side });
      if (marks.length >= 3) return true;
    }
  }
  return false;
}

/** Never seen outside `mayHaveCode`. */
let around = roomFor(0);
let dark = new Uint8Array(0);

function darkOf(picture: Grey): Uint8Array {
  const { data } = picture;
  around = blurred(picture, Math.round(picture.w / 16), around).data;
  if (dark.length !== data.length) dark = new Uint8Array(data.length);
  // By hand: `from` with a function takes thirty times as long, and this is done to every page.
  for (let at = 0; at < dark.length; at++)
    dark[at] = (data[at] ?? 0) < (around[at] ?? 0) * 0.8 ? 1 : 0;
  return dark;
}

interface Along {
  readonly middle: number;
  /** Of one square. Pixels. */
  readonly side: number;
}

/** The corner marks that a line runs across, between two of its pixels. */
function marksAlong(
  isDark: (at: number) => boolean,
  length: number,
  from = 0,
  to = length,
): readonly Along[] {
  const found: Along[] = [];
  const runs: number[] = [];
  const start = Math.max(0, Math.round(from));
  const end = Math.min(length, Math.round(to));
  let run = 0;
  for (let at = start; at <= end; at++) {
    const changes = at === end || (at > start && isDark(at) !== isDark(at - 1));
    if (changes) {
      runs.push(run);
      run = 0;
      if (runs.length > 5) runs.shift();
      if (runs.length === 5 && isDark(at - 1)) {
        const all = runs.reduce((sum, each) => sum + each, 0);
        const side = all / 7;
        const fits = runs.every(
          (each, i) => Math.abs(each - (shares[i] ?? 1) * side) <= Math.max(1.2, side * 0.6),
        );
        if (fits && side >= 1.5) found.push({ middle: at - all / 2, side });
      }
    }
    run++;
  }
  return found;
}
