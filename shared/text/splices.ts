/**
 * What changed between two states of the same letters, as the fewest and smallest replacements that keep
 * a colleague's letters, and where places go when others have changed the text meanwhile. Pure.
 * test/property/text-splices.test.ts holds it to rebuilding `after` and to losing nobody's letters.
 */

/** At `at` of the letters before, `removed` of them make way for `inserted`. */
export interface Splice {
  readonly at: number;
  readonly removed: number;
  /** The stretch of the letters after: from, to. */
  readonly from: number;
  readonly to: number;
}

/** Letters, with signs that are equal only if what they stand for is. */
export interface Letters {
  readonly letters: string;
  /** By place: what a sign of that place stands for. Compared as strings. */
  readonly signs: ReadonlyMap<number, string>;
}

/**
 * From `before` to `after`: none, one or two replacements, in order. `caret` is where the caret stands in
 * `after`: among equal letters the change is pinned in front of it.
 */
export function splicesBetween(before: Letters, after: Letters, caret?: number): Splice[] {
  const a = before.letters;
  const b = after.letters;
  const most = Math.min(a.length, b.length);
  const same = (i: number, j: number): boolean => {
    if (a.charCodeAt(i) !== b.charCodeAt(j)) return false;
    return before.signs.get(i) === after.signs.get(j);
  };
  const start = (limit: number): number => {
    let length = 0;
    while (length < limit && same(length, length)) length++;
    return length;
  };
  const end = (limit: number): number => {
    let length = 0;
    while (length < limit && same(a.length - 1 - length, b.length - 1 - length)) length++;
    return length;
  };
  // An equal last letter stays the last: the newline that ends a text is never put in front of others.
  const last = most > 0 && same(a.length - 1, b.length - 1) ? 1 : 0;
  const longest = start(most - last);
  if (longest + last === a.length && a.length === b.length) return [];
  const least = a.length - longest - end(most - longest);
  // What lies behind the caret is old text: there the suffix ends, where that does not remove more.
  let suffix = end(Math.min(most, Math.max(last, b.length - (caret ?? 0))));
  let prefix = Math.min(longest, most - suffix);
  if (caret === undefined || a.length - prefix - suffix > least) {
    prefix = longest;
    suffix = end(most - longest);
  }
  // A pair of surrogates is one letter: Yjs writes a replacement character for half of one.
  if (isHalfAt(a, prefix) || isHalfAt(b, prefix)) prefix--;
  if (isHalfAt(a, a.length - suffix) || isHalfAt(b, b.length - suffix)) suffix--;
  return keeping(a, b, {
    at: prefix,
    removed: a.length - suffix - prefix,
    from: prefix,
    to: b.length - suffix,
  });
}

/**
 * Parts a replacement in two where one stretch of letters stays between them: marks taken from both ends
 * of a word, a stretch that two others change places around.
 */
function keeping(a: string, b: string, whole: Splice): Splice[] {
  const { at, removed, from, to } = whole;
  if (removed === 0 || to === from) return [whole];
  const old = a.slice(at, at + removed);
  const fresh = b.slice(from, to);
  const kept = stayed(old, fresh);
  // Signs are kept only where prefix and suffix found them: two may look alike and be another.
  if (!kept || /\ufffc/.test(old.slice(kept.old, kept.old + kept.length))) return [whole];
  const parts: Splice[] = [
    { at, removed: kept.old, from, to: from + kept.fresh },
    {
      at: at + kept.old + kept.length,
      removed: removed - kept.old - kept.length,
      from: from + kept.fresh + kept.length,
      to,
    },
  ];
  return parts.filter((part) => part.removed > 0 || part.to > part.from);
}

interface Kept {
  readonly old: number;
  readonly fresh: number;
  readonly length: number;
}

function stayed(old: string, fresh: string): Kept | undefined {
  const inOld = old.indexOf(fresh);
  if (inOld >= 0) return sound(old, fresh, { old: inOld, fresh: 0, length: fresh.length });
  const inFresh = fresh.indexOf(old);
  if (inFresh >= 0) return sound(old, fresh, { old: 0, fresh: inFresh, length: old.length });
  const tail = overlap(old, fresh);
  const head = overlap(fresh, old);
  const length = Math.max(tail, head);
  // One equal letter is chance.
  if (length < 2) return undefined;
  return sound(
    old,
    fresh,
    tail >= head
      ? { old: old.length - tail, fresh: 0, length }
      : { old: 0, fresh: fresh.length - head, length },
  );
}

/** Undefined where the stretch would begin or end within a pair of surrogates. */
function sound(old: string, fresh: string, kept: Kept): Kept | undefined {
  const isBroken =
    isHalfAt(old, kept.old) ||
    isHalfAt(old, kept.old + kept.length) ||
    isHalfAt(fresh, kept.fresh) ||
    isHalfAt(fresh, kept.fresh + kept.length);
  return isBroken ? undefined : kept;
}

const mostOverlap = 4_000;

/** How many letters at the end of `a` are the beginning of `b`. */
function overlap(a: string, b: string): number {
  for (let length = Math.min(a.length, b.length, mostOverlap); length > 0; length--) {
    if (a.endsWith(b.slice(0, length))) return length;
  }
  return 0;
}

const isHalfAt = (letters: string, at: number): boolean =>
  at > 0 &&
  (letters.charCodeAt(at) & 0xfc00) === 0xdc00 &&
  (letters.charCodeAt(at - 1) & 0xfc00) === 0xd800;

/** One step of a Yjs text event's delta. */
export interface DeltaStep {
  readonly insert?: unknown;
  readonly delete?: number | undefined;
  readonly retain?: number | undefined;
}
export type Delta = readonly DeltaStep[];

/** Where place `at` lies after `delta`. What is put in exactly there comes behind it. */
export function movedBy(at: number, delta: Delta): number {
  let old = 0;
  let moved = at;
  for (const step of delta) {
    if (step.retain !== undefined) {
      old += step.retain;
    } else if (step.delete !== undefined) {
      moved -= Math.min(step.delete, Math.max(0, at - old));
      old += step.delete;
    } else if (old < at) {
      moved += lengthOf(step.insert);
    }
    if (old > at) break;
  }
  return moved;
}

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What is left of a stretch after `delta`: without what was put into it, parted around that. */
export function stretchesAfter({ from, to }: Stretch, delta: Delta): Stretch[] {
  const left: Stretch[] = [];
  let old = 0;
  let now = 0;
  const keep = (length: number): void => {
    const start = Math.max(from, old);
    const end = Math.min(to, old + length);
    if (end > start) left.push({ from: now + start - old, to: now + end - old });
    old += length;
    now += length;
  };
  for (const step of delta) {
    if (step.retain !== undefined) keep(step.retain);
    else if (step.delete !== undefined) old += step.delete;
    else now += lengthOf(step.insert);
  }
  keep(Number.MAX_SAFE_INTEGER - old);
  return left;
}

const lengthOf = (insert: unknown): number => (typeof insert === "string" ? insert.length : 1);
