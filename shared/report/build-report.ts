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
import { standingOf } from "../board/standing.ts";
import { suppressed } from "../sorting/movement.ts";
import { anchorOfPaper } from "./anchors.ts";
import { type Heap, heapsOf } from "./heaps.ts";
import { type EarlierBoard, movedBlocks } from "./moved-blocks.ts";
import { needBlocks } from "./need-blocks.ts";
import { inReadingOrder, noteLines, plainParagraph } from "./note-lines.ts";
import { numberNeeds } from "./numbered-needs.ts";
import { isMarked, paperBlock } from "./paper-blocks.ts";
import type { Block, NoteLine, PileSummary, Report, Section } from "./report.ts";
import type { ReportWords } from "./report-words.ts";
import { type QuestionedNotes, talkBlocks } from "./talk-blocks.ts";
import { codeOf, createTelling, type Telling } from "./telling.ts";

export interface ReportOptions {
  readonly words: ReportWords;
  /** The day the report is made, said in words; whoever calls knows the clock. */
  readonly date: string;
  readonly needs: boolean;
  /** `marked` = papers that carry a mark or are evidence of a need. */
  readonly papers: "all" | "marked" | "none";
  /** Where the earlier papers are of which it says what moved; by default on this board, where there are any. */
  readonly moved?: "none" | EarlierBoard | undefined;
  /** Notes on papers, how many of them were questioned and changed; said of the board. */
  readonly questioned?: QuestionedNotes | undefined;
  /** Counts of 1 to 4, and those from which they could be found, are not told: for readers outside the team. */
  readonly holdsBack?: boolean | undefined;
}

export function buildReport(view: BoardView, options: ReportOptions): Report {
  const { words } = options;
  const title = view.meta.title.trim() || words.untitled;
  const heaps = heapsOf(view, words);
  const shownHeaps = chosenHeaps(view, heaps, options);
  const needs = options.needs ? numberNeeds(view) : [];
  const shown = new Set(shownHeaps.flatMap(({ papers }) => papers));
  const telling = createTelling({
    view,
    words,
    needs,
    shown,
    holdsBack: options.holdsBack ?? false,
  });
  const sections: Section[] = [
    {
      is: "front",
      blocks: [
        ...frontBlocks(telling, title, heaps, options.date),
        ...(options.papers === "none" && !options.needs ? [] : coveredBlocks(telling)),
      ],
    },
    { is: "talk", blocks: talkBlocks(telling, heaps, options.questioned) },
    { is: "needs", blocks: needBlocks(telling) },
    {
      is: "moved",
      blocks: options.moved === "none" ? [] : movedBlocks(telling, options.moved),
    },
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
    const counts = [heaps.map(({ papers }) => papers.length)];
    const told = telling.holdsBack ? suppressed(counts) : counts;
    const piles = heaps.map((heap, i) => summaryOf(telling, heap, told[0]?.[i]));
    blocks.push({ is: "heading", level: 2, words: words.pilesHeading }, { is: "piles", piles });
  }
  return blocks;
}

function coveredBlocks({ view, words }: Telling): Block[] {
  const count = [...view.pages.values()].filter(({ covered }) => covered).length;
  if (count === 0) return [];
  return [{ is: "paragraph", tone: "soft", phrases: [{ words: words.coveredPages(count) }] }];
}

/** `count` undefined: it is held back, and with it which papers they are. */
function summaryOf(
  telling: Telling,
  { pile, name, papers }: Heap,
  count: number | undefined,
): PileSummary {
  return {
    name,
    colour: pile?.colour,
    count: count ?? 0,
    counted: count === undefined ? telling.words.notTold : telling.words.papers(count),
    criterion: pile?.criterion.trim() ?? "",
    codes: (count === undefined ? [] : papers).map((id) => ({
      words: codeOf(telling, id),
      ...(telling.shown.has(id) ? { to: anchorOfPaper(id) } : {}),
    })),
  };
}

function tableBlocks({ view, words }: Telling): Block[] {
  const free = [...view.notes.values()].filter((note) => note.region === undefined);
  const items = inReadingOrder(free, ({ pos }) => pos).flatMap((note) =>
    noteLines([note], words).map((line): NoteLine => {
      const codes = standingOf(view, note.id).papers.map((paper) => codeOf({ view }, paper));
      if (note.stance !== "interpretation" || codes.length === 0) return line;
      const on = plainParagraph([{ words: words.standsOn(codes) }]);
      return { ...line, written: [...line.written, on] };
    }),
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
