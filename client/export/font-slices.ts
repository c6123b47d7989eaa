/**
 * The fonts a report is set in: slices of Noto Sans by script, each a small file, and which of them a
 * text needs. One more script is one more slice here and its four files in browser-ports.ts.
 *
 * The ranges are those of the font package's own `unicode.json`.
 */
type Range = readonly [from: number, to: number];

export type Weight = "regular" | "bold";
export type FontStyle = Weight | "italic" | "boldItalic";

export const uprightStyles = ["regular", "bold"] as const satisfies readonly FontStyle[];
export const fontStyles = [
  ...uprightStyles,
  "italic",
  "boldItalic",
] as const satisfies readonly FontStyle[];

export function styleOf(weight: Weight, isItalic: boolean): FontStyle {
  if (!isItalic) return weight;
  return weight === "bold" ? "boldItalic" : "italic";
}

/** In the order in which a character is looked for. */
const ranges = {
  latin: [
    [0x0, 0xff],
    [0x131, 0x131],
    [0x152, 0x153],
    [0x2bb, 0x2bc],
    [0x2c6, 0x2c6],
    [0x2da, 0x2da],
    [0x2dc, 0x2dc],
    [0x304, 0x304],
    [0x308, 0x308],
    [0x329, 0x329],
    [0x2000, 0x206f],
    [0x20ac, 0x20ac],
    [0x2122, 0x2122],
    [0x2191, 0x2191],
    [0x2193, 0x2193],
    [0x2212, 0x2212],
    [0x2215, 0x2215],
    [0xfffd, 0xfffd],
  ],
  "latin-ext": [
    [0x100, 0x2ff],
    [0x304, 0x304],
    [0x308, 0x308],
    [0x329, 0x329],
    [0x1d00, 0x1dbf],
    [0x1e00, 0x1e9f],
    [0x1ef2, 0x1eff],
    [0x2020, 0x2020],
    [0x20a0, 0x20c0],
    [0x2113, 0x2113],
    [0x2c60, 0x2c7f],
    [0xa720, 0xa7ff],
  ],
  vietnamese: [
    [0x102, 0x103],
    [0x110, 0x111],
    [0x128, 0x129],
    [0x168, 0x169],
    [0x1a0, 0x1a1],
    [0x1af, 0x1b0],
    [0x300, 0x309],
    [0x323, 0x323],
    [0x329, 0x329],
    [0x1ea0, 0x1ef9],
    [0x20ab, 0x20ab],
  ],
  greek: [[0x370, 0x3ff]],
  "greek-ext": [[0x1f00, 0x1fff]],
  cyrillic: [
    [0x301, 0x301],
    [0x400, 0x45f],
    [0x490, 0x491],
    [0x4b0, 0x4b1],
    [0x2116, 0x2116],
  ],
  "cyrillic-ext": [
    [0x460, 0x52f],
    [0x1c80, 0x1c8a],
    [0x20b4, 0x20b4],
    [0x2de0, 0x2dff],
    [0xa640, 0xa69f],
    [0xfe2e, 0xfe2f],
  ],
} as const satisfies { readonly [slice: string]: readonly Range[] };

export type Slice = keyof typeof ranges;
export const slices = Object.keys(ranges) as Slice[];

/** The slices that hold some character of the texts, in the order of the stack; always the first. */
export function slicesFor(texts: Iterable<string>): Slice[] {
  const characters = new Set<number>();
  for (const text of texts) for (const c of text) characters.add(c.codePointAt(0) ?? 0);
  const all = [...characters];
  return slices.filter(
    (slice) =>
      slice === "latin" ||
      ranges[slice].some(([from, to]) => all.some((code) => code >= from && code <= to)),
  );
}
