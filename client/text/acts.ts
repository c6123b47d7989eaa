/**
 * What a person may do to the words besides typing: structure by blocks, links, mentions, paste. Each is an
 * edit of blocks (shared/text) shown in the editor, so that it needs no page and leaves alone what it
 * does not change. Runs within an update.
 */
import { $createRangeSelection, $getSelection, $isRangeSelection, $setSelection } from "lexical";
import {
  type Block,
  type BlockLook,
  type BlockType,
  isList,
  paragraph,
} from "../../shared/text/blocks.ts";
import * as edit from "../../shared/text/edit-blocks.ts";
import { $placeOf, $pointAt, $readBlocks, type BlockMemory } from "./blocks-of.ts";
import type { Embed } from "./nodes.ts";
import { $showBlocks } from "./show-blocks.ts";

export interface Held {
  readonly blocks: readonly Block[];
  readonly from: number;
  readonly to: number;
}

/** What is selected; undefined while nothing is. */
export function $held(memory: BlockMemory): Held | undefined {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return undefined;
  const anchor = $placeOf(selection.anchor, memory);
  const focus = $placeOf(selection.focus, memory);
  if (anchor === undefined || focus === undefined) return undefined;
  return {
    blocks: $readBlocks(memory),
    from: Math.min(anchor, focus),
    to: Math.max(anchor, focus),
  };
}

export function $select(from: number, to: number, memory: BlockMemory): void {
  const anchor = $pointAt(from, memory);
  const focus = $pointAt(to, memory);
  if (!anchor || !focus) return;
  const selection = $createRangeSelection();
  selection.anchor.set(anchor.key, anchor.offset, anchor.type);
  selection.focus.set(focus.key, focus.offset, focus.type);
  $setSelection(selection);
}

const stay = (place: number): number => place;

function $relook(memory: BlockMemory, change: (look: BlockLook) => BlockLook): boolean {
  const held = $held(memory);
  if (!held) return false;
  $showBlocks(edit.relooked(held.blocks, held.from, held.to, change), memory, stay);
  return true;
}

/** Shows `blocks` instead, the caret at a place of theirs. */
export function $setBlocks(blocks: readonly Block[], place: number, memory: BlockMemory): void {
  $showBlocks(blocks, memory, stay);
  $select(place, place, memory);
}

/** The blocks held become `type`; if all of them are, paragraphs. */
export function $setType(type: BlockType, memory: BlockMemory): boolean {
  const held = $held(memory);
  if (!held) return false;
  const whole = edit.touched(held.blocks, held.from, held.to).every((block) => block.type === type);
  return $relook(memory, (look) =>
    whole ? paragraph : { type, depth: isList(look.type) ? look.depth : 0, checked: false },
  );
}

/** One step in or out; false where nothing held is in a list. */
export function $indent(by: 1 | -1, memory: BlockMemory): boolean {
  const held = $held(memory);
  if (!held) return false;
  if (!edit.touched(held.blocks, held.from, held.to).some(({ type }) => isList(type))) return false;
  return $relook(memory, edit.indented(by));
}

/** Checks or unchecks the block of number `index`. */
export function $toggleCheck(index: number, memory: BlockMemory): void {
  const blocks = $readBlocks(memory).map((block, i) =>
    i === index && block.type === "cl" ? { ...block, checked: !block.checked } : block,
  );
  $showBlocks(blocks, memory, stay);
}

/** Enter in an empty block of a list or quotation ends it; false where Enter means a new block. */
export function $endBlock(memory: BlockMemory): boolean {
  const held = $held(memory);
  if (!held || held.from !== held.to) return false;
  const block = edit.blockAt(held.blocks, held.from);
  if (!block || block.type === "p" || block.runs.length > 0) return false;
  return $relook(memory, (look) => (look.depth > 0 ? edit.indented(-1)(look) : paragraph));
}

/**
 * Takes away what is held if it reaches over several blocks, and says whether it did. Lexical 0.52 throws
 * at some of these: it merges the blocks while its selection still counts on letters that are gone.
 */
export function $removeAcross(memory: BlockMemory): boolean {
  const held = $held(memory);
  if (!held || held.from === held.to) return false;
  if (edit.touched(held.blocks, held.from, held.to + 1).length < 2) return false;
  $replace(held, [{ ...paragraph, runs: [] }], memory);
  return true;
}

/** A link on what is held, or on the link around the caret; `undefined` takes it away. */
export function $setLink(link: string | undefined, memory: BlockMemory): void {
  const held = $held(memory);
  if (!held) return;
  const around = held.from === held.to ? edit.linkAround(held.blocks, held.from) : undefined;
  const { from, to } = around ?? held;
  if (to > from) $showBlocks(edit.linked(held.blocks, from, to, link), memory, stay);
}

/** Puts blocks in place of what is held, the caret behind them. */
export function $insert(inserted: readonly Block[], memory: BlockMemory): void {
  const held = $held(memory);
  if (held) $replace(held, inserted, memory);
}

/** Puts blocks in place of a stretch, the caret behind them. */
export function $replace(held: Held, inserted: readonly Block[], memory: BlockMemory): void {
  const next = edit.spliced(held.blocks, held.from, held.to, inserted);
  $setBlocks(next, held.from + edit.lengthWithin(inserted), memory);
}

/** A mention and a space in place of the stretch. */
export function $insertEmbed(held: Held, embed: Embed, memory: BlockMemory): void {
  const space = { kind: "text", text: " ", marks: "", link: undefined } as const;
  $replace(held, [{ ...paragraph, runs: [embed, space] }], memory);
}
