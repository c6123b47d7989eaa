/**
 * What became of each thing since somebody was here, however often and by however many it was changed:
 * one line a thing. What came and went meanwhile is not told of. test/unit/board-summed-changes.test.ts.
 */
import type { BoardChange } from "../../../shared/protocol/api.ts";

export interface SummedChange extends Omit<BoardChange, "by"> {
  /** Who did it, latest first. */
  readonly by: readonly string[];
}

/** `changes` newest first, as the server tells them; so are those returned. */
export function summedChanges(changes: readonly BoardChange[]): readonly SummedChange[] {
  const byThing = new Map<string, [BoardChange, ...BoardChange[]]>();
  for (const one of changes) {
    const key = `${one.kind} ${one.id}`;
    const known = byThing.get(key);
    if (known) known.push(one);
    else byThing.set(key, [one]);
  }
  return [...byThing.values()].flatMap((all): readonly SummedChange[] => {
    const [latest] = all;
    const isNew = all.some(({ how }) => how === "added");
    const isGone = latest.how === "removed";
    if (isNew && isGone) return [];
    const how = isGone ? "removed" : isNew ? "added" : "changed";
    return [{ ...latest, how, by: [...new Set(all.map(({ by }) => by))] }];
  });
}
