/**
 * The papers: a sheet for each page, as large as the notes beneath it allow.
 *
 * The notes stand in two columns under the page; where they are too many, the page keeps its least size
 * and they go on overleaf.
 */
import type {
  Heading,
  PageBlock,
  PaperBlock,
  RegionMark,
  TagLine,
} from "../../shared/report/report.ts";
import {
  type Box,
  type Flow,
  fillColumns,
  heightOf,
  paintStack,
  sideBySide,
  withBefore,
} from "./boxes.ts";
import { figureBox, paintBadge, ratioOf } from "./figures.ts";
import { shortened } from "./lines.ts";
import { colours, pileColours, type } from "./look.ts";
import { bookmarkLength, joinedBy, noteBoxes } from "./set-words.ts";
import type { Tag } from "./sheets.ts";
import { baselineIn, lineMark, type Setting, setText } from "./text-boxes.ts";

const columnGap = 24;
const figureGap = 12;
const badgeIndent = 22;
/** Of the sheet's height: a page is never shown lower than this for the sake of its notes. */
const leastShare = 0.55;
/** Points. */
const mostTogether = 150;

export interface PapersPlace {
  readonly within: Tag;
  readonly imageMissing: string;
  /** The heading of the section, said on its first sheet; the name of the pile stands on the others. */
  readonly heading: Heading | undefined;
}

export function placePaper(
  setting: Setting,
  flow: Flow,
  paper: PaperBlock,
  { within, imageMissing, heading }: PapersPlace,
): void {
  const sect: Tag = { is: "Sect", within };
  paper.pages.forEach((page, i) => {
    const isFirst = i === 0;
    flow.newSheet();
    flow.place([
      eyebrowBox(setting, paper, flow.width, isFirst && heading ? { heading, within } : undefined),
      ...nameBoxes(setting, paper, page, { sect, width: flow.width, isFirst }),
      ...(isFirst ? tagBoxes(setting, paper.tags, { within: sect, width: flow.width }) : []),
      ...citedBoxes(setting, page, sect, flow.width),
    ]);
    placePage(setting, flow, paper, page, { sect, imageMissing });
  });
}

function placePage(
  setting: Setting,
  flow: Flow,
  paper: PaperBlock,
  page: PageBlock,
  { sect, imageMissing }: { readonly sect: Tag; readonly imageMissing: string },
): void {
  const { image, alt, ink, regions } = page;
  // One entry alone reads better across the sheet than beside an empty column.
  const count = regions.filter(({ number }) => number !== undefined).length > 1 ? 2 : 1;
  const columnWidth = (flow.width - columnGap * (count - 1)) / count;
  const entries = regionBoxes(setting, regions, { within: sect, width: columnWidth });
  const figure = { image, crop: undefined, alt, ink, regions, imageMissing };
  const ratio = ratioOf(figure);
  const room = flow.room() - figureGap;
  const least = Math.min(room, flow.height * leastShare);
  const beneath =
    entries.length > 0 ? fillColumns(entries, count, room - least - figureGap) : undefined;
  const notes = beneath ? Math.max(...beneath.columns.map(heightOf)) + figureGap : 0;
  const width = Math.min(flow.width, Math.max(least, room - notes) / ratio);
  const box = figureBox(setting, figure, { width, within: sect });
  flow.place([
    {
      ...box,
      before: figureGap,
      keep: false,
      paint(draft, x, y) {
        draft.anchor(page.anchor, y);
        box.paint(draft, x, y);
      },
    },
  ]);
  for (let columns = beneath; columns; ) {
    flow.place([abreast(columns.columns, columnWidth)]);
    if (columns.rest.length === 0) break;
    flow.newSheet();
    // Whose notes go on here, for who holds a single sheet.
    flow.place([eyebrowBox(setting, paper, flow.width, undefined, paper.heading.words)]);
    columns = fillColumns(columns.rest, count, flow.room() - figureGap);
  }
}

function abreast(columns: readonly (readonly Box[])[], width: number): Box {
  const placed = columns.map((boxes, i) => ({ x: i * (width + columnGap), boxes }));
  return sideBySide(placed, figureGap);
}

