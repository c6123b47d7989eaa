/**
 * What a row of the list is: each kind with what it shows and does, how a row is named, and when two rows say the same.
 *
 * Owns the vocabulary alone; the rows themselves are grown by tree.ts, need-rows.ts and thread-rows.ts.
 */
import type {
  EvidenceId,
  MemberId,
  NeedId,
  NoteId,
  PageId,
  PaperId,
  PileId,
  RegionId,
  ShapeId,
  StrokeId,
  ThreadId,
} from "../../shared/base/ids.ts";
import type { Stance } from "../../shared/board/notes.ts";
import type { ShapeKind } from "../../shared/board/shapes.ts";
import type { Page } from "../../shared/papers/papers.ts";
import type { Pile } from "../../shared/sorting/piles.ts";
import type { Block } from "../../shared/text/blocks.ts";

/** One row's name in the tree, the same for as long as the thing lives, wherever it moves. */
export type RowKey = string;

interface Place {
  readonly key: RowKey;
  readonly parent: RowKey | undefined;
  /** 1 for the session. */
  readonly level: number;
  /** 1..setSize among the rows of its parent. */
  readonly position: number;
  readonly setSize: number;
  /** Undefined for a row that has nothing below it. */
  readonly expanded: boolean | undefined;
}

export interface SessionRow extends Place {
  readonly kind: "session";
  readonly title: string;
  readonly question: string;
}
export interface PileRow extends Place {
  readonly kind: "pile";
  /** Undefined for the unsorted. */
  readonly pile: Pile | undefined;
  readonly count: number;
  /** The key that sends papers here: 0 for the unsorted, 1..9 for the first nine piles. */
  readonly digit: number | undefined;
}
export interface PaperRow extends Place {
  readonly kind: "paper";
  readonly paper: PaperId;
  readonly code: string;
  readonly pile: PileId | undefined;
  readonly pages: number;
  /** Notices, wonders and marked regions without words. */
  readonly marks: number;
  readonly strokes: number;
  /** Read differently, and not settled. */
  readonly between: boolean;
  /** Why the team left it in this pile, after they had read it differently; "" where nothing was said. */
  readonly reason: string;
  /** The team's words on it; "" where there are none. */
  readonly tags: string;
  /** Open threads of talk about it, its marks and their notes; put there by thread-rows.ts. */
  readonly threads?: number;
  /** Its first page. */
  readonly first: Page | undefined;
}
/** A marked region: one row for each note on it, or one for the region while it has none. */
export interface MarkRow extends Place {
  readonly kind: "mark";
  readonly paper: PaperId;
  readonly region: RegionId;
  readonly page: PageId;
  /** 1 for the first page of its paper. */
  readonly pageNumber: number;
  readonly pages: number;
  /** Its number on the paper, as drawn there. */
  readonly index: number;
  readonly note: NoteId | undefined;
  readonly stance: Stance | undefined;
  /** Of a wonder: as a question it is closed. */
  readonly closed: boolean;
  readonly words: string;
  /** The same words with their look. */
  readonly blocks: readonly Block[];
  readonly by: MemberId;
  /** How many needs cite the region. */
  readonly cited: number;
  /** Of the region, said once where several notes stand on it. */
  readonly tags: string;
}
/** All the ink on one paper, or free on the table (`paper` undefined). */
export interface InkRow extends Place {
  readonly kind: "ink";
  readonly paper: PaperId | undefined;
  readonly strokes: readonly StrokeId[];
}
export interface TableRow extends Place {
  readonly kind: "table";
  readonly count: number;
}
/** A note free on the table. */
export interface NoteRow extends Place {
  readonly kind: "note";
  readonly note: NoteId;
  readonly stance: Stance;
  /** Of a wonder: as a question it is closed. */
  readonly closed: boolean;
  readonly words: string;
  /** The same words with their look. */
  readonly blocks: readonly Block[];
  readonly by: MemberId;
  /** The codes of the papers it stands on; "" where there are none. */
  readonly standsOn: string;
}
/** A shape on the table; a frame has what it owns below it. */
export interface ShapeRow extends Place {
  readonly kind: "shape";
  readonly shape: ShapeId;
  readonly shapeKind: ShapeKind;
  /** What it says; what a frame or an image is called. */
  readonly words: string;
  /** What it says, with its look. */
  readonly blocks: readonly Block[];
  /** What a line joins, in their own words; undefined for an end that is free, and for all else. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** How many things a frame owns. */
  readonly count: number;
  readonly by: MemberId;
}
/** An open thread of talk about the thing above it: see thread-rows.ts. */
export interface ThreadRow extends Place {
  readonly kind: "thread";
  readonly thread: ThreadId;
  /** The words it begins with. */
  readonly words: string;
  readonly by: MemberId;
  /** How many answers there are. */
  readonly replies: number;
}
/** All needs of the board, in the order of the piles they were seen in. */
export interface NeedsRow extends Place {
  readonly kind: "needs";
  readonly count: number;
}
export interface NeedRow extends Place {
  readonly kind: "need";
  readonly need: NeedId;
  readonly words: string;
  /** The same words with their look. */
  readonly blocks: readonly Block[];
  /** The pile it was seen in; undefined for the whole board. */
  readonly pile: Pile | undefined;
  /** How many papers it stands on. */
  readonly papers: number;
  readonly hunch: boolean;
  /** How many things that could meet it are put to it, and how many next steps there are. */
  readonly resources: number;
  readonly steps: number;
}
/** What a need stands on: a marked region, or a whole paper. */
export interface EvidenceRow extends Place {
  readonly kind: "evidence";
  readonly evidence: EvidenceId;
  readonly need: NeedId;
  readonly paper: PaperId;
  readonly code: string;
  readonly region: RegionId | undefined;
  /** 1 for the first page of its paper, for a region; undefined where the paper has one page only. */
  readonly pageNumber: number | undefined;
  /** What was written on the region. */
  readonly words: string;
}
export type Row =
  | SessionRow
  | PileRow
  | PaperRow
  | MarkRow
  | InkRow
  | TableRow
  | NoteRow
  | ShapeRow
  | NeedsRow
  | NeedRow
  | EvidenceRow
  | ThreadRow;

