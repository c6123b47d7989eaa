/** Which of the deletions in an update are new, and under which roots they change something. */
import { type Changes, Clocks, containerOf, gone, type LaneIndex, rootOf } from "./lane-index.ts";
import { Ranges } from "./ranges.ts";
import { refuse } from "./refused.ts";
import type { Resolved } from "./resolve.ts";
import type { Scan } from "./scan.ts";

interface Rules {
  /** Whether deletions of unknown clocks are left out rather than refused. */
  readonly trusting: boolean;
  /** Roots under which no deletion is taken. */
  readonly spare?: ReadonlySet<string> | undefined;
}

/** Throws `Refused` where clocks are deleted that neither the lane nor the update holds. */
export function findDeletions(
  index: LaneIndex,
  scan: Scan,
  { changes }: Resolved,
  { trusting, spare }: Rules,
): { readonly fresh: ReadonlyMap<number, Ranges>; readonly roots: ReadonlySet<string> } {
  const fresh = new Map<number, Ranges>();
  const roots = new Set<string>();
  const additions = new Map(changes.additions.map((addition) => [addition.client, addition]));
  for (const [client, ranges] of scan.deletes) {
    const addition = additions.get(client);
    const end = addition?.to ?? index.nextClock(client);
    if (!trusting && ranges.end > end) refuse("not_contiguous");
    const clocks = index.clocksOf(client) ?? none;
    const added = addition?.added ?? none;
    const news = without(without(ranges, clocks.deleted), added.deleted);
    const kept = new Ranges();
    for (let i = 0; i < news.size; i++) {
      const to = Math.min(news.to[i] as number, end);
      for (let at = news.from[i] as number; at < to; ) {
        const here = at < (added.starts[0] ?? end) ? clocks : added;
        const run = here.runAt(at);
        const next = here.starts[run + 1] ?? (here === clocks ? added.starts[0] : undefined) ?? to;
        const root = rootAt(index, changes, here.slots[run] ?? gone);
        if (root === undefined || !spare?.has(root)) {
          kept.append(at, Math.min(next, to));
          if (root !== undefined) roots.add(root);
        }
        at = next;
      }
    }
    if (kept.size > 0) fresh.set(client, kept);
  }
  return { fresh, roots };
}

const none = new Clocks();

/** The name of the root above a slot. */
function rootAt(index: LaneIndex, changes: Changes, slot: number): string | undefined {
  if (slot === gone) return undefined;
  const number = containerOf(slot);
  const { containers, roots } = index;
  const container = containers[number] ?? changes.containers[number - containers.length];
  const root = rootOf(container as number);
  return roots[root] ?? changes.roots[root - roots.length];
}

function without(ranges: Ranges, known: Ranges): Ranges {
  if (known.size === 0) return ranges;
  const rest = new Ranges();
  for (let i = 0; i < ranges.size; i++) {
    known.missing(ranges.from[i] as number, ranges.to[i] as number, rest);
  }
  return rest;
}
