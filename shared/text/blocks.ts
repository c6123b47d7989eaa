/**
 * A flat text as blocks and runs: what every view, search and export draws from.
 *
 * Owns the reading, which is total: whatever an older, newer or hostile client wrote, blocks come out
 * that are safe to show. In the `Y.Text` a block ends with a newline that carries `t` (type), `d` (depth)
 * and `k` (checked); letters carry `b i u s c` (marks) and `a` (link); U+2028 is a line break within a
 * block; a mention is an embed of `id` and `label`. How it is written is write-blocks.ts.
 * test/unit/text/blocks.test.ts and test/property/text-blocks.test.ts hold it to that.
 */
import * as Y from "yjs";
import { checkedUrl } from "./links.ts";

/** Paragraph, headings, quotation, bulleted, numbered and check list. */
export const blockTypes = ["p", "h1", "h2", "h3", "q", "ul", "ol", "cl"] as const;
export type BlockType = (typeof blockTypes)[number];

/** Bold, italic, underlined, struck through, code. */
export const marks = ["b", "i", "u", "s", "c"] as const;

interface Look {
  /** Marks in the order of `marks`, such as `"bi"`. */
  readonly marks: string;
  /** A checked url. */
  readonly link: string | undefined;
}
export interface TextRun extends Look {
  readonly kind: "text";
  /** Never empty; no newline, no line break, no lone surrogate. */
  readonly text: string;
}
export interface MentionRun extends Look {
  readonly kind: "mention";
  readonly id: string;
  readonly label: string;
}
export interface BreakRun extends Look {
  readonly kind: "break";
}
/** Something a newer client put there: not shown, kept where it stands. */
export interface UnknownRun extends Look {
  readonly kind: "unknown";
  /** The embed as JSON; undefined where it cannot be written again. */
  readonly json: string | undefined;
}
export type Run = TextRun | MentionRun | BreakRun | UnknownRun;

export interface BlockLook {
  readonly type: BlockType;
  /** 0..mostDepth; other than 0 in lists only. */
  readonly depth: number;
  /** True in check lists only. */
  readonly checked: boolean;
}
export interface Block extends BlockLook {
  /** Neighbours differ in their look. */
  readonly runs: readonly Run[];
}

export const mostDepth = 6;
export const lineBreak = "\u2028";
const mostLabel = 80;

export const plainLook = { marks: "", link: undefined } as const;
export const paragraph: BlockLook = { type: "p", depth: 0, checked: false };

/** The blocks of a text, at least one. What is no text reads as one empty paragraph. */
export function readBlocks(value: unknown): readonly Block[] {
  const blocks: Block[] = [];
  let runs: Run[] = [];
  if (value instanceof Y.Text) {
    // Item by item: `toDelta` costs several times as much, for attributes that nobody looks at.
    const attributes = new Map<string, unknown>();
    for (let item = value._start; item !== null; item = item.right) {
      if (item.deleted) continue;
      const { content } = item;
      if (content instanceof Y.ContentFormat) {
        if (content.value === null) attributes.delete(content.key);
        else attributes.set(content.key, content.value);
      } else if (content instanceof Y.ContentString) {
        runs = readLetters(content.str, attributes, blocks, runs);
      } else if (item.countable) {
        for (const one of content.getContent()) runs.push(readEmbed(one, readLook(attributes)));
      }
    }
  }
  if (runs.length > 0 || blocks.length === 0) blocks.push({ ...paragraph, runs });
  return blocks;
}

/** Whether the last block has its newline, as every sound text has. */
export function isClosed(text: Y.Text): boolean {
  let last: Y.Item | null = null;
  for (let item = text._start; item !== null; item = item.right) {
    if (!item.deleted && item.countable) last = item;
  }
  return last?.content instanceof Y.ContentString && last.content.str.endsWith("\n");
}

type Attributes = ReadonlyMap<string, unknown>;

/** Adds letters to the blocks and to the runs of the one that is open; returns the runs open behind them. */
function readLetters(letters: string, attributes: Attributes, blocks: Block[], open: Run[]): Run[] {
  let runs = open;
  let from = 0;
  for (let end = letters.indexOf("\n"); end >= 0; end = letters.indexOf("\n", from)) {
    if (end > from) readLine(letters.slice(from, end), readLook(attributes), runs);
    blocks.push({ ...readBlockLook(attributes), runs });
    runs = [];
    from = end + 1;
  }
  if (from < letters.length) readLine(letters.slice(from), readLook(attributes), runs);
  return runs;
}

