/**
 * Whether a record, or a letter within it, was written or deleted by some updates: what a person is shown
 * of work that was not saved.
 *
 * Reads the updates by their ids alone, without applying them; the document must hold them already. What
 * somebody else has overwritten since counts all the same.
 */
import * as Y from "yjs";

type SharedType = Pick<Y.AbstractType<never>, "_map" | "_start">;

/** `updates` are Yjs updates, v1. Throws on what is none. */
export function createWrittenIn(updates: readonly Uint8Array[]): (type: SharedType) => boolean {
  const within = idsOf(updates);
  return (type) => holds(type, within);
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
