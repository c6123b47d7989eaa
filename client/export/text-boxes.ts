/** Words as boxes of the flow: one box a line, first and last lines never alone on a sheet. */
import type { Anchor, Phrase } from "../../shared/report/report.ts";
import type { Box } from "./boxes.ts";
import type { Faces } from "./faces.ts";
import { breakLines, type Line, type Span, widthOf } from "./lines.ts";
import { type Colour, colours, type TypeStyle } from "./look.ts";
import type { Mark, Tag } from "./sheets.ts";

/** What every part of the typesetter is handed. */
export interface Setting {
  readonly faces: Faces;
  /** Places that exist in this report; a phrase that leads elsewhere is set without a link. */
  readonly anchors: ReadonlySet<Anchor>;
}

export interface SetText {
  readonly phrases: readonly Phrase[];
  readonly style: TypeStyle;
  readonly width: number;
  /** The paragraph or heading that the words are; undefined for decoration. */
  readonly tag: Tag | undefined;
  readonly before?: number;
  /** From the box's left edge. */
  readonly indent?: number;
  /** The link of phrases that lead somewhere, where the caller needs to know it. */
  readonly link?: Tag | undefined;
}

interface Look {
  readonly tag: Tag | undefined;
  readonly colour: Colour;
}

export function setText(setting: Setting, text: SetText): Box[] {
  const { phrases, style, tag, before = 0, indent = 0 } = text;
  const spans = phrases.map((phrase): Span<Look> => {
    const weight = phrase.strong ? "bold" : style.weight;
    const link = phrase.to === undefined ? undefined : (text.link ?? linkOf(setting, phrase, tag));
    const colour = link ? colours.link : style.colour;
    return { words: phrase.words, weight, as: { tag: link ?? tag, colour } };
  });
  const measure = { size: style.size, width: text.width - indent };
  const lines = breakLines(spans, measure, setting.faces);
  return lines.map((line, i) => ({
    height: style.leading,
    before: i === 0 ? before : 0,
    keep: lines.length > 1 && (i === 0 || i === lines.length - 2),
    paint(draft, x, y) {
      const baseline = y + baselineIn(setting, style);
      for (const mark of lineMarks(line, style, x + indent, baseline)) draft.add(mark);
    },
  }));
}

/** The link of a phrase, if it leads to a place that is in the report. */
export function linkOf(
  { anchors }: Setting,
  { to, words }: Phrase,
  within: Tag | undefined,
): Tag | undefined {
  if (to === undefined || within === undefined || !anchors.has(to)) return undefined;
  return { is: "Link", within, link: { to, says: words } };
}

/** From the line's top to the baseline: capitals stand in the middle of the line. */
export function baselineIn(setting: Setting, { leading, size }: TypeStyle): number {
  return (leading + setting.faces.capHeight * size) / 2;
}

function lineMarks(line: Line<Look>, { size }: TypeStyle, x: number, baseline: number): Mark[] {
  return joined(line).map(({ glyphs, as, x: at, width }) => ({
    is: "text",
    tag: as.tag,
    x: x + at,
    baseline,
    size,
    width,
    colour: as.colour,
    glyphs,
  }));
}

/** Neighbouring pieces of one look become one: fewer operators in the file, and words found whole. */
function joined(line: Line<Look>): Line<Look>["pieces"] {
  const out: { x: number; width: number; glyphs: Line<Look>["pieces"][0]["glyphs"]; as: Look }[] =
    [];
  for (const piece of line.pieces) {
    const open = out.at(-1);
    if (open && open.as === piece.as) {
      open.glyphs = [...open.glyphs, ...piece.glyphs];
      open.width += piece.width;
    } else out.push({ ...piece });
  }
  return out;
}

/** One short line of words as a mark, such as a number in its badge or the foot of a sheet. */
export function lineMark(
  setting: Setting,
  words: string,
  style: TypeStyle,
  at: {
    readonly x: number;
    readonly baseline: number;
    readonly tag: Tag | undefined;
    readonly align?: "middle" | "end";
  },
): Mark {
  const glyphs = setting.faces.shape(words, style.weight);
  const width = widthOf(glyphs, style.size);
  const shift = at.align === "end" ? width : at.align === "middle" ? width / 2 : 0;
  const { size, colour } = style;
  return {
    is: "text",
    tag: at.tag,
    x: at.x - shift,
    baseline: at.baseline,
    size,
    width,
    colour,
    glyphs,
  };
}
