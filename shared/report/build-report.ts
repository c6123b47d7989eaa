/**
 * Makes the report of a board: what the team looked at, what the papers show us they need, and the
 * papers with their marks.
 *
 * Owns what is in a report and in which order; knows no fonts, no sheets and no language. Empty things
 * vanish: a section without content is not there. No member's name enters a report.
 * test/unit/report-build.test.ts and test/property/report-marks.test.ts hold it to that.
 */
import type { BoardView } from "../board/reader.ts";
import { anchorOfPaper } from "./anchors.ts";
import { type Heap, heapsOf } from "./heaps.ts";
import { needBlocks } from "./need-blocks.ts";
import { inReadingOrder, noteLines } from "./note-lines.ts";
import { type NumberedNeed, numberNeeds } from "./numbered-needs.ts";
import { isMarked, paperBlock } from "./paper-blocks.ts";
import type { Block, PileSummary, Report, Section } from "./report.ts";
import type { ReportWords } from "./report-words.ts";

export interface ReportOptions {
  readonly words: ReportWords;
  /** The day the report is made, said in words; whoever calls knows the clock. */
  readonly date: string;
  readonly needs: boolean;
  /** `marked` = papers that carry a mark or are evidence of a need. */
  readonly papers: "all" | "marked" | "none";
}

export function buildReport(view: BoardView, options: ReportOptions): Report {
  const { words } = options;
  const title = view.meta.title.trim() || words.untitled;
  const heaps = heapsOf(view, words);
  const needs = options.needs ? numberNeeds(view) : [];
  const shown = options.papers === "none" ? [] : shownPapers(view, heaps, options);
  const shownIds = new Set(shown.flatMap(({ papers }) => papers));
  const sections: Section[] = [
    { is: "front", blocks: frontBlocks(view, title, heaps, shownIds, options) },
    { is: "needs", blocks: needBlocks(view, needs, shownIds, words) },
    { is: "table", blocks: tableBlocks(view, words) },
    ...shown.map((heap) => papersSection(view, heap, needs, words)),
  ];
  return {
    title,
    language: words.language,
    imageMissing: words.imageMissing,
    sections: sections.filter(({ blocks }) => blocks.length > 0),
  };
}

function frontBlocks(
  view: BoardView,
  title: string,
  heaps: readonly Heap[],
  shown: ReadonlySet<string>,
  { words, date }: ReportOptions,
): Block[] {
  const question = view.meta.question.trim();
  const blocks: Block[] = [
    { is: "heading", level: 1, words: title },
    { is: "paragraph", tone: "soft", phrases: [{ words: date }] },
  ];
  if (question !== "") {
    const phrases = [{ words: question }];
    blocks.push({ is: "paragraph", tone: "lead", label: words.question, phrases });
  }
  if (heaps.length > 0) {
    const piles = heaps.map((heap) => summaryOf(view, heap, shown, words));
    blocks.push({ is: "heading", level: 2, words: words.pilesHeading }, { is: "piles", piles });
  }
  return blocks;
}

function summaryOf(
  view: BoardView,
  heap: Heap,
  shown: ReadonlySet<string>,
  words: ReportWords,
): PileSummary {
  return {
    name: heap.name,
    colour: heap.pile?.colour,
    count: heap.papers.length,
    counted: words.papers(heap.papers.length),
    criterion: heap.pile?.criterion.trim() ?? "",
    codes: heap.papers.map((id) => ({
      words: view.papers.get(id)?.code ?? "",
      ...(shown.has(id) ? { to: anchorOfPaper(id) } : {}),
    })),
  };
}

function tableBlocks(view: BoardView, words: ReportWords): Block[] {
  const free = [...view.notes.values()].filter((note) => note.region === undefined);
  const items = noteLines(
    inReadingOrder(free, ({ pos }) => pos),
    words,
  );
  if (items.length === 0) return [];
  return [
    { is: "heading", level: 2, words: words.tableHeading },
    { is: "list", items },
  ];
}

function papersSection(
  view: BoardView,
  heap: Heap,
  needs: readonly NumberedNeed[],
  words: ReportWords,
): Section {
  return {
    is: "papers",
    blocks: [
      { is: "heading", level: 2, words: words.papersHeading(heap.name) },
      ...heap.papers.map((id) => paperBlock(view, id, heap, needs, words)),
    ],
  };
}

/** The piles with those of their papers that the report shows; piles left with none are left out. */
function shownPapers(view: BoardView, heaps: readonly Heap[], options: ReportOptions): Heap[] {
  if (options.papers === "all") return [...heaps];
  const marked = isMarked(view, options.needs);
  return heaps
    .map((heap) => ({ ...heap, papers: heap.papers.filter(marked) }))
    .filter(({ papers }) => papers.length > 0);
}