/** The pile's colour and name: the section's heading on its first sheet, said again on the others. */
function eyebrowBox(
  setting: Setting,
  { colour, place }: PaperBlock,
  width: number,
  opening: { readonly heading: Heading; readonly within: Tag } | undefined,
  words = place,
): Box {
  const tag: Tag | undefined = opening && { is: "H2", within: opening.within };
  const phrases = [{ words: opening?.heading.words ?? words }];
  const lines = setText(setting, { phrases, style: type.label, width, indent: 14, tag });
  return {
    height: heightOf(lines),
    before: 0,
    keep: false,
    paint(draft, x, y) {
      const rect = { x, y: y + type.label.leading / 2 - 4, w: 8, h: 8 };
      const fill = colour ? pileColours[colour] : colours.line;
      draft.add({ is: "shape", tag: undefined, rect, radius: 2, fill });
      if (opening) draft.bookmark(shortened(opening.heading.words, bookmarkLength), 1, y);
      paintStack(lines, draft, x, y);
    },
  };
}

/** The paper's name, and which of its pages this is at the other edge. */
function nameBoxes(
  setting: Setting,
  { heading }: PaperBlock,
  { label }: PageBlock,
  {
    sect,
    width,
    isFirst,
  }: { readonly sect: Tag; readonly width: number; readonly isFirst: boolean },
): Box[] {
  const phrases = [{ words: heading.words }];
  const tag: Tag | undefined = isFirst ? { is: "H3", within: sect } : undefined;
  const style = type.heading;
  return setText(setting, { phrases, style, width: width * 0.7, tag, before: 2 }).map((box, i) =>
    i > 0
      ? box
      : {
          ...box,
          paint(draft, x, y) {
            if (isFirst) {
              draft.bookmark(shortened(heading.words, bookmarkLength), 2, y);
              if (heading.anchor !== undefined) draft.anchor(heading.anchor, y);
            }
            box.paint(draft, x, y);
            if (label === "") return;
            const baseline = y + baselineIn(setting, style);
            const at = { x: x + width, baseline, align: "end" } as const;
            const says: Tag = { is: "P", within: sect };
            draft.add(lineMark(setting, label, type.soft, { ...at, tag: says }));
          },
        },
  );
}

function citedBoxes(setting: Setting, { citedBy }: PageBlock, sect: Tag, width: number): Box[] {
  const phrases = joinedBy(citedBy, "  ·  ");
  const tag: Tag = { is: "P", within: sect };
  return setText(setting, { phrases, style: type.soft, width, tag, before: 2 });
}

function tagBoxes(
  setting: Setting,
  tags: TagLine | undefined,
  { within, width, indent = 0 }: { within: Tag; width: number; indent?: number },
): Box[] {
  if (!tags) return [];
  const phrases = [{ words: tags.words }];
  return setText(setting, {
    phrases,
    style: type.soft,
    width,
    indent,
    tag: { is: "P", within },
    before: 2,
  });
}

/** What is said about the numbered regions, in their order. */
function regionBoxes(
  setting: Setting,
  regions: readonly RegionMark[],
  { within, width }: { readonly within: Tag; readonly width: number },
): Box[] {
  const list: Tag = { is: "L", within, numbering: "Decimal" };
  return regions.flatMap(({ number, stance, notes, tags, citedBy }) => {
    if (number === undefined) return [];
    const item: Tag = { is: "LI", within: list };
    const body: Tag = { is: "LBody", within: item };
    const lines = [
      ...notes.flatMap((note) =>
        noteBoxes(setting, note, { within: body, width, indent: badgeIndent, under: 3 }),
      ),
      ...tagBoxes(setting, tags, { within: body, width, indent: badgeIndent }),
      ...citedBy.flatMap((phrase) =>
        setText(setting, {
          phrases: [phrase],
          style: type.soft,
          width,
          indent: badgeIndent,
          tag: { is: "P", within: body },
          before: 2,
        }),
      ),
    ];
    // Whatever is said about a region stays together, unless it is a long text.
    const together = heightOf(lines) <= mostTogether;
    const entry = lines.map((line, i) =>
      together && i < lines.length - 1 ? { ...line, keep: true } : line,
    );
    return withBefore(entry, 10).map(
      (box, i): Box =>
        i > 0
          ? box
          : {
              ...box,
              paint(draft, x, y) {
                const label: Tag = { is: "Lbl", within: item };
                const at = { x: x + 8, y: y + box.height / 2, ring: false };
                paintBadge(setting, { number, stance }, at, label, draft);
                box.paint(draft, x, y);
              },
            },
    );
  });
}