function readLook(attributes: Attributes): Look {
  if (attributes.size === 0) return plainLook;
  let on = "";
  for (const mark of marks) if (attributes.get(mark) === true) on += mark;
  const link = checkedUrl(attributes.get("a"));
  return on === "" && link === undefined ? plainLook : { marks: on, link };
}

function readBlockLook(attributes: Attributes): BlockLook {
  const named = attributes.get("t");
  const type = blockTypes.find((known) => known === named) ?? "p";
  if (!isList(type)) return type === "p" ? paragraph : { type, depth: 0, checked: false };
  const depth = attributes.get("d");
  return {
    type,
    depth: Number.isInteger(depth) ? Math.min(mostDepth, Math.max(0, depth as number)) : 0,
    checked: type === "cl" && attributes.get("k") === true,
  };
}

export const isList = (type: BlockType): boolean => type === "ul" || type === "ol" || type === "cl";

function readLine(line: string, look: Look, runs: Run[]): void {
  if (!line.includes(lineBreak)) return pushText(runs, line, look);
  line.split(lineBreak).forEach((text, i) => {
    if (i > 0) runs.push({ kind: "break", marks: "", link: look.link });
    if (text !== "") pushText(runs, text, look);
  });
}

/** Adds letters to the runs of a block: to the last run where that looks alike. */
export function pushText(runs: Run[], letters: string, { marks, link }: Look): void {
  const text = whole(letters);
  const last = runs.at(-1);
  if (last?.kind === "text" && last.marks === marks && last.link === link) {
    runs[runs.length - 1] = { ...last, text: last.text + text };
  } else {
    runs.push({ kind: "text", text, marks, link });
  }
}

/** The same letters, each half of a pair that stands alone replaced by the sign for an unknown one. */
export function whole(text: string): string {
  return /[\ud800-\udfff]/.test(text) ? text.replace(/\p{Surrogate}/gu, "\ufffd") : text;
}

function readEmbed(value: unknown, look: Look): Run {
  const isPlain = value?.constructor === Object;
  const { id, label } = (isPlain ? value : {}) as { [key: string]: unknown };
  if (typeof id !== "string" || typeof label !== "string" || Object.keys(value ?? {}).length > 2) {
    return { kind: "unknown", json: isPlain ? jsonOf(value) : undefined, ...look };
  }
  const shown = whole(label.slice(0, mostLabel)).replace(/\p{C}|[\u2028\u2029]/gu, " ");
  return { kind: "mention", id: id.slice(0, mostLabel), label: shown, ...look };
}

function jsonOf(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    // Nested too deeply to be of any use.
    return undefined;
  }
}

export function sameBlockLook(a: BlockLook, b: BlockLook): boolean {
  return a.type === b.type && a.depth === b.depth && a.checked === b.checked;
}

export function sameRun(a: Run, b: Run): boolean {
  if (a === b) return true;
  if (a.marks !== b.marks || a.link !== b.link) return false;
  switch (a.kind) {
    case "text":
      return b.kind === "text" && a.text === b.text;
    case "mention":
      return b.kind === "mention" && a.id === b.id && a.label === b.label;
    case "break":
      return b.kind === "break";
    case "unknown":
      return b.kind === "unknown" && a.json === b.json;
  }
}

export function sameBlock(a: Block, b: Block): boolean {
  if (a === b) return true;
  return (
    sameBlockLook(a, b) &&
    a.runs.length === b.runs.length &&
    a.runs.every((run, i) => sameRun(run, b.runs[i] as Run))
  );
}

export function sameBlocks(a: readonly Block[], b: readonly Block[]): boolean {
  return (
    a === b || (a.length === b.length && a.every((block, i) => sameBlock(block, b[i] as Block)))
  );
}

/** How many places a run takes in the `Y.Text`. */
export const runLength = (run: Run): number => (run.kind === "text" ? run.text.length : 1);

/** How many places a block takes in the `Y.Text`, its newline included. */
export function blockLength({ runs }: Block): number {
  let length = 1;
  for (const run of runs) length += runLength(run);
  return length;
}
