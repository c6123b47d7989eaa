/**
 * A report onto sheets: the order of sections, and the foot of every sheet.
 *
 * Owns the walk through the report; how each kind of block looks is in the set-*.ts files. Pure but for
 * `faces`, which remembers what it could not set.
 */
import { unreachable } from "../../shared/base/assert.ts";
import type { Anchor, Heading, Report, Section } from "../../shared/report/report.ts";
import { createFlow, type Flow } from "./boxes.ts";
import type { Faces } from "./faces.ts";
import { shortened } from "./lines.ts";
import { footerBaseline, margins, type Paper, sheetSizes, type } from "./look.ts";
import { placeNeed } from "./set-needs.ts";
import { placePaper } from "./set-papers.ts";
import { pileBoxes } from "./set-piles.ts";
import { headingBoxes, listBoxes, paragraphBoxes } from "./set-words.ts";
import type { Mark, Tag, Typeset } from "./sheets.ts";
import { lineMark, type Setting } from "./text-boxes.ts";

export function typeset(report: Report, paper: Paper, faces: Faces): Typeset {
  const sheetSize = sheetSizes[paper];
  const { checkStates } = report;
  const setting: Setting = { faces, anchors: anchorsOf(report), checkStates };
  const flow = createFlow({
    x: margins.left,
    y: margins.top,
    w: sheetSize.w - margins.left - margins.right,
    h: sheetSize.h - margins.top - margins.bottom,
  });
  const root: Tag = { is: "Document", within: undefined };
  for (const section of report.sections) placeSection(setting, flow, section, report, root);
  const laid = flow.finish();
  const sheets = laid.sheets.map((sheet, i) => ({
    ...sheet,
    marks: [
      ...sheet.marks,
      ...footMarks(setting, report.title, i + 1, laid.sheets.length, sheetSize),
    ],
  }));
  return { sheetSize, sheets, contents: laid.entries };
}

/** All texts of a report, to know which fonts it needs. */
export function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  // The points of the ink are most of a report, and hold no words.
  return Object.entries(value).flatMap(([key, part]) => (key === "ink" ? [] : textsOf(part)));
}

/** Whether anything in a report slants: then it needs the fonts for that. */
export function hasItalics(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(([key, part]) => {
    if (key === "marks") return String(part).includes("i");
    return (key === "type" && part === "q") || (key !== "ink" && hasItalics(part));
  });
}

function placeSection(
  setting: Setting,
  flow: Flow,
  section: Section,
  { imageMissing }: Report,
  root: Tag,
): void {
  const within: Tag = { is: "Sect", within: root };
  const place = { within, width: flow.width };
  let opening: Heading | undefined;
  for (const block of section.blocks) {
    switch (block.is) {
      case "heading":
        // The first paper's sheet says it, above the paper's name.
        if (section.is === "papers") opening = block;
        else flow.place(headingBoxes(setting, block, place));
        break;
      case "paragraph":
        flow.place(paragraphBoxes(setting, block, place));
        break;
      case "list":
        flow.place(listBoxes(setting, block, place));
        break;
      case "piles":
        flow.place(pileBoxes(setting, block, { ...place, most: flow.height * 0.5 }));
        break;
      case "need":
        placeNeed(setting, flow, block, { within, imageMissing });
        break;
      case "paper":
        placePaper(setting, flow, block, { within, imageMissing, heading: opening });
        opening = undefined;
        break;
      default:
        unreachable(block);
    }
  }
}

/** Every place of the report that a link may lead to. */
function anchorsOf(report: Report): ReadonlySet<Anchor> {
  const anchors = new Set<Anchor | undefined>();
  for (const block of report.sections.flatMap(({ blocks }) => blocks)) {
    if (block.is === "need" || block.is === "paper") anchors.add(block.heading.anchor);
    if (block.is === "paper") for (const page of block.pages) anchors.add(page.anchor);
  }
  anchors.delete(undefined);
  return anchors as ReadonlySet<Anchor>;
}

/** The title and the number of the sheet, for those who hold it in their hands. */
function footMarks(
  setting: Setting,
  title: string,
  number: number,
  of: number,
  { w, h }: { readonly w: number; readonly h: number },
): Mark[] {
  const baseline = h - footerBaseline;
  return [
    lineMark(setting, shortened(title, 80), type.footer, {
      x: margins.left,
      baseline,
      tag: undefined,
    }),
    lineMark(setting, `${number} / ${of}`, type.footer, {
      x: w - margins.right,
      baseline,
      tag: undefined,
      align: "end",
    }),
  ];
}
