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
  return readDelta(value instanceof Y.Text ? value.toDelta() : []).blocks;
}

export interface Reading {
  readonly blocks: readonly Block[];
  /** Whether the last block has its newline, as every sound text has. */
  readonly isClosed: boolean;
}

/** Reads the delta of a `Y.Text`. */
export function readDelta(delta: unknown): Reading {
  const blocks: Block[] = [];
  let runs: Run[] = [];
  for (const { insert, attributes } of delta as readonly Insertion[]) {
    const look = readLook(attributes);
    if (typeof insert !== "string") {
      runs.push(readEmbed(insert, look));
      continue;
    }
    const lines = insert.split("\n");
    lines.forEach((line, i) => {
      readLine(line, look, runs);
      if (i === lines.length - 1) return;
      blocks.push({ ...readBlockLook(attributes), runs });
      runs = [];
    });
  }
  const isClosed = runs.length === 0 && blocks.length > 0;
  if (!isClosed) blocks.push({ ...paragraph, runs });
  return { blocks, isClosed };
}

interface Insertion {
  readonly insert: unknown;
  readonly attributes?: Attributes;
}
interface Attributes {
  readonly [key: string]: unknown;
}

function readLook(attributes: Attributes | undefined): Look {
  if (!attributes) return plainLook;
  let on = "";
  for (const mark of marks) if (attributes[mark] === true) on += mark;
  const link = checkedUrl(attributes["a"]);
  return on === "" && link === undefined ? plainLook : { marks: on, link };
}

function readBlockLook(attributes: Attributes | undefined): BlockLook {
  const type = blockTypes.find((known) => known === attributes?.["t"]) ?? "p";
  if (!isList(type)) return type === "p" ? paragraph : { type, depth: 0, checked: false };
  const depth = attributes?.["d"];
  return {
    type,
    depth: Number.isInteger(depth) ? Math.min(mostDepth, Math.max(0, depth as number)) : 0,
    checked: type === "cl" && attributes?.["k"] === true,
  };
}

export const isList = (type: BlockType): boolean => type === "ul" || type === "ol" || type === "cl";

function readLine(line: string, look: Look, runs: Run[]): void {
  line.split(lineBreak).forEach((text, i) => {
    if (i > 0) runs.push({ kind: "break", marks: "", link: look.link });
    if (text !== "") pushText(runs, whole(text), look);
  });
}

/** Adds letters to the runs of a block: to the last run where that looks alike. */
export function pushText(runs: Run[], text: string, { marks, link }: Look): void {
  const last = runs.at(-1);
  if (last?.kind === "text" && last.marks === marks && last.link === link) {
    runs[runs.length - 1] = { ...last, text: last.text + text };
  } else {
    runs.push({ kind: "text", text, marks, link });
  }
}

/** The same letters, each half of a pair that stands alone replaced by the sign for an unknown one. */
export function whole(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\ufffd");
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
