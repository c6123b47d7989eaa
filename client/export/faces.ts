/**
 * A stack of open fonts: which font a grapheme is set in, and words as glyphs.
 *
 * Owns the one seam to the shaping engine. A grapheme that no font has is set as a visible placeholder
 * that still carries its text, so that search finds it, and is reported in `missing`; nothing is ever
 * dropped. Each glyph knows the very characters it stands for: pdf-fonts.ts gives every such pair a
 * code of its own. test/unit/export-text.test.ts holds it to that.
 */
import { create, type Font } from "fontkit";
import { invariant } from "../../shared/base/assert.ts";
import { type FontStyle, type Slice, slicesFor } from "./font-slices.ts";

export interface Face {
  /** Such as "latin-bold". */
  readonly key: string;
  readonly font: Font;
}

export interface ShapedGlyph {
  readonly face: Face;
  readonly glyph: number;
  /** The characters it stands for; "" for a further glyph of the same characters. */
  readonly text: string;
  /** All in ems: how far the pen moves, and where the glyph stands from it, upwards positive. */
  readonly advance: number;
  readonly dx: number;
  readonly dy: number;
}

export interface Faces {
  /** Glyphs from left to right. The same words give the same array again. */
  shape(words: string, style: FontStyle): readonly ShapedGlyph[];
  /** Graphemes that no font has, in the order in which they came up. */
  readonly missing: ReadonlySet<string>;
  /** Height of capitals in ems, to centre words on a line. */
  readonly capHeight: number;
}

export type FontFiles = (slice: Slice, style: FontStyle) => Promise<Uint8Array>;

const replacement = "\u{FFFD}";

/** Opens the fonts that `texts` need, in the styles named. */
export async function openFaces(
  texts: Iterable<string>,
  styles: readonly FontStyle[],
  files: FontFiles,
): Promise<Faces> {
  const needed = slicesFor(texts);
  const open = async (style: FontStyle): Promise<Face[]> =>
    await Promise.all(
      needed.map(async (slice) => ({
        key: `${slice}-${style}`,
        font: create(await files(slice, style)),
      })),
    );
  const stacks = new Map(
    await Promise.all(styles.map(async (style) => [style, await open(style)] as const)),
  );
  return createFaces(stacks);
}

function createFaces(stacks: ReadonlyMap<FontStyle, readonly Face[]>): Faces {
  const missing = new Set<string>();
  const shaped = new Map<string, readonly ShapedGlyph[]>();
  const upright = stacks.get("regular") ?? [];
  const first = upright[0];
  invariant(first, "a report has at least one font");

  function shapeAnew(words: string, stack: readonly Face[]): ShapedGlyph[] {
    const glyphs: ShapedGlyph[] = [];
    let run = "";
    let runFace: Face | undefined;
    const flush = (): void => {
      if (runFace && run !== "") glyphs.push(...shapeRun(run, runFace));
      run = "";
    };
    for (const grapheme of graphemes(words.replace(variationSelectors, ""))) {
      const face = faceFor(grapheme, stack);
      if (face !== runFace || !face) flush();
      runFace = face;
      if (face) run += grapheme;
      else {
        missing.add(grapheme);
        glyphs.push(...placeholder(grapheme, stack[0] ?? (first as Face)));
      }
    }
    flush();
    return glyphs;
  }

  return {
    missing,
    capHeight: first.font.capHeight / first.font.unitsPerEm,
    shape(words, style) {
      const key = `${style} ${words}`;
      let glyphs = shaped.get(key);
      if (!glyphs) shaped.set(key, (glyphs = shapeAnew(words, stacks.get(style) ?? upright)));
      return glyphs;
    },
  };
}

/** They choose between a letter's looks, of which our fonts have one. */
const variationSelectors = /[\u{FE00}-\u{FE0F}]/gu;

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

export function graphemes(words: string): string[] {
  return Array.from(segmenter.segment(words), ({ segment }) => segment);
}

function faceFor(grapheme: string, stack: readonly Face[]): Face | undefined {
  const codes = Array.from(grapheme, (c) => c.codePointAt(0) ?? 0);
  return stack.find(({ font }) => codes.every((code) => font.hasGlyphForCodePoint(code)));
}

/** No ligatures: they win little in this face and each costs a search somewhere. */
const features = { liga: false, clig: false, dlig: false } as const;

function shapeRun(text: string, face: Face): ShapedGlyph[] {
  const glyphs = layOut(text, face);
  // An engine that reorders or splits characters no longer tells whose glyph is whose: then grapheme
  // by grapheme, where the first glyph carries the text of all.
  if (glyphs.map((glyph) => glyph.text).join("") === text) return glyphs;
  return graphemes(text).flatMap((grapheme) =>
    layOut(grapheme, face).map((glyph, i) => ({ ...glyph, text: i === 0 ? grapheme : "" })),
  );
}

function layOut(text: string, face: Face): ShapedGlyph[] {
  const { unitsPerEm } = face.font;
  const { glyphs, positions } = face.font.layout(text, features);
  return glyphs.map((glyph, i) => ({
    face,
    glyph: glyph.id,
    text: String.fromCodePoint(...glyph.codePoints),
    advance: (positions[i]?.xAdvance ?? glyph.advanceWidth) / unitsPerEm,
    dx: (positions[i]?.xOffset ?? 0) / unitsPerEm,
    dy: (positions[i]?.yOffset ?? 0) / unitsPerEm,
  }));
}

function placeholder(grapheme: string, face: Face): ShapedGlyph[] {
  return layOut(replacement, face).map((glyph) => ({ ...glyph, text: grapheme }));
}
