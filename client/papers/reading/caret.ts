/**
 * Where a caret goes when somebody else edits the same words, and how words composed meanwhile (an
 * input method at work) are brought together with theirs. Pure; no field, no document.
 * test/property/caret.test.ts holds it to losing nobody's letters.
 */

/** One step of a Yjs text event's delta. */
export interface DeltaStep {
  readonly insert?: unknown;
  readonly delete?: number | undefined;
  readonly retain?: number | undefined;
}
export type Delta = readonly DeltaStep[];

/**
 * Where position `at` lies after `delta`. Words put in exactly at the position come behind it, or in
 * front of it with `behind`: the end of a stretch that somebody replaces.
 */
export function movedBy(at: number, delta: Delta, behind = false): number {
  let old = 0;
  let moved = at;
  for (const step of delta) {
    if (step.retain !== undefined) {
      old += step.retain;
    } else if (step.delete !== undefined) {
      moved -= Math.min(step.delete, Math.max(0, at - old));
      old += step.delete;
    } else if (old < at || (behind && old === at)) {
      moved += typeof step.insert === "string" ? step.insert.length : 1;
    }
    if (old > at) break;
  }
  return moved;
}

/** A stretch of words replaced by others. */
export interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly words: string;
}

/** The smallest replacement that turns `before` into `after`; among equal letters pinned at `caret` in `after`. */
export function replacementOf(before: string, after: string, caret: number): Replacement {
  const most = Math.min(before.length, after.length);
  const suffixMost = Math.min(most, Math.max(0, after.length - caret));
  let suffix = 0;
  while (
    suffix < suffixMost &&
    before[before.length - 1 - suffix] === after[after.length - 1 - suffix]
  ) {
    suffix++;
  }
  let prefix = 0;
  while (prefix < most - suffix && before[prefix] === after[prefix]) prefix++;
  return {
    from: prefix,
    to: before.length - suffix,
    words: after.slice(prefix, after.length - suffix),
  };
}

export interface Merged {
  readonly words: string;
  readonly caret: number;
}

/**
 * Brings the field's words into a document that moved on meanwhile. `shown` is what both last agreed
 * on, `value` and `caret` the field, `current` the document now, `deltas` what led from `shown` to it.
 */
export function mergedWords(
  shown: string,
  value: string,
  caret: number,
  current: string,
  deltas: readonly Delta[],
): Merged {
  const own = replacementOf(shown, value, caret);
  let from = own.from;
  let to = own.to;
  for (const delta of deltas) {
    from = movedBy(from, delta);
    to = movedBy(to, delta);
  }
  to = Math.max(from, to);
  return {
    words: current.slice(0, from) + own.words + current.slice(to),
    caret: from + own.words.length,
  };
}
