/**
 * Sheets to print that part a stack: one before each pupil's pages, or labels for the papers
 * themselves, each with a code that a machine reads and people can read too.
 *
 * Owns their look. Nothing is on them but the code: no name, no team, no board.
 * test/integration/separator-sheets.test.ts holds them to being read again.
 */
import type { Rect } from "../../shared/geometry/rect.ts";
import { type Faces, type FontFiles, openFaces } from "./faces.ts";
import { uprightStyles, type Weight } from "./font-slices.ts";
import { widthOf } from "./lines.ts";
import { colours, type Paper, sheetSizes } from "./look.ts";
import { createPdfWriter } from "./pdf-writer.ts";
import type { Mark, Tag } from "./sheets.ts";

export interface PrintedCode {
  /** What people read. */
  readonly code: string;
  /** What a screen reader says in place of the squares. */
  readonly alt: string;
  /** What a machine reads: rows of dark and light squares, without a margin. */
  readonly squares: readonly (readonly boolean[])[];
}

export interface SeparatorSheets {
  /** "bothSides" is for printing and scanning on both sides: the back is as good as the front. */
  readonly is: "oneSide" | "bothSides" | "labels";
  readonly codes: readonly PrintedCode[];
  readonly paper: Paper;
  readonly language: string;
  /** Milliseconds since 1970: the file's date. */
  readonly madeAt: number;
  readonly says: {
    readonly title: string;
    /** Under the code of a sheet, line by line. */
    readonly lines: readonly string[];
  };
}

/** Points. */
const cover = { code: 252, top: 120, letters: 84, line: 13, leading: 20 } as const;
const label = { columns: 3, rows: 7, margin: 36, code: 76, letters: 26 } as const;

export async function separatorSheets(
  { is, codes, paper, language, madeAt, says }: SeparatorSheets,
  fonts: FontFiles,
): Promise<Uint8Array> {
  const texts = [says.title, ...says.lines, ...codes.map(({ code }) => code)];
  const faces = await openFaces(texts, uprightStyles, fonts);
  const sheetSize = sheetSizes[paper];
  const writer = createPdfWriter({ title: says.title, language, madeAt, sheetSize });
  const draw = (marks: readonly Mark[]): void =>
    writer.drawSheet({ marks, anchors: [] }, new Map());
  const root: Tag = { is: "Document", within: undefined };
  if (is === "labels") {
    const each = label.columns * label.rows;
    for (let from = 0; from < codes.length; from += each)
      draw(
        codes
          .slice(from, from + each)
          .flatMap((code, i) => labelMarks(code, cellOf(i, sheetSize), faces, root)),
      );
  } else
    for (const code of codes)
      for (let side = 0; side < (is === "bothSides" ? 2 : 1); side++)
        draw(coverMarks(code, says.lines, sheetSize.w, faces, root));
  return await writer.finish([]);
}

function coverMarks(
  { code, alt, squares }: PrintedCode,
  lines: readonly string[],
  width: number,
  faces: Faces,
  within: Tag,
): readonly Mark[] {
  const rect = { x: (width - cover.code) / 2, y: cover.top, w: cover.code, h: cover.code };
  const under = cover.top + cover.code + cover.letters + 24;
  return [
    ...codeMarks(squares, rect, { is: "Figure", within, alt, box: rect }),
    centred(code, width / 2, under, cover.letters, "bold", faces, { is: "H1", within }),
    ...lines.map((line, i) =>
      centred(line, width / 2, under + 40 + i * cover.leading, cover.line, "regular", faces, {
        is: "P",
        within,
      }),
    ),
  ];
}

function labelMarks(
  { code, alt, squares }: PrintedCode,
  cell: Rect,
  faces: Faces,
  within: Tag,
): readonly Mark[] {
  const square = {
    x: cell.x + 16,
    y: cell.y + (cell.h - label.code) / 2,
    w: label.code,
    h: label.code,
  };
  const right = square.x + square.w;
  const middle = (right + cell.x + cell.w) / 2;
  const down = cell.y + cell.h / 2 + (label.letters * faces.capHeight) / 2;
  return [
    {
      is: "shape",
      tag: undefined,
      rect: cell,
      stroke: { colour: colours.line, width: 0.5, dash: [3, 3] },
    },
    ...codeMarks(squares, square, { is: "Figure", within, alt, box: square }),
    centred(code, middle, down, label.letters, "bold", faces, { is: "P", within }),
  ];
}

function cellOf(index: number, { w, h }: { readonly w: number; readonly h: number }): Rect {
  const wide = (w - 2 * label.margin) / label.columns;
  const high = (h - 2 * label.margin) / label.rows;
  return {
    x: label.margin + (index % label.columns) * wide,
    y: label.margin + Math.floor(index / label.columns) * high,
    w: wide,
    h: high,
  };
}

/** Dark squares of a row that touch are one shape: no printer shows a hair between them. */
function codeMarks(
  squares: readonly (readonly boolean[])[],
  rect: Rect,
  tag: Tag,
): readonly Mark[] {
  const side = rect.w / squares.length;
  return squares.flatMap((row, y) => {
    const marks: Mark[] = [];
    for (let from = 0; from < row.length; from++) {
      if (!row[from]) continue;
      let to = from;
      while (row[to + 1]) to++;
      marks.push({
        is: "shape",
        tag,
        rect: {
          x: rect.x + from * side,
          y: rect.y + y * side,
          w: (to - from + 1) * side,
          h: side + 0.05,
        },
        fill: "#000000",
      });
      from = to;
    }
    return marks;
  });
}

function centred(
  words: string,
  middle: number,
  baseline: number,
  size: number,
  weight: Weight,
  faces: Faces,
  tag: Tag,
): Mark {
  const glyphs = faces.shape(words, weight);
  const width = widthOf(glyphs, size);
  return {
    is: "text",
    tag,
    x: middle - width / 2,
    baseline,
    size,
    width,
    colour: colours.text,
    glyphs,
  };
}
