/**
 * What the codes on separator sheets and labels say, and their squares.
 *
 * The text is a few capitals and digits, so that the squares are few and large. A code from elsewhere
 * says something else and is no separator. test/unit/intake-separators.test.ts holds it to that.
 */
import { encodeQR } from "qr";
import type { Separator } from "../stack.ts";

const mark = "NB1";
const kinds = { cover: "C", label: "L" } as const;

export function squaresOf({ is, code }: Separator): readonly (readonly boolean[])[] {
  // Up to a quarter of it may be smudged or lost.
  const bordered = encodeQR(`${mark}:${kinds[is]}:${code}`, "raw", { ecc: "quartile", border: 1 });
  return bordered.slice(1, -1).map((row) => row.slice(1, -1));
}
