/**
 * The records of one root as read, kept current: only those that a transaction touched are read again.
 *
 * Owns the memory of what was read, not what it means. A record that reads as before keeps its identity,
 * and a root in which nothing reads differently hands out the same map, so that whatever is derived from
 * it may be remembered by identity. test/property/classroom.test.ts holds it to a fresh reading.
 */
import type * as Y from "yjs";
import { isRecord, type Record, recordsOf, sameValue } from "./records.ts";

export interface RecordCache<Id extends string, T> {
  /** Never changed after it is handed out; in the order of `compare`, or in none that means anything. */
  read(): ReadonlyMap<Id, T>;
  destroy(): void;
}

/** `changed` is called when a transaction touched the root, before anything is read again. */
export function createRecordCache<Id extends string, T extends object>(
  doc: Y.Doc,
  root: string,
  read: (id: Id, record: Record) => T | undefined,
  changed: () => void,
  compare?: (a: T, b: T) => number,
): RecordCache<Id, T> {
  const records = recordsOf(doc, root);
  const stale = new Set<string>(records.keys());
  let all: ReadonlyMap<Id, T> = new Map();
  /** At least as far back as every record read so far, by `compare`. */
  let last: T | undefined;

  function onChange(events: Y.YEvent<Y.AbstractType<unknown>>[]): void {
    for (const event of events) {
      const id = event.path[0];
      if (typeof id === "string") stale.add(id);
      else for (const key of event.changes.keys.keys()) stale.add(key);
    }
    changed();
  }
  records.observeDeep(onChange);

  function reread(): ReadonlyMap<Id, T> {
    let next: Map<Id, T> | undefined;
    let inOrder = true;
    for (const id of stale as Set<Id>) {
      const record = records.get(id);
      const value = isRecord(record) ? read(id, record) : undefined;
      const known = (next ?? all).get(id);
      if (sameValue(known, value)) continue;
      next ??= new Map(all);
      if (value === undefined) {
        next.delete(id);
        continue;
      }
      if (compare) {
        const neighbour = known ?? last;
        const step = neighbour ? compare(neighbour, value) : -1;
        if (known ? step !== 0 : step > 0) inOrder = false;
        if (!known && step <= 0) last = value;
      }
      next.set(id, value);
    }
    stale.clear();
    if (next && compare && !inOrder) {
      next = new Map([...next].toSorted(([, a], [, b]) => compare(a, b)));
      last = [...next.values()].at(-1);
    }
    return next ?? all;
  }

  return {
    read() {
      if (stale.size > 0) all = reread();
      return all;
    },
    destroy: () => records.unobserveDeep(onChange),
  };
}
