/**
 * Makes the report of a board: what the team looked at, what the papers show us they need, and the
 * papers with their marks.
 *
 * Owns what is in a report and in which order; knows no fonts, no sheets and no language. Empty things
 * vanish: a section without content is not there. No member's name enters a report, and nothing of a page
 * that is covered; how many are left out is said.
 * test/unit/report-build.test.ts and test/property/report-marks.test.ts hold it to that.
 */
import type { PaperId } from "../base/ids.ts";
import type { BoardView } from "../board/reader.ts";
import { anchorOfPaper } from "./anchors.ts";
import { type Heap, heapsOf } from "./heaps.ts";
import { needBlocks } from "./need-blocks.ts";
import { inReadingOrder, noteLines } from "./note-lines.ts";
import { numberNeeds } from "./numbered-needs.ts";
import { isMarked, paperBlock } from "./paper-blocks.ts";
import type { Block, PileSummary, Report, Section } from "./report.ts";
import type { ReportWords } from "./report-words.ts";
import { codeOf, createTelling, type Telling } from "./telling.ts";

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
  const shownHeaps = chosenHeaps(view, heaps, options);
  const needs = options.needs ? numberNeeds(view) : [];
  const shown = new Set(shownHeaps.flatMap(({ papers }) => papers));
  const telling = createTelling({ view, words, needs, shown });
  const sections: Section[] = [
    {
      is: "front",
      blocks: [
        ...frontBlocks(telling, title, heaps, options.date),
        ...(options.papers === "none" && !options.needs ? [] : coveredBlocks(telling)),
      ],
    },
    { is: "needs", blocks: needBlocks(telling) },
    { is: "table", blocks: tableBlocks(telling) },
    ...shownHeaps.map((heap) => papersSection(telling, heap)),
  ];
  return {
    title,
    language: words.language,
    imageMissing: words.imageMissing,
    checkStates: words.checkStates,
    sections: sections.filter(({ blocks }) => blocks.length > 0),
  };
}

/** The piles with those of their papers that the report shows; piles left with none are left out. */
function chosenHeaps(
  view: BoardView,
  heaps: readonly Heap[],
  { papers, needs }: ReportOptions,
): Heap[] {
  if (papers === "none") return [];
  const isMeant = papers === "all" ? () => true : isMarked(view, needs);
  const shows = (id: PaperId): boolean =>
    isMeant(id) && (view.pagesOf.get(id) ?? []).some(({ covered }) => !covered);
  return heaps
    .map((heap) => ({ ...heap, papers: heap.papers.filter(shows) }))
    .filter((heap) => heap.papers.length > 0);
}

function frontBlocks(
  telling: Telling,
  title: string,
  heaps: readonly Heap[],
  date: string,
): Block[] {
  const { view, words } = telling;
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
    const piles = heaps.map((heap) => summaryOf(telling, heap));
    blocks.push({ is: "heading", level: 2, words: words.pilesHeading }, { is: "piles", piles });
  }
  return blocks;
}

function coveredBlocks({ view, words }: Telling): Block[] {
  const count = [...view.pages.values()].filter(({ covered }) => covered).length;
  if (count === 0) return [];
  return [{ is: "paragraph", tone: "soft", phrases: [{ words: words.coveredPages(count) }] }];
}

function summaryOf(telling: Telling, { pile, name, papers }: Heap): PileSummary {
  return {
    name,
    colour: pile?.colour,
    count: papers.length,
    counted: telling.words.papers(papers.length),
    criterion: pile?.criterion.trim() ?? "",
    codes: papers.map((id) => ({
      words: codeOf(telling, id),
      ...(telling.shown.has(id) ? { to: anchorOfPaper(id) } : {}),
    })),
  };
}

function tableBlocks({ view, words }: Telling): Block[] {
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

function papersSection(telling: Telling, heap: Heap): Section {
  return {
    is: "papers",
    blocks: [
      { is: "heading", level: 2, words: telling.words.papersHeading(heap.name) },
      ...heap.papers.map((id) => paperBlock(telling, id, heap)),
    ],
  };
}
