/**
 * The board's view as items of the scene: a card for each paper and each free note.
 *
 * Pure but for its memory: says only what came, changed or went, so that a thing among thousands costs
 * what it costs alone. A new kind of card is one more source in `edit`.
 */
import type { NoteId, PaperId, PileId, ShapeId } from "../../../shared/base/ids.ts";
import { type Layout, layoutBoard } from "../../../shared/board/layout.ts";
import { marksByPaper } from "../../../shared/board/marks.ts";
import type { Note } from "../../../shared/board/notes.ts";
import type { BoardView } from "../../../shared/board/reader.ts";
import type { Point, Rect, Size } from "../../../shared/geometry/rect.ts";
import { boundsOf } from "../../../shared/geometry/turned.ts";
import type { DrawnPage } from "../../../shared/geometry/turned-page.ts";
import { columnsOnCards } from "../../../shared/numbers/columns.ts";
import type { Page } from "../../../shared/papers/papers.ts";
import type { Pile } from "../../../shared/sorting/piles.ts";
import type { SceneEdit, SceneItem } from "../../canvas/scene.ts";
import { numbersInFull, numbersOnCard } from "../../numbers/on-cards.ts";
import { openAbout, type TalkCounts } from "../../talk/talk-hands.ts";
import type { Held } from "../../tools/handles.ts";
import type { ShapeItem } from "../shapes/shape-items.ts";

export interface PaperContent {
  readonly is: "paper";
  readonly code: string;
  readonly pages: readonly Page[];
  /** Of the open pages, where each lies on the card. */
  readonly openPages: readonly DrawnPage[];
  /** Undefined = unsorted. */
  readonly pile: Pile | undefined;
  readonly notices: number;
  readonly wonders: number;
  readonly interpretations: number;
  /** Whether it lies over or under others. */
  readonly overlaps: boolean;
  /** Open threads about it and its marks. */
  readonly threads: number;
  /** Its place among those read differently and not settled, 1 the first; 0 = it is none of them. */
  readonly between: number;
  /** What tables say of it: as much as the card has room for, and in full. */
  readonly drawnNumbers: string;
  readonly numbers: string;
  /** Its tags, joined; "" where it has none. */
  readonly tags: string;
  /** Not among those that this person wants to see now. */
  readonly dimmed: boolean;
  readonly selected: boolean;
  /** Whether Tab stops here. */
  readonly current: boolean;
}

export interface NoteContent {
  readonly is: "note";
  /** As it lies now: under a pulled handle, or as the document has it. */
  readonly note: Note;
  /** Before it is turned, as large as its words made it. Board units. */
  readonly box: Rect;
  /** Open threads about it. */
  readonly threads: number;
  readonly selected: boolean;
  readonly current: boolean;
  readonly writing: boolean;
}

export interface PaperItem extends SceneItem {
  readonly id: PaperId;
  readonly kind: "paper";
  readonly content: PaperContent;
}
export interface NoteItem extends SceneItem {
  readonly id: NoteId;
  readonly kind: "note";
  readonly content: NoteContent;
}
export type TableItem = PaperItem | NoteItem | ShapeItem;

export interface InHand {
  /** How things lie while a handle is pulled. */
  readonly reshaped?: ReadonlyMap<string, Held> | undefined;
  readonly selection: ReadonlySet<string>;
  readonly current: string | undefined;
  readonly writing: NoteId | ShapeId | undefined;
  /** The fan or stack that is spread for this person. */
  readonly laidOut?: PileId | undefined;
  /** Open threads about each thing. */
  readonly threads?: TalkCounts;
  /** All other papers are dimmed. */
  readonly bright?: ReadonlySet<PaperId> | undefined;
}

/**
 * Papers of a fan or stack lie over each other by their depth; one that is in hand lies over them. Frames
 * lie under all else, papers too, so that what is in one is seen; notes and other shapes share a layer.
 */
export const layers = { frame: 0, paper: 1, raisedPaper: 1000, note: 2000 } as const;

const none: TalkCounts = new Map();

export interface TableItems {
  /** What came, changed and went since the last call. */
  edit(view: BoardView, inHand: InHand): SceneEdit<TableItem>;
  /** A note's card is so large, whatever the document says; whether that is news. */
  grew(note: NoteId, size: Size): boolean;
  /** The same layout until a paper, a page or a pile changes. */
  layout(view: BoardView, laidOut: PileId | undefined): Layout;
}

/** What a paper's card shows, apart from what is in hand. */
type PaperFacts = Omit<PaperContent, "is" | "overlaps" | "selected" | "current"> & {
  readonly rect: Rect;
  readonly depth: number;
};

