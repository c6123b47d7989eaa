/**
 * What somebody wrote as boxes: headings under the report's own, quotations, lists with their signs, and
 * every look within a line.
 *
 * Owns how each block looks and which element of the structure it is (written-tags.ts); the looks within
 * a line are text-boxes.ts.
 */
import type { Phrase, Written, WrittenBlock } from "../../shared/report/report.ts";
import { isList } from "../../shared/text/blocks.ts";
import { type Box, kept, withBefore } from "./boxes.ts";
import { widthOf } from "./lines.ts";
import { colours, type TypeStyle, writtenHeadings } from "./look.ts";
import type { Tag, TextMark } from "./sheets.ts";
import { baselineIn, lineMark, type Setting, setText } from "./text-boxes.ts";
import { createWrittenTags, type HeadingLevel, type WrittenTags } from "./written-tags.ts";

export interface WrittenPlace {
  readonly within: Tag;
  readonly width: number;
  readonly style: TypeStyle;
  /** Of the report's own heading that it stands under. */
  readonly under: HeadingLevel;
  /** From the boxes' left edge. */
  readonly indent?: number;
  /** Said before it: in the line of a first paragraph, above anything else. */
  readonly opening?: Phrase;
}

/** In widths of the style's em. */
const listStep = 1.35;
const signGap = 0.4;
const quoteIndent = 1.1;
/** Points. However deep a list is, its words have so much room. */
const leastWidth = 60;
const blockGap = 2;
const mostHeadingLines = 5;

export function writtenBoxes(setting: Setting, written: Written, place: WrittenPlace): Box[] {
  const { within, width, style, indent = 0, opening } = place;
  const tags = createWrittenTags(within, place.under, setting.checkStates);
  const boxes: Box[] = [];
  const isInLine = written[0]?.type === "p";
  if (opening && !isInLine) {
    const tag: Tag = { is: "P", within };
    boxes.push(...kept(setText(setting, { phrases: [opening], style, width, indent, tag })));
  }
  let last: WrittenBlock | undefined;
  for (const block of written) {
    const isOpened = opening && isInLine && !last;
    const own = isOpened ? { ...block, phrases: [opening, ...block.phrases] } : block;
    const set = blockBoxes(setting, own, tags.of(block), { width, style, indent });
    boxes.push(...withBefore(set, gapBetween(last, block)));
    last = block;
  }
  return withBefore(boxes, blockGap);
}

/** Paragraphs stand line under line, as they were written. */
function gapBetween(last: WrittenBlock | undefined, { type }: WrittenBlock): number {
  if (!last || last.type === type || (isList(last.type) && isList(type))) return 0;
  return type.startsWith("h") ? 3 * blockGap : blockGap;
}

type Place = Required<Pick<WrittenPlace, "width" | "style" | "indent">>;

function blockBoxes(
  setting: Setting,
  block: WrittenBlock,
  tags: WrittenTags,
  place: Place,
): readonly Box[] {
  const { type, phrases } = block;
  const { style } = place;
  switch (type) {
    case "p":
      return lineBoxes(setting, phrases, tags.words, place);
    case "h1":
    case "h2":
    case "h3": {
      const grown = writtenHeadings[type];
      const heading: TypeStyle = {
        ...style,
        size: style.size * grown,
        leading: style.leading * grown,
        weight: "bold",
      };
      return keptTogether(lineBoxes(setting, phrases, tags.words, { ...place, style: heading }));
    }
    case "q":
      return quoteBoxes(setting, phrases, tags.words, place);
    case "ul":
    case "ol":
    case "cl":
      return itemBoxes(setting, block, tags, place);
  }
}

/** With what follows, unless it is no heading but a long text that looks like one. */
const keptTogether = (boxes: readonly Box[]): readonly Box[] =>
  boxes.length > mostHeadingLines ? boxes : kept(boxes);

/** An empty line is as high as any other. */
function lineBoxes(
  setting: Setting,
  phrases: readonly Phrase[],
  tag: Tag,
  { width, style, indent }: Place,
): Box[] {
  const boxes = setText(setting, { phrases, style, width, tag, indent });
  return boxes.length > 0
    ? boxes
    : [{ height: style.leading, before: 0, keep: false, paint: () => {} }];
}

/** Slanted, behind a line. */
function quoteBoxes(setting: Setting, phrases: readonly Phrase[], tag: Tag, place: Place): Box[] {
  const { style, indent } = place;
  const within = { ...place, indent: indent + quoteIndent * style.size };
  return lineBoxes(setting, phrases, tag, {
    ...within,
    style: { ...style, isItalic: true },
  }).map((box) => ({
    ...box,
    paint(draft, x, y) {
      const rect = { x: x + indent + 1, y, w: 1.5, h: box.height };
      draft.add({ is: "shape", tag: undefined, rect, fill: colours.soft });
      box.paint(draft, x, y);
    },
  }));
}

function itemBoxes(
  setting: Setting,
  block: WrittenBlock,
  { words, label }: WrittenTags,
  place: Place,
): Box[] {
  const { width, style, indent } = place;
  const em = style.size;
  const steps = Math.min(listStep * block.depth * em, Math.max(0, width - indent - leastWidth));
  const sign = signOf(setting, block, style);
  const from = indent + steps + Math.max(listStep * em, sign.width + signGap * em);
  const boxes = lineBoxes(setting, block.phrases, words, { ...place, indent: from });
  return boxes.map((box, i) =>
    i > 0
      ? box
      : {
          ...box,
          paint(draft, x, y) {
            const at = {
              x: x + from - signGap * em - sign.width,
              baseline: y + baselineIn(setting, style),
            };
            sign.paint(draft, at, label);
            box.paint(draft, x, y);
          },
        },
  );
}

interface Sign {
  readonly width: number;
  readonly paint: (
    draft: Parameters<Box["paint"]>[0],
    at: { readonly x: number; readonly baseline: number },
    tag: Tag | undefined,
  ) => void;
}

function signOf(setting: Setting, block: WrittenBlock, style: TypeStyle): Sign {
  if (block.type === "cl") return checkSign(setting, block.checked, style);
  const words = block.number === undefined ? "\u2022" : `${block.number}.`;
  const plain: TypeStyle = { ...style, weight: "regular" };
  return {
    width: widthOf(setting.faces.shape(words, plain.weight), plain.size),
    paint: (draft, at, tag) => draft.add(lineMark(setting, words, plain, { ...at, tag })),
  };
}

/**
 * A box, ticked or not. No font of ours has either sign: a blank stands there for it, so that search and
 * copying find it, and the element says it in words.
 */
function checkSign(setting: Setting, isChecked: boolean, { size, colour }: TypeStyle): Sign {
  const side = size * 0.78;
  const blank = setting.faces.shape(" ", "regular").map((glyph) => ({
    ...glyph,
    text: isChecked ? "\u2611" : "\u2610",
  }));
  return {
    width: side,
    paint(draft, { x, baseline }, tag) {
      const rect = { x, y: baseline - side * 0.92, w: side, h: side };
      const stroke = { colour: isChecked ? colours.accent : colours.soft, width: 0.8 };
      const words: TextMark = {
        is: "text",
        tag,
        x,
        baseline,
        size,
        width: side,
        colour,
        glyphs: blank,
      };
      draft.add(words);
      draft.add({ is: "shape", tag, rect, radius: 1.5, stroke });
      const inner = side * 0.5;
      const tick = { x: x + side * 0.25, y: rect.y + side * 0.27, w: inner, h: inner * 0.85 };
      if (isChecked) draft.add({ is: "tick", tag, rect: tick, colour: colours.accent });
    },
  };
}
