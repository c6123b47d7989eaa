/** Headings, paragraphs and notes as boxes. */
import type { Heading, List, NoteLine, Paragraph, Phrase } from "../../shared/report/report.ts";
import { type Box, kept, withBefore } from "./boxes.ts";
import { shortened } from "./lines.ts";
import { colours, type TypeStyle, type } from "./look.ts";
import { type WrittenPlace, writtenBoxes } from "./set-written.ts";
import type { Tag } from "./sheets.ts";
import { type Setting, setText } from "./text-boxes.ts";

/** Graphemes. */
export const bookmarkLength = 90;

export interface Within {
  readonly within: Tag;
  readonly width: number;
}

const headingLooks: { readonly [level in Heading["level"]]: TypeStyle } = {
  1: type.title,
  2: type.heading,
  3: type.subheading,
};
const headingGaps: { readonly [level in Heading["level"]]: number } = { 1: 0, 2: 30, 3: 24 };

/** A heading keeps with what follows, carries a bookmark, and is a place that links lead to. */
export function headingBoxes(
  setting: Setting,
  { level, words, phrases = [{ words }], anchor }: Heading,
  { within, width }: Within,
): Box[] {
  const style = headingLooks[level];
  const tag: Tag = { is: `H${level}`, within };
  const text = { phrases, style, width, tag, before: headingGaps[level] };
  return kept(setText(setting, text)).map((box, i) =>
    i > 0
      ? box
      : {
          ...box,
          paint(draft, x, y) {
            draft.bookmark(shortened(words, bookmarkLength), level === 3 ? 2 : 1, y);
            if (anchor !== undefined) draft.anchor(anchor, y);
            box.paint(draft, x, y);
          },
        },
  );
}

export function paragraphBoxes(
  setting: Setting,
  { tone, label, phrases }: Paragraph,
  place: Within,
): Box[] {
  if (tone === "lead") return leadBoxes(setting, label ?? "", phrases, place);
  const style = tone === "soft" ? type.soft : type.body;
  const tag: Tag = { is: "P", within: place.within };
  return setText(setting, { phrases, style, width: place.width, tag, before: 4 });
}

/** The guiding question: larger, behind a line in the margin. */
function leadBoxes(
  setting: Setting,
  label: string,
  phrases: readonly Phrase[],
  { within, width }: Within,
): Box[] {
  const indent = 16;
  const tag = (): Tag => ({ is: "P", within });
  const lines = [
    ...kept(
      setText(setting, {
        phrases: [{ words: label }],
        style: type.label,
        width,
        tag: tag(),
        indent,
      }),
    ),
    ...setText(setting, { phrases, style: type.lead, width, tag: tag(), indent, before: 2 }),
  ];
  return withBefore(lines, 22).map((box, i) => ({
    ...box,
    paint(draft, x, y) {
      // A little over the piece above: side by side, a hair of white would show between them.
      const over = i === 0 ? 0 : box.before + 0.5;
      const rect = { x, y: y - over, w: 2.5, h: box.height + over };
      draft.add({ is: "shape", tag: undefined, rect, fill: colours.accent });
      box.paint(draft, x, y);
    },
  }));
}

/** Lines of an item that is not parted: a next step with all its parts. */
const shortItem = 8;

export function listBoxes(setting: Setting, { items }: List, { within, width }: Within): Box[] {
  const list: Tag = { is: "L", within };
  return items.flatMap((item, i) => {
    const body: Tag = { is: "LBody", within: { is: "LI", within: list } };
    const boxes = noteBoxes(setting, item, { within: body, width, under: 2 });
    const last = boxes.length - 1;
    const together =
      last < shortItem ? [...kept(boxes.slice(0, last)), ...boxes.slice(last)] : boxes;
    return withBefore(together, i === 0 ? 8 : 6);
  });
}

/** "Notice  what it says", the first word strong. */
export function noteBoxes(
  setting: Setting,
  { label, written }: NoteLine,
  place: Within & Pick<WrittenPlace, "indent" | "under">,
): Box[] {
  const opening = { words: `${label}  `, marks: "b" };
  return writtenBoxes(setting, written, { ...place, style: type.note, opening });
}

/** The phrases in one line of thought, with `words` between them. */
export function joinedBy(phrases: readonly Phrase[], words: string): Phrase[] {
  return phrases.flatMap((phrase, i) => (i > 0 ? [{ words }, phrase] : [phrase]));
}
