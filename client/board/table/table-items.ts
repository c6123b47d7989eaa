/**
 * The board's view as items of the scene: a card for each paper and each free note.
 *
 * Pure but for its memory: an item whose parts did not change keeps its content's identity, so that the
 * scene and the cards have nothing to do for it.
 */
import type { NoteId, PaperId } from "../../../shared/base/ids.ts";
import { type Layout, layoutBoard } from "../../../shared/board/layout.ts";
import { marksByPaper } from "../../../shared/board/marks.ts";
import type { Note } from "../../../shared/board/notes.ts";
import type { BoardView } from "../../../shared/board/reader.ts";
import type { Rect, Size } from "../../../shared/geometry/rect.ts";
import type { Page } from "../../../shared/papers/papers.ts";
import type { Pile } from "../../../shared/sorting/piles.ts";
import type { SceneItem } from "../../canvas/scene.ts";

export interface PaperContent {
  readonly is: "paper";
  readonly code: string;
  readonly pages: readonly Page[];
  /** Of the open pages, where each lies on the card. */
  readonly openPages: readonly Rect[];
  /** Undefined = unsorted. */
  readonly pile: Pile | undefined;
  readonly notices: number;
  readonly wonders: number;
  readonly selected: boolean;
  /** Whether Tab stops here. */
  readonly current: boolean;
}

export interface NoteContent {
  readonly is: "note";
  readonly note: Note;
  readonly selected: boolean;
  readonly current: boolean;
  readonly writing: boolean;
}

export type CardContent = PaperContent | NoteContent;

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
export type TableItem = PaperItem | NoteItem;

export interface InHand {
  readonly selection: ReadonlySet<string>;
  readonly current: string | undefined;
  readonly writing: NoteId | undefined;
}

const layers = { paper: 1, note: 10 } as const;

export interface TableItems {
  /** Bottom first; papers in the order they lie. */
  items(
    view: BoardView,
    inHand: InHand,
    noteSizes: ReadonlyMap<string, Size>,
  ): readonly TableItem[];
  /** The same layout until a paper, a page or a pile changes. */
  layout(view: BoardView): Layout;
}

export function createTableItems(): TableItems {
  const contents = new Map<string, CardContent>();
  const layout = lastResult(
    (view: BoardView) => [view.sorted, view.pagesOf, view.piles],
    layoutBoard,
  );
  const marks = lastResult(
    (view: BoardView) => [view.regions, view.notesOn, view.pagesOf],
    marksByPaper,
  );

  function keep<T extends CardContent>(id: string, fresh: T): T {
    const known = contents.get(id);
    if (known && isSame(known, fresh)) return known as T;
    contents.set(id, fresh);
    return fresh;
  }

  function paperItem(view: BoardView, id: PaperId, pile: Pile | undefined, inHand: InHand) {
    const rect = layout(view).papers.get(id);
    const paper = view.papers.get(id);
    const pages = view.pagesOf.get(id);
    if (!rect || !paper || !pages) return [];
    const notes = (marks(view).get(id) ?? []).flatMap((mark) => mark.notes);
    const content = keep<PaperContent>(id, {
      is: "paper",
      code: paper.code,
      pages,
      openPages: pages.flatMap((page) => {
        const open = layout(view).pages.get(page.id);
        return open ? [{ ...open, x: open.x - rect.x, y: open.y - rect.y }] : [];
      }),
      pile,
      notices: notes.filter(({ stance }) => stance === "notice").length,
      wonders: notes.filter(({ stance }) => stance === "wonder").length,
      selected: inHand.selection.has(id),
      current: inHand.current === id,
    });
    return [{ id, kind: "paper", rect, layer: layers.paper, content } as const];
  }

  return {
    layout,
    items(view, inHand, noteSizes) {
      const papers: PaperItem[] = [
        ...view.sorted.unsorted.flatMap((id) => paperItem(view, id, undefined, inHand)),
        ...view.piles.flatMap((pile) =>
          (view.sorted.piles.get(pile.id) ?? []).flatMap((id) => paperItem(view, id, pile, inHand)),
        ),
      ];
      const notes: NoteItem[] = [];
      for (const note of view.notes.values()) {
        if (note.region !== undefined) continue;
        const { id, pos, size } = note;
        const content = keep<NoteContent>(id, {
          is: "note",
          note,
          selected: inHand.selection.has(id),
          current: inHand.current === id,
          writing: inHand.writing === id,
        });
        const rect = { ...pos, ...(noteSizes.get(id) ?? size) };
        notes.push({ id, kind: "note", rect, layer: layers.note, content });
      }
      return [...papers, ...notes];
    },
  };
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

function isSame(a: CardContent, b: CardContent): boolean {
  const keys = Object.keys(b) as (keyof typeof b)[];
  return keys.every((key) =>
    key === ("openPages" as string)
      ? isSameRects((a as PaperContent).openPages, (b as PaperContent).openPages)
      : a[key] === b[key],
  );
}

function isSameRects(a: readonly Rect[] | undefined, b: readonly Rect[]): boolean {
  return (
    a?.length === b.length &&
    b.every((rect, i) => {
      const other = a[i];
      return other?.x === rect.x && other.y === rect.y && other.w === rect.w && other.h === rect.h;
    })
  );
}