export const sessionKey: RowKey = "session";
export const unsortedKey: RowKey = "unsorted";
export const tableKey: RowKey = "table";
export const needsKey: RowKey = "needs";
export const pileKey = (pile: PileId | undefined): RowKey =>
  pile === undefined ? unsortedKey : `pile:${pile}`;
export const paperKey = (paper: PaperId): RowKey => `paper:${paper}`;
export const noteKey = (note: NoteId): RowKey => `note:${note}`;
export const shapeKey = (shape: ShapeId): RowKey => `shape:${shape}`;
export const regionKey = (region: RegionId): RowKey => `region:${region}`;
export const needKey = (need: NeedId): RowKey => `need:${need}`;
export const inkKey = (paper: PaperId | undefined): RowKey => `ink:${paper ?? ""}`;

/** Papers and needs start folded, everything above them open; `toggled` holds the rows that are the other way. */
export function isExpanded(key: RowKey, toggled: ReadonlySet<RowKey>): boolean {
  return toggled.has(key) === /^(paper|need):/.test(key);
}

/** Where a row is to stand. */
export type Spot = Pick<Place, "level" | "position" | "setSize"> & { readonly parent: RowKey };

/** Rows are flat but for `pile`, `first`, `blocks` and `strokes`, which keep their identity while unchanged. */
export function sameRow(a: Row, b: Row): boolean {
  const after: { readonly [name: string]: unknown } = { ...b };
  const before = Object.entries(a);
  return (
    before.length === Object.keys(after).length &&
    before.every(([name, value]) => Object.is(value, after[name]))
  );
}
