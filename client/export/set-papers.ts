/**
 * The papers: a sheet for each page, as large as the notes beneath it allow.
 *
 * The notes stand in two columns under the page; where they are too many, the page keeps its least size
 * and they go on overleaf.
 */
import type { Heading, PageBlock, PaperBlock, RegionMark } from "../../shared/report/report.ts";
import { type Box, type Flow, fillColumns, heightOf, sideBySide, withBefore } from "./boxes.ts";
import { figureBox, paintBadge, ratioOf } from "./figures.ts";
import { shortened } from "./lines.ts";
import { colours, pileColours, type } from "./look.ts";
import { noteBoxes } from "./set-words.ts";
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
  place: PapersPlace,
): void {
  const sect: Tag = { is: "Sect", within: place.within };
  paper.pages.forEach((page, i) => {
    flow.newSheet();
    const heading = i === 0 ? place.heading : undefined;
    flow.place(
      headBoxes(setting, flow.width, { paper, page, first: i === 0 }, { sect, ...place, heading }),
    );
    placePage(setting, flow, page, sect, place.imageMissing);
  });
}

function placePage(
  setting: Setting,
  flow: Flow,
  page: PageBlock,
  sect: Tag,
  imageMissing: string,
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
    columns = fillColumns(columns.rest, count, flow.height);
  }
}

function abreast(columns: readonly (readonly Box[])[], width: number): Box {
  const placed = columns.map((boxes, i) => ({ x: i * (width + columnGap), boxes }));
  return sideBySide(placed, figureGap);
}

function headBoxes(
  setting: Setting,
  width: number,
  { paper, page, first }: { paper: PaperBlock; page: PageBlock; first: boolean },
  { sect, within, heading }: { sect: Tag; within: Tag; heading: Heading | undefined },
): Box[] {
  const label: Tag = { is: "P", within: sect };
  const eyebrow = heading
    ? setText(setting, {
        phrases: [{ words: heading.words }],
        style: type.label,
        width,
        indent: 14,
        tag: { is: "H2", within },
      })
    : setText(setting, {
        phrases: [{ words: paper.place }],
        style: type.label,
        width,
        indent: 14,
        tag: undefined,
      });
  const colour = paper.colour ? pileColours[paper.colour] : colours.line;
  const name = setText(setting, {
    phrases: [{ words: paper.heading.words }],
    style: type.heading,
    width: width * 0.7,
    tag: first ? { is: "H3", within: sect } : undefined,
    before: 2,
  });
  const cited = setText(setting, {
    phrases: page.citedBy.flatMap((phrase, i) => (i > 0 ? [{ words: "  ·  " }, phrase] : [phrase])),
    style: type.soft,
    width,
    tag: label,
    before: 2,
  });
  return [...eyebrow, ...name, ...cited].map((box, i) => ({
    ...box,
    paint(draft, x, y) {
      if (i === 0) {
        const rect = { x, y: y + box.height / 2 - 4, w: 8, h: 8 };
        draft.add({ is: "shape", tag: undefined, rect, radius: 2, fill: colour });
        if (heading) draft.bookmark(shortened(heading.words, 90), 1, y);
      }
      if (i === eyebrow.length) {
        if (first) {
          draft.bookmark(shortened(paper.heading.words, 90), 2, y);
          if (paper.heading.anchor !== undefined) draft.anchor(paper.heading.anchor, y);
        }
      }
      box.paint(draft, x, y);
      if (i === eyebrow.length && page.label !== "") {
        const baseline = y + baselineIn(setting, { ...type.heading });
        const at = { x: x + width, baseline, tag: label, align: "end" as const };
        draft.add(lineMark(setting, page.label, type.soft, at));
      }
    },
  }));
}

/** What is said about the numbered regions, in their order. */
function regionBoxes(
  setting: Setting,
  regions: readonly RegionMark[],
  { within, width }: { readonly within: Tag; readonly width: number },
): Box[] {
  const list: Tag = { is: "L", within };
  return regions.flatMap(({ number, stance, notes, citedBy }) => {
    if (number === undefined) return [];
    const item: Tag = { is: "LI", within: list };
    const body: Tag = { is: "LBody", within: item };
    const lines = [
      ...notes.flatMap((note) =>
        noteBoxes(setting, note, { within: body, width, indent: badgeIndent }),
      ),
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