interface Laid {
  readonly view: BoardView;
  readonly laidOut: PileId | undefined;
  readonly threads: TalkCounts;
  readonly bright: InHand["bright"];
}

export function createTableItems(): TableItems {
  const noteSizes = new Map<NoteId, Size>();
  const resized = new Set<string>();
  let lastHand: InHand = { selection: new Set(), current: undefined, writing: undefined };
  const layout = lastResult(
    ({ view, laidOut }: Pick<Laid, "view" | "laidOut">) => [
      view.sorted,
      view.pagesOf,
      view.piles,
      laidOut,
    ],
    ({ view, laidOut }) => layoutBoard(view, laidOut),
  );
  const marks = lastResult(
    (view: BoardView) => [view.regions, view.notesOn, view.pagesOf],
    marksByPaper,
  );
  const papers = createSource<PaperId, PaperFacts, PaperItem>(
    (id, { rect, depth, ...facts }, inHand) => {
      const selected = inHand.selection.has(id);
      const current = inHand.current === id;
      const isRaised = depth > 0 && (selected || current);
      return {
        id,
        kind: "paper",
        rect,
        layer: (isRaised ? layers.raisedPaper : layers.paper) + depth,
        order: "",
        content: { is: "paper", ...facts, overlaps: depth > 0, selected, current },
      };
    },
  );
  const notes = createSource<NoteId, Note, NoteItem>((id, kept, inHand) => {
    if (kept.region !== undefined) return undefined;
    const note = asPulled(kept, inHand.reshaped);
    const grown = noteSizes.get(id);
    // Measured at another width it says nothing of this one.
    const size = grown && Math.abs(grown.w - note.size.w) < 1 ? grown : note.size;
    const box = { ...note.pos, ...size };
    return {
      id,
      kind: "note",
      rect: boundsOf(box, note.turn),
      layer: layers.note,
      order: note.order,
      content: {
        is: "note",
        note,
        box,
        threads: openAbout(inHand.threads ?? none, [id]),
        selected: inHand.selection.has(id),
        current: inHand.current === id,
        writing: inHand.writing === id,
      },
    };
  });

  function factsOf(
    { view, threads, bright }: Laid,
    { papers: rects, pages: openOn, depths }: Layout,
    id: PaperId,
    pile: Pile | undefined,
  ): PaperFacts | undefined {
    const rect = rects.get(id);
    const paper = view.papers.get(id);
    const pages = view.pagesOf.get(id);
    if (!rect || !paper || !pages) return undefined;
    const marked = marks(view).get(id) ?? [];
    const on = marked.flatMap((mark) => mark.notes);
    const shown = columnsOnCards(view.columns);
    const about = [id, ...marked.map(({ region }) => region.id), ...on.map((note) => note.id)];
    return {
      rect,
      depth: depths.get(id) ?? 0,
      code: paper.code,
      pages,
      openPages: pages.flatMap((page) => {
        const open = openOn.get(page.id);
        return open ? [{ ...open, x: open.x - rect.x, y: open.y - rect.y }] : [];
      }),
      pile,
      notices: on.filter(({ stance }) => stance === "notice").length,
      wonders: on.filter(({ stance }) => stance === "wonder").length,
      interpretations: on.filter(({ stance }) => stance === "interpretation").length,
      threads: openAbout(threads, about),
      between: 1 + (view.between?.indexOf(id) ?? -1),
      drawnNumbers: numbersOnCard(shown, id, rect.w, paper.code),
      numbers: numbersInFull(shown, id),
      tags: paper.tags.join(" · "),
      dimmed: bright !== undefined && !bright.has(id),
    };
  }

  let lastFacts: ReadonlyMap<PaperId, PaperFacts> = new Map();
  const paperFacts = lastResult(
    (laid: Laid) => [
      laid.view.papers,
      laid.view.columns,
      laid.view.between,
      layout(laid),
      marks(laid.view),
      laid.threads,
      laid.bright,
    ],
    (laid) => {
      const { view } = laid;
      const facts = new Map<PaperId, PaperFacts>();
      const add = (pile: Pile | undefined) => (id: PaperId) => {
        const fresh = factsOf(laid, layout(laid), id, pile);
        const known = lastFacts.get(id);
        if (fresh) facts.set(id, known && isSame(known, fresh) ? known : fresh);
      };
      view.sorted.unsorted.forEach(add(undefined));
      for (const pile of view.piles) view.sorted.piles.get(pile.id)?.forEach(add(pile));
      lastFacts = facts;
      return facts;
    },
  );

  return {
    layout: (view, laidOut) => layout({ view, laidOut }),
    grew(note, size) {
      const known = noteSizes.get(note);
      if (known && known.w === size.w && known.h === size.h) return false;
      noteSizes.set(note, size);
      resized.add(note);
      return true;
    },
    edit(view, inHand) {
      const touched = new Set([...resized, ...between(lastHand, inHand)]);
      lastHand = inHand;
      const { threads = none, bright, laidOut } = inHand;
      resized.clear();
      const edits = [
        papers(paperFacts({ view, laidOut, threads, bright }), inHand, touched),
        notes(view.notes, inHand, touched),
      ];
      return {
        put: edits.flatMap(({ put }): readonly TableItem[] => put),
        gone: edits.flatMap(({ gone }) => gone),
      };
    },
  };
}

