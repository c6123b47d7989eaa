/**
 * The needs: each with where it was seen and its evidence, two crops abreast where they are small, and
 * below that what could meet it and what is tried.
 */
import { seenRect, turnedSize } from "../../shared/geometry/turned-page.ts";
import type { Crop, NeedBlock, Phrase, TitledList } from "../../shared/report/report.ts";
import { type Box, type Flow, heightOf, kept, sideBySide, withBefore } from "./boxes.ts";
import { figureBox, ratioOf } from "./figures.ts";
import { sheetSizes, type } from "./look.ts";
import { headingBoxes, joinedBy, listBoxes, noteBoxes, type Within } from "./set-words.ts";
import { writtenBoxes } from "./set-written.ts";
import type { Tag } from "./sheets.ts";
import { linkOf, type Setting, setText } from "./text-boxes.ts";

/** Points. */
const columnGap = 20;
const rowGap = 14;
const mostHeight = 220;
const leastWidth = 90;
const wholePageWidth = 140;

type Place = Within & { readonly imageMissing: string };

export function placeNeed(
  setting: Setting,
  flow: Flow,
  need: NeedBlock,
  { within, imageMissing }: { readonly within: Tag; readonly imageMissing: string },
): void {
  const place: Place = { within: { is: "Sect", within }, width: flow.width, imageMissing };
  const head = headBoxes(setting, need, place);
  const evidence = evidenceRows(setting, need.evidence, place).flatMap((row) =>
    // Long notes under a crop flow on as any text does; short ones stay beside their neighbour's.
    row.some(({ boxes }) => heightOf(boxes) > flow.height * 0.6)
      ? row.flatMap(({ boxes }) => withBefore(boxes, rowGap))
      : [sideBySide(row, rowGap)],
  );
  const after = [need.resources, need.steps].flatMap((list) => titledBoxes(setting, list, place));
  flow.place([...(evidence.length + after.length > 0 ? kept(head) : head), ...evidence, ...after]);
}

/** A list under its own few words, which stay with its first line. */
function titledBoxes(setting: Setting, list: TitledList | undefined, place: Place): Box[] {
  if (!list) return [];
  const { within, width } = place;
  const phrases = [{ words: list.title }];
  const tag: Tag = { is: "P", within };
  return [
    ...kept(setText(setting, { phrases, style: type.label, width, tag, before: rowGap })),
    ...withBefore(listBoxes(setting, { is: "list", items: list.items }, place), 3),
  ];
}

function headBoxes(setting: Setting, need: NeedBlock, place: Place): Box[] {
  const { within, width } = place;
  const tag: Tag = { is: "P", within };
  const standing = joinedBy(need.standing.phrases, "  ·  ");
  return [
    ...headingBoxes(setting, need.heading, place),
    ...writtenBoxes(setting, need.more, { within, width, style: type.body, under: 3 }),
    ...setText(setting, { phrases: standing, style: type.soft, width, tag, before: 2 }),
  ];
}

interface Cell {
  readonly x: number;
  readonly boxes: readonly Box[];
}

/** A row is a wide crop, two small ones, or a small one with its words beside it. */
function evidenceRows(setting: Setting, crops: readonly Crop[], place: Place): Cell[][] {
  const column = (place.width - columnGap) / 2;
  const rows: Cell[][] = [];
  const stacked = (crop: Crop, width: number): readonly Box[] => {
    const { figure, words } = cropParts(setting, crop, place, { figure: width, words: width });
    return [...figure, ...withBefore(words, 4)];
  };
  for (let i = 0; i < crops.length; i++) {
    const crop = crops[i] as Crop;
    const next = crops[i + 1];
    if (isWide(crop, column)) {
      rows.push([{ x: 0, boxes: stacked(crop, place.width) }]);
    } else if (next && !isWide(next, column)) {
      rows.push([
        { x: 0, boxes: stacked(crop, column) },
        { x: column + columnGap, boxes: stacked(next, column) },
      ]);
      i++;
    } else {
      const beside = shownWidth(crop, column) + columnGap;
      const widths = { figure: column, words: place.width - beside };
      const { figure, words } = cropParts(setting, crop, place, widths);
      rows.push([
        { x: 0, boxes: figure },
        { x: beside, boxes: words },
      ]);
    }
  }
  return rows;
}

const isWide = (crop: Crop, column: number): boolean => naturalWidth(crop) > column * 1.3;

/** A little smaller than the pupil wrote it on a sheet of letter paper. */
function naturalWidth({ rect, image: { turn } }: Crop): number {
  if (!rect) return wholePageWidth;
  const paper = turnedSize(sheetSizes.letter, turn);
  return Math.max(leastWidth, seenRect(rect, turn).w * paper.w * 0.85);
}

const shownWidth = (crop: Crop, most: number): number =>
  Math.min(most, naturalWidth(crop), mostHeight / ratioOf({ image: crop.image, crop: crop.rect }));

interface CropParts {
  readonly figure: readonly Box[];
  /** Its caption and the notes on it. */
  readonly words: readonly Box[];
}

/** `widths` in points: what the figure has room for, and the words. */
function cropParts(
  setting: Setting,
  crop: Crop,
  { within, imageMissing }: Place,
  widths: { readonly figure: number; readonly words: number },
): CropParts {
  const { image, rect, outline, alt, ink, to, notes } = crop;
  const tag: Tag = { is: "P", within };
  const caption: Phrase = { words: crop.caption, ...(to === undefined ? {} : { to }) };
  const link = linkOf(setting, caption, tag);
  const figure = { image, crop: rect, outline, alt, ink, regions: [], imageMissing };
  const shown = shownWidth(crop, widths.figure);
  const text = { phrases: [caption], style: type.soft, width: widths.words, tag, link };
  return {
    figure: [figureBox(setting, figure, { width: shown, within, area: link })],
    words: [
      ...setText(setting, text),
      ...notes.flatMap((note) =>
        noteBoxes(setting, note, { within, width: widths.words, under: 3 }),
      ),
    ],
  };
}
