/**
 * Edits of blocks as values: parts taken out and put in, looks changed over a stretch. Pure; places are
 * those of the flat text. What becomes of a document by them is write-blocks.ts.
 * test/unit/text/edit-blocks.test.ts holds them to their words.
 */
import {
  type Block,
  type BlockLook,
  blockLength,
  isList,
  marks,
  mostDepth,
  paragraph,
  pushText,
  type Run,
  runLength,
} from "./blocks.ts";

/** Blocks from `from` to `to`; the last one has no end of its own. */
export function cut(blocks: readonly Block[], from: number, to: number): Block[] {
  const parts: Block[] = [];
  let at = 0;
  for (const block of blocks) {
    const end = at + blockLength(block);
    if (end > from && at <= to) {
      parts.push({ ...block, runs: runsBetween(block.runs, from - at, to - at) });
    }
    at = end;
  }
  return parts.length > 0 ? parts : [{ ...paragraph, runs: [] }];
}

/**
 * The blocks with `inserted` in place of a stretch. The first of `inserted` goes on in the block it comes
 * into, and what stood behind the stretch goes on in the last one; a block that was empty takes the look of
 * the first.
 */
export function spliced(
  blocks: readonly Block[],
  from: number,
  to: number,
  inserted: readonly Block[],
): Block[] {
  const [first, ...others] = inserted;
  const start = at(blocks, from);
  const end = at(blocks, to);
  if (!start || !end || !first) return [...blocks];
  const front = runsBetween(start.block.runs, 0, from - start.from);
  const back = runsBetween(end.block.runs, to - end.from, Number.POSITIVE_INFINITY);
  const isFresh = front.length === 0 && back.length === 0 && start.index === end.index;
  const look = lookOf(isFresh || (front.length === 0 && others.length > 0) ? first : start.block);
  const middle: Block[] = [{ ...look, runs: joined([...front, ...first.runs]) }, ...others];
  const last = middle.at(-1) as Block;
  middle[middle.length - 1] = { ...last, runs: joined([...last.runs, ...back]) };
  return [...blocks.slice(0, start.index), ...middle, ...blocks.slice(end.index + 1)];
}

/** How many places pasted blocks take between what is before and behind them. */
export function lengthWithin(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + blockLength(block), 0) - 1;
}

/** The letters of a stretch with a link, or with none. */
export function linked(
  blocks: readonly Block[],
  from: number,
  to: number,
  link: string | undefined,
): Block[] {
  return restyled(blocks, from, to, (run) => ({ ...run, link }));
}

function restyled(
  blocks: readonly Block[],
  from: number,
  to: number,
  change: (run: Run) => Run,
): Block[] {
  return eachWithin(blocks, from, to, (block, start, end) => ({
    ...block,
    runs: joined([
      ...runsBetween(block.runs, 0, start),
      ...runsBetween(block.runs, start, end).map(change),
      ...runsBetween(block.runs, end, Number.POSITIVE_INFINITY),
    ]),
  }));
}

/** The letters of a stretch with a mark more. */
export function remarked(
  blocks: readonly Block[],
  from: number,
  to: number,
  mark: string,
): Block[] {
  return restyled(blocks, from, to, (run) => ({
    ...run,
    marks: marks.filter((known) => known === mark || run.marks.includes(known)).join(""),
  }));
}

/** The blocks that a stretch touches with another look. */
export function relooked(
  blocks: readonly Block[],
  from: number,
  to: number,
  change: (look: BlockLook) => BlockLook,
): Block[] {
  return eachWithin(blocks, from, to, (block) => ({ ...sane(change(block)), runs: block.runs }));
}

/** One step in or out; a block that is in no list stays. */
export const indented =
  (by: 1 | -1) =>
  (look: BlockLook): BlockLook =>
    isList(look.type)
      ? { ...look, depth: Math.min(mostDepth, Math.max(0, look.depth + by)) }
      : look;

/** The stretch of the link around a place, if it stands in one or at its edge. */
export function linkAround(
  blocks: readonly Block[],
  place: number,
): { readonly from: number; readonly to: number; readonly link: string } | undefined {
  const here = at(blocks, place);
  if (!here) return undefined;
  let start = here.from;
  let found: { from: number; to: number; link: string } | undefined;
  for (const run of here.block.runs) {
    const end = start + runLength(run);
    if (found && found.to === start && run.link === found.link) found.to = end;
    else if (found && place <= found.to) break;
    else found = run.link === undefined ? undefined : { from: start, to: end, link: run.link };
    start = end;
  }
  return found && found.from <= place && place <= found.to ? found : undefined;
}

/** A stretch that ends where a block begins does not touch that block, unless it is nothing but a place. */
const isTouched = (start: number, end: number, from: number, to: number): boolean =>
  end > from && (start < to || start <= from);

/** The blocks that a stretch touches, whole. */
export function touched(blocks: readonly Block[], from: number, to: number): Block[] {
  let at = 0;
  return blocks.filter((block) => {
    const start = at;
    at += blockLength(block);
    return isTouched(start, at, from, to);
  });
}

/** The block that a place stands in. */
export const blockAt = (blocks: readonly Block[], place: number): Block | undefined =>
  at(blocks, place)?.block;

/** Where the block that a place stands in begins. */
export const blockStart = (blocks: readonly Block[], place: number): number =>
  at(blocks, place)?.from ?? 0;

const lookOf = ({ type, depth, checked }: BlockLook): BlockLook => ({ type, depth, checked });

const sane = ({ type, depth, checked }: BlockLook): BlockLook => ({
  type,
  depth: isList(type) ? depth : 0,
  checked: type === "cl" && checked,
});

interface Here {
  readonly block: Block;
  readonly index: number;
  /** Where the block begins. */
  readonly from: number;
}

function at(blocks: readonly Block[], place: number): Here | undefined {
  let from = 0;
  for (const [index, block] of blocks.entries()) {
    const length = blockLength(block);
    if (place < from + length || index === blocks.length - 1) return { block, index, from };
    from += length;
  }
  return undefined;
}

function eachWithin(
  blocks: readonly Block[],
  from: number,
  to: number,
  change: (block: Block, from: number, to: number) => Block,
): Block[] {
  let at = 0;
  return blocks.map((block) => {
    const start = at;
    at += blockLength(block);
    return isTouched(start, at, from, to)
      ? change(block, Math.max(0, from - start), to - start)
      : block;
  });
}

function runsBetween(runs: readonly Run[], from: number, to: number): Run[] {
  const kept: Run[] = [];
  let at = 0;
  for (const run of runs) {
    const end = at + runLength(run);
    const start = Math.max(from, at);
    const stop = Math.min(to, end);
    if (stop > start) {
      kept.push(
        run.kind === "text" ? { ...run, text: run.text.slice(start - at, stop - at) } : run,
      );
    }
    at = end;
  }
  return kept;
}

/** Neighbours that look alike become one run. */
function joined(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  for (const run of runs) {
    if (run.kind === "text") pushText(out, run.text, run);
    else out.push(run);
  }
  return out;
}
