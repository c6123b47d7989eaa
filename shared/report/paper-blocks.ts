/**
 * The papers of a report: each page with its marks, numbered as on the board, their notes in words, and
 * its ink.
 */
import type { PaperId } from "../base/ids.ts";
import type { Mark } from "../board/marks.ts";
import type { BoardView } from "../board/reader.ts";
import type { Page } from "../papers/papers.ts";
import { anchorOfPage, anchorOfPaper } from "./anchors.ts";
import type { Heap } from "./heaps.ts";
import { byStance, noteLines, said } from "./note-lines.ts";
import { citing } from "./numbered-needs.ts";
import type { PageBlock, PaperBlock, RegionMark, TagLine } from "./report.ts";
import { codeOf, type Telling } from "./telling.ts";

export function paperBlock(telling: Telling, id: PaperId, heap: Heap): PaperBlock {
  const code = codeOf(telling, id);
  const pages = telling.view.pagesOf.get(id) ?? [];
  const whole = citing(telling, (item) => item.paper === id && item.region === undefined);
  return {
    is: "paper",
    heading: {
      is: "heading",
      level: 3,
      words: telling.words.paper(code),
      anchor: anchorOfPaper(id),
    },
    colour: heap.pile?.colour,
    place: heap.name,
    tags: tagLine(telling, telling.view.papers.get(id)?.tags),
    pages: pages
      .flatMap((page, i) => {
        if (page.covered) return [];
        const where = { code, place: heap.name, number: i + 1, pages: pages.length };
        return [pageBlock(telling, page, where)];
      })
      .map((block, i) => ({ ...block, citedBy: i === 0 ? whole : [] })),
  };
}

interface Where {
  readonly code: string;
  readonly place: string;
  readonly number: number;
  readonly pages: number;
}

function pageBlock(
  telling: Telling,
  page: Page,
  { code, place, number, pages }: Where,
): Omit<PageBlock, "citedBy"> {
  const { words } = telling;
  const marks = telling.marks.get(page.paper) ?? [];
  const regions = marks
    .filter((mark) => mark.page.id === page.id)
    .map((mark) => regionMark(telling, mark));
  const ink = telling.ink.get(page.id) ?? [];
  const alt = words.altPage({
    code,
    page: number,
    pages,
    place,
    described: page.alt.trim(),
    regions: regions.map((region) => ({
      number: region.number,
      notes: region.notes.map(said(words)),
    })),
    penStrokes: ink.filter(({ tool }) => tool === "pen").length,
    highlights: ink.filter(({ tool }) => tool === "highlighter").length,
  });
  return {
    image: { tiers: page.tiers, size: page.size, turn: page.turn },
    alt,
    anchor: anchorOfPage(page.id),
    label: words.pageOf(number, pages),
    regions,
    ink,
  };
}

const tagLine = ({ words }: Telling, tags: readonly string[] = []): TagLine | undefined =>
  tags.length > 0 ? { words: words.tagged(tags), count: tags.length } : undefined;

/** Without a number where nothing stands on the region: no note with words, no tag and no need. */
function regionMark(telling: Telling, { region, notes, index }: Mark): RegionMark {
  const inOrder = byStance(notes).filter((note) => note.words.trim() !== "");
  const citedBy = citing(telling, (item) => item.region === region.id);
  return {
    rect: region.rect,
    outline: region.outline,
    number: inOrder.length + citedBy.length + region.tags.length > 0 ? index : undefined,
    stance: inOrder[0]?.stance ?? "plain",
    notes: noteLines(inOrder, telling.words),
    tags: tagLine(telling, region.tags),
    citedBy,
  };
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
