/**
 * Which records of a board some updates wrote to: what a person is shown of work that was not saved.
 *
 * Reads the updates by their ids alone, without applying them; the document must hold them already.
 * A record counts as touched when one of its registers, or a letter of its words, was written or deleted
 * by the updates, also where somebody else has overwritten that since.
 */
import * as Y from "yjs";
import { pagesRoot, papersRoot } from "../papers/papers.ts";
import { regionsRoot } from "../papers/regions.ts";
import { pilesRoot } from "../sorting/piles.ts";
import { metaRoot } from "./meta.ts";
import { evidenceRoot, needsRoot } from "./needs.ts";
import { notesRoot } from "./notes.ts";
import { strokesRoot } from "./strokes.ts";

/** The roots whose entries are records, by the kind of thing they hold. */
export const recordRoots = {
  paper: papersRoot,
  page: pagesRoot,
  pile: pilesRoot,
  region: regionsRoot,
  note: notesRoot,
  stroke: strokesRoot,
  need: needsRoot,
  evidence: evidenceRoot,
} as const;
export type RecordKind = keyof typeof recordRoots;

export interface Touched {
  /** Whether the board's own title or question was written. */
  readonly meta: boolean;
  /** Ids, in no order. */
  readonly records: { readonly [kind in RecordKind]: readonly string[] };
}

/** `updates` are Yjs updates, v1. Throws on what is none. */
export function readTouched(doc: Y.Doc, updates: readonly Uint8Array[]): Touched {
  const within = idsOf(updates);
  const of = (root: string): readonly string[] => {
    const touched: string[] = [];
    doc.getMap(root).forEach((record, id) => {
      if (record instanceof Y.AbstractType && holds(record, within)) touched.push(id);
    });
    return touched;
  };
  return {
    meta: holds(doc.getMap(metaRoot), within),
    records: {
      paper: of(papersRoot),
      page: of(pagesRoot),
      pile: of(pilesRoot),
      region: of(regionsRoot),
      note: of(notesRoot),
      stroke: of(strokesRoot),
      need: of(needsRoot),
      evidence: of(evidenceRoot),
    },
  };
}

/** Whether any of the ids from `clock` on, `length` of them, is one of the updates'. */
type Within = (client: number, clock: number, length: number) => boolean;

function idsOf(updates: readonly Uint8Array[]): Within {
  const ranges = new Map<number, { readonly from: number; to: number }[]>();
  const add = (client: number, from: number, length: number): void => {
    const known = ranges.get(client) ?? [];
    const last = known.at(-1);
    // What one page wrote in a row is one range.
    if (last && from >= last.from && from <= last.to) last.to = Math.max(last.to, from + length);
    else known.push({ from, to: from + length });
    ranges.set(client, known);
  };
  for (const update of updates) {
    for (const { id, length } of Y.decodeUpdate(update).structs) add(id.client, id.clock, length);
  }
  for (const update of updates) {
    for (const [client, deleted] of Y.decodeUpdate(update).ds.clients) {
      for (const { clock, len } of deleted) add(client, clock, len);
    }
  }
  return (client, clock, length) =>
    ranges.get(client)?.some(({ from, to }) => clock < to && from < clock + length) ?? false;
}

type SharedType = Pick<Y.AbstractType<never>, "_map" | "_start">;

/** Whether the type, or one inside it, has an item of these ids, the overwritten and deleted included. */
function holds(type: SharedType, within: Within): boolean {
  const chains: (Y.Item | null)[] = [...type._map.values()];
  const isTouched = (item: Y.Item): boolean =>
    within(item.id.client, item.id.clock, item.length) ||
    (item.content instanceof Y.ContentType && holds(item.content.type, within));
  for (let item of chains) for (; item; item = item.left) if (isTouched(item)) return true;
  for (let item = type._start; item; item = item.right) if (isTouched(item)) return true;
  return false;
}
