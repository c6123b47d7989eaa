/** Words as boxes of the flow: one box a line, first and last lines never alone on a sheet. */
import type { Anchor, CheckStates, Phrase } from "../../shared/report/report.ts";
import type { Box } from "./boxes.ts";
import type { Faces } from "./faces.ts";
import { styleOf } from "./font-slices.ts";
import { breakLines, type Line, type Piece, type Span, shortened, widthOf } from "./lines.ts";
import { type Colour, colours, type TypeStyle } from "./look.ts";
import type { Mark, Tag } from "./sheets.ts";
import { webAddress } from "./web-address.ts";

/** What every part of the typesetter is handed. */
export interface Setting {
  readonly faces: Faces;
  /** Places that exist in this report; a phrase that leads elsewhere is set without a link. */
  readonly anchors: ReadonlySet<Anchor>;
  readonly checkStates: CheckStates;
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

/** Graphemes of the name of a link out of the report. */
const mostSaid = 120;

interface Look {
  readonly tag: Tag | undefined;
  readonly colour: Colour;
  readonly isTinted: boolean;
  readonly isUnderlined: boolean;
  readonly isStruck: boolean;
}

export function setText(setting: Setting, text: SetText): Box[] {
  const { phrases, style, tag, before = 0, indent = 0 } = text;
  const links = linksOf(setting, text);
  const spans = phrases.map((phrase, i): Span<Look> => {
    const { words, marks = "", mention = false } = phrase;
    const weight = marks.includes("b") ? "bold" : style.weight;
    const link = links[i];
    const as: Look = {
      tag: link ?? tag,
      colour: link ? colours.link : style.colour,
      isTinted: mention || marks.includes("c"),
      // A link out of the report is told by more than its colour.
      isUnderlined: marks.includes("u") || (link?.link !== undefined && "address" in link.link),
      isStruck: marks.includes("s"),
    };
    return { words, style: styleOf(weight, style.isItalic ?? marks.includes("i")), as };
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

/** The link of each phrase; neighbours that lead to one web address are one link. */
function linksOf(setting: Setting, { phrases, tag, link }: SetText): readonly (Tag | undefined)[] {
  const links: (Tag | undefined)[] = [];
  for (const [i, phrase] of phrases.entries()) {
    if (phrase.to !== undefined) links.push(link ?? linkOf(setting, phrase, tag));
    else if (i > 0 && phrase.link === phrases[i - 1]?.link) links.push(links[i - 1]);
    else links.push(phrase.link === undefined ? undefined : webLink(phrases, i, tag));
  }
  return links;
}

/** The link that begins at phrase `from`, if it may be one. It is called by its first words, or by where it leads. */
function webLink(
  phrases: readonly Phrase[],
  from: number,
  within: Tag | undefined,
): Tag | undefined {
  const { link } = phrases[from] ?? {};
  const address = webAddress(link);
  if (within === undefined || address === undefined) return undefined;
  let says = "";
  for (let i = from; phrases[i]?.link === link && says.length < mostSaid; i++) {
    says += phrases[i]?.words.slice(0, mostSaid);
  }
  return { is: "Link", within, link: { address, says: shortened(says, mostSaid) || address } };
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
  return joined(line).flatMap((piece): Mark[] => {
    const { glyphs, as, x: at, width } = piece;
    const { tag, colour } = as;
    const words: Mark = { is: "text", tag, x: x + at, baseline, size, width, colour, glyphs };
    const { under, over } = lookMarks(piece, line.width, size, x, baseline);
    return [...under, words, ...over];
  });
}

/** What is drawn under words and over them. Spaces at the end of a line show no look. */
function lookMarks(
  { as, x: at, width }: Piece<Look>,
  lineWidth: number,
  size: number,
  x: number,
  baseline: number,
): { readonly under: readonly Mark[]; readonly over: readonly Mark[] } {
  const { tag, colour, isTinted, isUnderlined, isStruck } = as;
  const w = Math.min(width, lineWidth - at);
  if (w <= 0) return { under: [], over: [] };
  const bar = (above: number): Mark => {
    const rect = { x: x + at, y: baseline - above * size, w, h: size * 0.06 };
    return { is: "shape", tag, rect, fill: colour };
  };
  const tint = { x: x + at - 1, y: baseline - size * 0.92, w: w + 2, h: size * 1.22 };
  return {
    under: isTinted ? [{ is: "shape", tag, rect: tint, radius: 2, fill: colours.tint }] : [],
    over: [...(isUnderlined ? [bar(-0.12)] : []), ...(isStruck ? [bar(0.3)] : [])],
  };
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
  const glyphs = setting.faces.shape(words, styleOf(style.weight, style.isItalic ?? false));
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
