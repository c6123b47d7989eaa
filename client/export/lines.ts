/**
 * Words into lines of a given width: Unicode line breaking (annex 14), then greedily as many words to a
 * line as fit. A word wider than the line is broken between graphemes, so nothing ever runs out of it.
 *
 * Owns measuring and breaking; where lines stand on a sheet is for boxes.ts. Left to right only: a
 * bidirectional pass belongs between `cleaned` and the breaking, and needs fonts that we do not ship yet.
 */
import LineBreaker from "linebreak";
import { type Faces, graphemes, type ShapedGlyph } from "./faces.ts";
import type { FontStyle } from "./font-slices.ts";

/** A stretch of words of one look. `as` comes back on its pieces: whatever the caller tells them by. */
export interface Span<As> {
  readonly words: string;
  readonly style: FontStyle;
  readonly as: As;
}

export interface Piece<As> {
  /** From the line's start, in points. */
  readonly x: number;
  readonly width: number;
  readonly glyphs: readonly ShapedGlyph[];
  readonly as: As;
}

export interface Line<As> {
  /** Without the spaces at its end. */
  readonly width: number;
  readonly pieces: readonly Piece<As>[];
}

/** Lines of at most `width` points at `size` points. No words give no lines. */
export function breakLines<As>(
  spans: readonly Span<As>[],
  { size, width }: { readonly size: number; readonly width: number },
  faces: Faces,
): Line<As>[] {
  const lines: Line<As>[] = [];
  let line: Piece<As>[] = [];
  let x = 0;
  let end = 0;
  const finish = (): void => {
    lines.push({ width: end, pieces: line });
    line = [];
    x = 0;
    end = 0;
  };
  const add = (word: Word<As>): void => {
    for (const { glyphs, as, width: w } of word.pieces) {
      line.push({ x, width: w, glyphs, as });
      x += w;
    }
    end = x - word.trailing;
  };
  for (const word of wordsOf(cleanedSpans(spans), size, faces)) {
    if (x > 0 && x + word.width - word.trailing > width) finish();
    if (word.width - word.trailing <= width) add(word);
    else {
      for (const part of brokenWord(word, size)) {
        if (x > 0 && x + part.width - part.trailing > width) finish();
        add(part);
      }
    }
    if (word.endsLine) finish();
  }
  if (line.length > 0) finish();
  return lines;
}

/** The words as they are set: composed, without controls, ends of line as \n, half pairs made visible. */
export function cleaned(words: string): string {
  return words
    .normalize("NFC")
    .replace(/\r\n?|[\u{2028}\u{2029}\u{85}\v\f]/gu, "\n")
    .replace(/[\t\u{1680}\u{3000}]/gu, " ")
    .replace(/\p{Surrogate}/gu, "\u{FFFD}")
    .replace(/[\p{Cc}\u{AD}\u{FEFF}\u{200E}\u{200F}\u{202A}-\u{202E}\u{2060}-\u{206F}]/gu, (c) =>
      c === "\n" ? c : "",
    );
}

const cleanedSpans = <As>(spans: readonly Span<As>[]): Span<As>[] =>
  spans.map((span) => ({ ...span, words: cleaned(span.words) }));

interface Word<As> {
  readonly pieces: readonly Omit<Piece<As>, "x">[];
  readonly width: number;
  /** How much of the width is space at its end. */
  readonly trailing: number;
  readonly endsLine: boolean;
}

/** The stretches between places where a line may break, each with the spaces behind it. */
function* wordsOf<As>(spans: readonly Span<As>[], size: number, faces: Faces): Generator<Word<As>> {
  const text = spans.map(({ words }) => words).join("");
  const breaker = new LineBreaker(text);
  const slice = slicer(spans);
  let from = 0;
  for (let stop = breaker.nextBreak(); stop; stop = breaker.nextBreak()) {
    const to = stop.position;
    const raw = text.slice(from, to);
    const newline = raw.endsWith("\n");
    const pieces = slice(from, newline ? to - 1 : to).map(({ words, style, as }) => {
      const glyphs = faces.shape(words, style);
      return { glyphs, as, width: widthOf(glyphs, size) };
    });
    const lastWords = raw.replace(/\n$/, "");
    const spaces = lastWords.length - lastWords.trimEnd().length;
    const width = pieces.reduce((sum, piece) => sum + piece.width, 0);
    const trailing = trailingWidth(pieces, spaces, size);
    // At the very end the breaker always says "required"; only a real end of line ends a line.
    if (raw !== "") yield { pieces, width, trailing, endsLine: newline };
    from = to;
  }
}

function trailingWidth(
  pieces: readonly { readonly glyphs: readonly ShapedGlyph[] }[],
  spaces: number,
  size: number,
): number {
  const glyphs = pieces.flatMap((piece) => piece.glyphs);
  return spaces === 0 ? 0 : widthOf(glyphs.slice(-spaces), size);
}

/**
 * Takes parts of the spans by the indices of their joined text, each part behind the one before: a text of
 * a hundred thousand spans is walked once.
 */
function slicer<As>(spans: readonly Span<As>[]) {
  let first = 0;
  let start = 0;
  return (from: number, to: number): Span<As>[] => {
    const parts: Span<As>[] = [];
    for (let span = spans[first]; span && start + span.words.length <= from; span = spans[first]) {
      start += span.words.length;
      first++;
    }
    let at = start;
    for (let i = first; at < to; i++) {
      const span = spans[i];
      if (!span) break;
      const words = span.words.slice(Math.max(0, from - at), to - at);
      if (words !== "") parts.push({ ...span, words });
      at += span.words.length;
    }
    return parts;
  };
}

/** A word too wide for any line, as parts of one grapheme each. */
function brokenWord<As>(word: Word<As>, size: number): Word<As>[] {
  return word.pieces.flatMap(({ glyphs, as }) => {
    const parts: ShapedGlyph[][] = [];
    for (const glyph of glyphs) {
      const open = parts.at(-1);
      // A glyph without characters, or with a combining one, stays with the one before it.
      if (open && (glyph.text === "" || glyph.advance === 0)) open.push(glyph);
      else parts.push([glyph]);
    }
    return parts.map((part): Word<As> => {
      const width = widthOf(part, size);
      return { pieces: [{ glyphs: part, as, width }], width, trailing: 0, endsLine: false };
    });
  });
}

export function widthOf(glyphs: readonly ShapedGlyph[], size: number): number {
  return glyphs.reduce((sum, { advance }) => sum + advance, 0) * size;
}

/** At most `most` graphemes, the last an ellipsis where some had to go. For bookmarks. */
export function shortened(words: string, most: number): string {
  const flat = cleaned(words).replace(/\s+/g, " ").trim();
  const all = graphemes(flat);
  return all.length <= most
    ? flat
    : `${all
        .slice(0, most - 1)
        .join("")
        .trimEnd()}…`;
}
