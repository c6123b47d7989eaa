/**
 * What lies on top of what. A Y.Map iterates in another order in every browser and after every reload,
 * so things that may overlap carry a fractional key each.
 */
import * as Y from "yjs";
import { type Record, recordsOf } from "../records/records.ts";
import { isOrderKey, orderBetween } from "../sorting/piles.ts";

interface Top {
  key: string | undefined;
}

/** The highest key of each root, for as long as its document lives: a look at 6,000 records takes 4 ms. */
const tops = new WeakMap<Y.Map<Record>, Top>();

/** Roots whose things lie among each other on the table: notes and shapes share one stack. */
const amongEachOther: readonly string[] = ["notes", "shapes"];

/** A key above every record that lies among those of the root, dead ones included: they may come back. */
export function orderOnTop(doc: Y.Doc, root: string): string {
  const roots = amongEachOther.includes(root) ? amongEachOther : [root];
  const keys = roots.flatMap((one) => topOf(doc, one).key ?? []);
  return orderBetween(keys.toSorted().at(-1), undefined);
}

function topOf(doc: Y.Doc, root: string): Top {
  const records = recordsOf(doc, root);
  const known = tops.get(records);
  if (known) return known;
  const top = watchTop(records);
  tops.set(records, top);
  return top;
}

function watchTop(records: Y.Map<Record>): Top {
  const top: Top = { key: undefined };
  function see(record: unknown): void {
    const order = record instanceof Y.Map ? record.get("order") : undefined;
    if (typeof order !== "string" || (top.key !== undefined && order <= top.key)) return;
    if (isOrderKey(order)) top.key = order;
  }
  records.forEach(see);
  records.observeDeep((events) => {
    for (const event of events) {
      if (event.target === records)
        for (const id of event.changes.keys.keys()) see(records.get(id));
      else if (event.path.length === 1) see(event.target);
    }
  });
  return top;
}
