/** Where the papers lie: a strip as long as the piles are large, and under it each pile in words. */
import type { PileSummaries, PileSummary } from "../../shared/report/report.ts";
import { type Box, heightOf, kept, sideBySide, withBefore } from "./boxes.ts";
import { colours, pileColours, type } from "./look.ts";
import { joinedBy, type Within } from "./set-words.ts";
import type { Tag } from "./sheets.ts";
import { type Setting, setText } from "./text-boxes.ts";

/** Four piles stand in one row; more of them in rows of three. */
const abreast = 4;
const columnGap = 22;
const stripHeight = 8;

export function pileBoxes(
  setting: Setting,
  { piles }: PileSummaries,
  { within, width, most }: Within & { readonly most: number },
): Box[] {
  const columns = piles.length > abreast ? abreast - 1 : Math.max(2, piles.length);
  const columnWidth = (width - (columns - 1) * columnGap) / columns;
  const list: Tag = { is: "L", within };
  const cards = piles.map((pile) => {
    const body: Tag = { is: "LBody", within: { is: "LI", within: list } };
    return {
      pile,
      tag: body,
      boxes: cardBoxes(setting, pile, { within: body, width: columnWidth }),
    };
  });
  const rows = cards.flatMap((_, i) =>
    i % columns === 0
      ? [
          cards.slice(i, i + columns).map(({ boxes }, column) => ({
            x: column * (columnWidth + columnGap),
            boxes,
          })),
        ]
      : [],
  );
  const fits = rows.every((row) => row.every(({ boxes }) => heightOf(boxes) <= most));
  const laid = fits
    ? rows.map((row) => sideBySide(row, 18))
    : cards.flatMap(({ pile, tag }) =>
        withBefore(cardBoxes(setting, pile, { within: tag, width }), 18),
      );
  return [...kept([stripBox(piles, width)]), ...laid];
}

function stripBox(piles: readonly PileSummary[], width: number): Box {
  const gap = 2;
  // A count that is not told takes no more room than the smallest that could be.
  const share = ({ count }: PileSummary): number => Math.max(1, count);
  const all = piles.reduce((sum, pile) => sum + share(pile), 0);
  const room = width - gap * (piles.length - 1);
  return {
    height: stripHeight,
    before: 12,
    keep: true,
    paint(draft, x, y) {
      let at = x;
      for (const pile of piles) {
        const { colour } = pile;
        const w = (room * share(pile)) / all;
        const rect = { x: at, y, w, h: stripHeight };
        const fill = colour ? pileColours[colour] : colours.line;
        draft.add({ is: "shape", tag: undefined, rect, radius: Math.min(2, w / 2), fill });
        at += w + gap;
      }
    },
  };
}

function cardBoxes(setting: Setting, pile: PileSummary, { within, width }: Within): Box[] {
  const indent = 14;
  const set = (
    phrases: Parameters<typeof setText>[1]["phrases"],
    style: Parameters<typeof setText>[1]["style"],
    before: number,
  ): Box[] => setText(setting, { phrases, style, width, indent, before, tag: { is: "P", within } });
  const name = set([{ words: pile.name }], type.subheading, 0).map((box, i) => ({
    ...box,
    keep: true,
    paint: (draft: Parameters<Box["paint"]>[0], x: number, y: number): void => {
      if (i === 0) {
        const rect = { x, y: y + box.height / 2 - 4, w: 8, h: 8 };
        const fill = pile.colour ? pileColours[pile.colour] : colours.line;
        draft.add({ is: "shape", tag: undefined, rect, radius: 2, fill });
      }
      box.paint(draft, x, y);
    },
  }));
  return [
    ...name,
    ...kept(set([{ words: pile.counted }], type.body, 0)),
    ...set([{ words: pile.criterion }], type.soft, 3),
    ...set(joinedBy(pile.codes, ", "), type.note, 5),
  ];
}
