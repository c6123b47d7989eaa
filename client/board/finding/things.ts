/**
 * Everything on a board that has words or a name, in the order in which people would read it: the piles
 * from left to right, each with its papers and their marks; notes and shapes from top to bottom, those in a
 * frame behind it; the needs.
 *
 * Pure. Whoever adds a kind of thing with words adds it here, and where it is gone to in go-to.ts; then
 * find, palette and outline have it.
 */
import type { NeedId, PaperId, ShapeId } from "../../../shared/base/ids.ts";
import type { Need } from "../../../shared/board/needs.ts";
import { saidOf } from "../../../shared/board/next-steps.ts";
import type { Note } from "../../../shared/board/notes.ts";
import type { BoardView } from "../../../shared/board/reader.ts";
import { hasWords, type Shape } from "../../../shared/board/shapes.ts";
import type { Paper } from "../../../shared/papers/papers.ts";
import type { Region } from "../../../shared/papers/regions.ts";
import type { Pile } from "../../../shared/sorting/piles.ts";
import { papersIn } from "../../list/acts.ts";
import { listThings } from "../../list/things.ts";
import { finding } from "../../words/en/finding.ts";
import { words } from "../../words/words.ts";

export interface Thing {
  readonly kind: "pile" | "paper" | "mark" | "note" | "shape" | "need";
  readonly id: string;
  /** What is searched: its words, or what it is called. */
  readonly words: string;
  /**
   * What else is searched: of a paper, its tags, and what is written on it, as far as somebody typed it out;
   * of a need, what could meet it and its next steps.
   */
  readonly written?: string;
  /** What kind of thing it is and where it lies, as people say it. */
  readonly where: string;
}

export function thingsOn(view: BoardView): readonly Thing[] {
  const marks = marksOf(view);
  const heaps = [undefined, ...view.piles].flatMap((pile) => [
    ...(pile ? [pileThing(pile)] : []),
    ...papersIn(view, pile?.id).flatMap((id) => {
      const paper = view.papers.get(id);
      if (!paper) return [];
      return [
        paperThing(paper, pile, writtenOn(view, id)),
        ...(marks.get(id) ?? []).map((mark) => markThing(view, mark, paper)),
      ];
    }),
  ]);
  const listed = listThings(view);
  const free = (frame: ShapeId | undefined): readonly Thing[] =>
    listed.in(frame).flatMap((thing) => {
      if (thing.kind === "note") return said(noteThing(thing.note));
      return [...said(shapeThing(thing.shape)), ...free(thing.shape.id)];
    });
  return [...heaps, ...free(undefined), ...view.needs.map((need) => needThing(view, need))];
}

/** A thing without words is nothing to be found by them. */
const said = (thing: Thing): readonly Thing[] => (thing.words.trim() === "" ? [] : [thing]);

const say = finding;

const pileThing = (pile: Pile): Thing => ({
  kind: "pile",
  id: pile.id,
  words: [words.board.pileName(pile), pile.criterion].filter(Boolean).join(": "),
  where: say.kinds.pile,
});

const paperThing = (paper: Paper, pile: Pile | undefined, written: string): Thing => ({
  kind: "paper",
  id: paper.id,
  words: paper.code,
  written: [...paper.tags, written].join("\n"),
  where: [
    say.paperIn(pile ? words.board.pileName(pile) : words.board.unsorted),
    ...paper.tags,
  ].join(" · "),
});

/** Of a page that is covered nothing is said either. */
const writtenOn = (view: BoardView, paper: PaperId): string =>
  (view.pagesOf.get(paper) ?? [])
    .flatMap(({ covered, transcript }) => (covered || transcript === "" ? [] : transcript))
    .join("\n");

const markThing = (view: BoardView, region: Region, paper: Paper): Thing => ({
  kind: "mark",
  id: region.id,
  words: (view.notesOn.get(region.id) ?? []).map(({ words: said }) => said).join("\n"),
  written: region.tags.join("\n"),
  where: [say.markOn(paper.code), ...region.tags].join(" · "),
});

const noteThing = (note: Note): Thing => ({
  kind: "note",
  id: note.id,
  words: note.words,
  where: say.kinds.note,
});

const shapeThing = (shape: Shape): Thing => ({
  kind: "shape",
  id: shape.id,
  words: hasWords(shape) ? shape.words : shape.name,
  where: words.shapes.kinds[shape.kind],
});

const needThing = (view: BoardView, need: Need): Thing => {
  const pile = view.piles.find(({ id }) => id === need.pile);
  return {
    kind: "need",
    id: need.id,
    words: need.words,
    written: saidUnder(view, need.id),
    where: pile ? say.needOf(words.board.pileName(pile)) : say.kinds.need,
  };
};

function saidUnder({ resourcesOf, stepsOf }: BoardView, need: NeedId): string {
  const resources = (resourcesOf.get(need) ?? []).map((one) => one.words);
  const steps = (stepsOf.get(need) ?? []).flatMap(saidOf);
  return [...resources, ...steps].join("\n");
}

/** Marks of each paper, from page to page and from top to bottom. */
function marksOf(view: BoardView): ReadonlyMap<string, readonly Region[]> {
  const byPaper = new Map<string, Region[]>();
  for (const region of view.regions.values()) {
    const page = view.pages.get(region.page);
    if (!page) continue;
    const some = byPaper.get(page.paper);
    if (some) some.push(region);
    else byPaper.set(page.paper, [region]);
  }
  const pageOrder = ({ page }: Region): string => view.pages.get(page)?.order ?? "";
  for (const some of byPaper.values()) {
    some.sort((a, b) => {
      const [p, q] = [pageOrder(a), pageOrder(b)];
      return p === q ? a.rect.y - b.rect.y : p < q ? -1 : 1;
    });
  }
  return byPaper;
}