/** Items of one kind, one a record: made again where the record changed or is `touched`. */
function createSource<Id extends string, R, Item extends SceneItem>(
  make: (id: Id, record: R, inHand: InHand) => Item | undefined,
) {
  let last: ReadonlyMap<Id, R> = new Map();
  return (
    next: ReadonlyMap<Id, R>,
    inHand: InHand,
    touched: ReadonlySet<string>,
  ): { readonly put: readonly Item[]; readonly gone: readonly string[] } => {
    const put: Item[] = [];
    const gone: string[] = [];
    const remake = (id: Id, record: R): void => {
      const item = make(id, record, inHand);
      if (item) put.push(item);
      else gone.push(id);
    };
    if (next !== last) {
      let kept = 0;
      for (const [id, record] of next) {
        const known = last.get(id);
        if (known !== undefined) kept++;
        if (known !== record) remake(id, record);
      }
      if (kept < last.size) for (const id of last.keys()) if (!next.has(id)) gone.push(id);
    }
    for (const id of touched as ReadonlySet<Id>) {
      const record = next.get(id);
      if (record !== undefined && (next === last || last.get(id) === record)) remake(id, record);
    }
    last = next;
    return { put, gone };
  };
}

/** A thing as it lies while its handle is pulled; itself where it is not. */
export function asPulled<
  T extends { readonly id: string; readonly pos: Point; readonly size: Size },
>(thing: T, reshaped: ReadonlyMap<string, Held> | undefined): T {
  const lies = reshaped?.get(thing.id);
  if (!lies) return thing;
  const { x, y, w, h } = lies.box;
  return { ...thing, pos: { x, y }, size: { w, h }, turn: lies.turn };
}

/** Ids of what is in hand in one of the two and not in the other. */
function between(a: InHand, b: InHand): readonly string[] {
  const ids: (string | undefined)[] = [];
  if (a.selection !== b.selection) {
    for (const id of a.selection) if (!b.selection.has(id)) ids.push(id);
    for (const id of b.selection) if (!a.selection.has(id)) ids.push(id);
  }
  if (a.current !== b.current) ids.push(a.current, b.current);
  if (a.writing !== b.writing) ids.push(a.writing, b.writing);
  if (a.reshaped !== b.reshaped) ids.push(...((a.reshaped ?? b.reshaped)?.keys() ?? []));
  if (a.threads !== b.threads) {
    const counts = [a.threads ?? none, b.threads ?? none] as const;
    const all = counts.flatMap((held) => [...held.keys()]);
    ids.push(...all.filter((id) => counts[0].get(id) !== counts[1].get(id)));
  }
  return ids.flatMap((id) => id ?? []);
}

function lastResult<In, Out>(
  partsOf: (input: In) => readonly unknown[],
  make: (input: In) => Out,
): (input: In) => Out {
  let last: { readonly parts: readonly unknown[]; readonly out: Out } | undefined;
  return (input) => {
    const parts = partsOf(input);
    if (!last || parts.some((part, i) => part !== last?.parts[i])) {
      last = { parts, out: make(input) };
    }
    return last.out;
  };
}

function isSame(a: PaperFacts, b: PaperFacts): boolean {
  return (
    a.code === b.code &&
    a.pages === b.pages &&
    a.pile === b.pile &&
    a.depth === b.depth &&
    a.notices === b.notices &&
    a.wonders === b.wonders &&
    a.interpretations === b.interpretations &&
    a.threads === b.threads &&
    a.between === b.between &&
    a.drawnNumbers === b.drawnNumbers &&
    a.numbers === b.numbers &&
    a.tags === b.tags &&
    a.dimmed === b.dimmed &&
    isSameRects([a.rect, ...a.openPages], [b.rect, ...b.openPages])
  );
}

function isSameRects(a: readonly Rect[], b: readonly Rect[]): boolean {
  return (
    a.length === b.length &&
    b.every((rect, i) => {
      const other = a[i];
      return other?.x === rect.x && other.y === rect.y && other.w === rect.w && other.h === rect.h;
    })
  );
}
