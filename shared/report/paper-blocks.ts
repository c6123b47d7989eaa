/**
 * The papers of a report: each page with its regions, numbered as the eye meets them, their notes in
 * words, and its ink.
 */
import type { PageId, PaperId } from "../base/ids.ts";
import type { BoardView } from "../board/reader.ts";
import type { Page } from "../papers/papers.ts";
import type { Region } from "../papers/regions.ts";
import { anchorOfPage, anchorOfPaper } from "./anchors.ts";
import { codeOf, type Heap } from "./heaps.ts";
import { inkOn } from "./ink-marks.ts";
import { byStance, inReadingOrder, noteLines, said } from "./note-lines.ts";
import { citing, type NumberedNeed } from "./numbered-needs.ts";
import type { PageBlock, PaperBlock, RegionMark } from "./report.ts";
import type { ReportWords } from "./report-words.ts";

export function paperBlock(
  view: BoardView,
  id: PaperId,
  heap: Heap,
  needs: readonly NumberedNeed[],
  words: ReportWords,
): PaperBlock {
  const code = codeOf(view, id);
  const pages = view.pagesOf.get(id) ?? [];
  return {
    is: "paper",
    heading: { is: "heading", level: 3, words: words.paper(code), anchor: anchorOfPaper(id) },
    colour: heap.pile?.colour,
    place: heap.name,
    pages: pages.map((page, i) => ({
      ...pageBlock(view, page, { code, place: heap.name, i, pages: pages.length }, needs, words),
      citedBy:
        i > 0 ? [] : citing(needs, words, (item) => item.paper === id && item.region === undefined),
    })),
  };
}

interface Standing {
  readonly code: string;
  readonly place: string;
  readonly i: number;
  readonly pages: number;
}

function pageBlock(
  view: BoardView,
  page: Page,
  { code, place, i, pages }: Standing,
  needs: readonly NumberedNeed[],
  words: ReportWords,
): Omit<PageBlock, "citedBy"> {
  const regions = regionMarks(view, page.id, needs, words);
  const ink = inkOn(view, page);
  const alt = words.altPage({
    code,
    page: i + 1,
    pages,
    place,
    described: page.alt.trim(),
    regions: regions.map(({ number, notes }) => ({ number, notes: notes.map(said) })),
    penStrokes: ink.filter(({ tool }) => tool === "pen").length,
    highlights: ink.filter(({ tool }) => tool === "highlighter").length,
  });
  return {
    image: { tiers: page.tiers, size: page.size },
    alt,
    anchor: anchorOfPage(page.id),
    label: words.pageOf(i + 1, pages),
    regions,
    ink,
  };
}

/** Numbers go to regions on which something stands: a note with words, or a need. */
function regionMarks(
  view: BoardView,
  page: PageId,
  needs: readonly NumberedNeed[],
  words: ReportWords,
): RegionMark[] {
  let number = 0;
  return inReadingOrder(regionsOn(view, page), ({ rect }) => rect).map((region) => {
    const notes = noteLines(byStance(view.notesOn.get(region.id) ?? []), words);
    const citedBy = citing(needs, words, (item) => item.region === region.id);
    const stands = notes.length + citedBy.length > 0;
    return { rect: region.rect, number: stands ? ++number : undefined, notes, citedBy };
  });
}

function regionsOn(view: BoardView, page: PageId): Region[] {
  return [...view.regions.values()].filter((region) => region.page === page);
}

/** Says of a paper whether it carries a mark, or is cited by a need. */
export function isMarked(view: BoardView, needs: boolean): (paper: PaperId) => boolean {
  const marked = new Set<PaperId | undefined>();
  for (const { page } of view.regions.values()) marked.add(view.pages.get(page)?.paper);
  for (const { page } of view.strokes.values()) if (page) marked.add(view.pages.get(page)?.paper);
  if (needs) {
    for (const evidence of view.evidenceOf.values()) {
      for (const { paper } of evidence) marked.add(paper);
    }
  }
  return (paper) => marked.has(paper);
}
