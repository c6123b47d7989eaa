/** Moving one thing a place up or down among its own: a need, what could meet one, a next step. */
import { ordersFor, stepped } from "../../shared/sorting/reorder.ts";
import type { Acting } from "./acting.ts";

interface Ordered<Id extends string> {
  readonly id: Id;
  readonly order: string;
}

/** As one act; returns the thing's new place (1 = first), or undefined at an end and for one that is not there. */
export function stepAlong<Id extends string>(
  session: Acting,
  among: readonly Ordered<Id>[],
  id: Id,
  by: -1 | 1,
  move: (id: Id, order: string, origin: unknown) => void,
): number | undefined {
  const moved = new Set<string>([id]);
  const wanted = stepped(among, moved, by);
  const to = wanted.findIndex((one) => one.id === id);
  if (to < 0 || among[to]?.id === id) return undefined;
  session.act((origin) =>
    session.doc.transact(() => {
      for (const [one, order] of ordersFor(wanted, moved)) move(one, order, origin);
    }, origin),
  );
  return to + 1;
}
