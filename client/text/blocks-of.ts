/**
 * The editor's nodes as blocks, places in the flat text as points in the editor, and back.
 *
 * Owns reading only; everything here runs within Lexical's `read` or `update`. What was read is kept
 * by block and read again only where one of its nodes is another: a letter typed into a long text costs
 * what its block costs.
 */
import {
  $getRoot,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
  type NodeKey,
  type PointType,
} from "lexical";
import {
  type Block,
  blockLength,
  marks,
  paragraph,
  plainLook,
  pushText,
  type Run,
  whole,
} from "../../shared/text/blocks.ts";
import { $isBlock, $isEmbed, $isLink, type BlockNode } from "./nodes.ts";

/** Lexical's bits of a text node's format, by our mark. */
const bits: { readonly [mark: string]: number } = { b: 1, i: 2, s: 4, u: 8, c: 16 };

export const formatOf = (on: string): number => {
  let format = 0;
  for (const mark of on) format |= bits[mark] ?? 0;
  return format;
};

const marksOf = (format: number): string => {
  if (format === 0) return "";
  return marks.filter((mark) => (format & (bits[mark] ?? 0)) !== 0).join("");
};

interface Known {
  readonly node: BlockNode;
  readonly block: Block;
}
/**
 * What was read of each block of one editor. Whoever holds it tells it of every commit: a block whose
 * letters changed is the same node as before.
 */
export type BlockMemory = Map<NodeKey, Known>;

export function forget(memory: BlockMemory, changed: Iterable<NodeKey>): void {
  for (const key of changed) memory.delete(key);
}

/** The blocks of the editor, in order. */
export function $readBlocks(memory: BlockMemory): readonly Block[] {
  const nodes = $blockNodes();
  if (nodes.length === 0) return [{ ...paragraph, runs: [] }];
  return nodes.map((node) => $readBlock(node, memory));
}

export const $blockNodes = (): BlockNode[] => $getRoot().getChildren().filter($isBlock);

export function $readBlock(node: BlockNode, memory: BlockMemory): Block {
  const latest = node.getLatest();
  // What this update has changed may change again before it is done.
  if (node.isDirty()) return $blockOf(latest);
  const known = memory.get(node.getKey());
  if (known?.node === latest) return known.block;
  const block = $blockOf(latest);
  memory.set(node.getKey(), { node: latest, block });
  return block;
}

const $blockOf = (node: BlockNode): Block => ({ ...node.getLook(), runs: $readRuns(node) });

function $readRuns(element: ElementNode, link?: string, runs: Run[] = []): Run[] {
  for (const child of element.getChildren()) {
    if ($isElementNode(child)) {
      $readRuns(child, $isLink(child) ? child.getUrl() : link, runs);
    } else if ($isLineBreakNode(child)) {
      runs.push({ kind: "break", marks: "", link });
    } else if ($isEmbed(child)) {
      runs.push({ ...child.getEmbed(), marks: marksOf(child.getFormat()), link });
    } else if ($isTextNode(child)) {
      readText(child.getTextContent(), { marks: marksOf(child.getFormat()), link }, runs);
    }
  }
  return runs;
}

function readText(text: string, look: { marks: string; link: string | undefined }, runs: Run[]) {
  text.split(/[\n\u2028]/).forEach((part, i) => {
    if (i > 0) runs.push({ kind: "break", ...plainLook, link: look.link });
    if (part !== "") pushText(runs, whole(part), look);
  });
}

/** The nodes of a block that hold its letters, in order. */
export function $leaves(element: ElementNode): LexicalNode[] {
  return element
    .getChildren()
    .flatMap((child) => ($isElementNode(child) ? $leaves(child) : [child]));
}

/** How many places of the flat text a leaf takes. */
const $lengthOf = (leaf: LexicalNode): number =>
  $isTextNode(leaf) && !$isEmbed(leaf) ? leaf.getTextContentSize() : 1;

const lengths = new WeakMap<Block, number>();

/** A block is read anew where it changed, so its length is counted once. */
export function lengthOf(block: Block): number {
  const known = lengths.get(block);
  if (known !== undefined) return known;
  const length = blockLength(block);
  lengths.set(block, length);
  return length;
}

/** The place of a point in the flat text; undefined where it stands in nothing of ours. */
export function $placeOf(point: PointType, memory: BlockMemory): number | undefined {
  const node = point.getNode();
  const blocks = $blockNodes();
  const isRoot = node.is($getRoot());
  // Asked once of the node, not of each block whether it holds it: a long text has hundreds.
  const key = isRoot ? undefined : node.getTopLevelElement()?.getKey();
  let at = 0;
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as BlockNode;
    if (isRoot ? i === point.offset : block.getKey() === key) {
      return at + (isRoot ? 0 : $placeWithin(block, node, point.offset));
    }
    at += lengthOf($readBlock(block, memory));
  }
  return isRoot && blocks.length > 0 ? at - 1 : undefined;
}

/** How many places of `block` lie in front of child or letter `offset` of `node`. */
function $placeWithin(block: ElementNode, node: LexicalNode, offset: number): number {
  let at = 0;
  const reached = (element: ElementNode): boolean => {
    const isHere = element.is(node);
    for (const [i, child] of element.getChildren().entries()) {
      if (isHere && i === offset) return true;
      if ($isElementNode(child)) {
        if (reached(child)) return true;
      } else if (child.is(node)) {
        at += $isEmbed(child) ? Math.min(1, offset) : Math.min($lengthOf(child), offset);
        return true;
      } else {
        at += $lengthOf(child);
      }
    }
    return isHere;
  };
  reached(block);
  return at;
}

export interface Point {
  readonly key: NodeKey;
  readonly offset: number;
  readonly type: "text" | "element";
}

/** The point at a place of the flat text; the last place there is where there is no such. */
export function $pointAt(place: number, memory: BlockMemory): Point | undefined {
  let rest = Math.max(0, place);
  const blocks = $blockNodes();
  for (const [i, block] of blocks.entries()) {
    const length = lengthOf($readBlock(block, memory));
    if (rest < length || i === blocks.length - 1) return $pointWithin(block, rest);
    rest -= length;
  }
  return undefined;
}

function $pointWithin(block: BlockNode, place: number): Point {
  let rest = place;
  for (const leaf of $leaves(block)) {
    const length = $lengthOf(leaf);
    if ($isTextNode(leaf) && !$isEmbed(leaf) && rest <= length) {
      return { key: leaf.getKey(), offset: rest, type: "text" };
    }
    if (rest === 0) {
      const parent = leaf.getParentOrThrow();
      return { key: parent.getKey(), offset: leaf.getIndexWithinParent(), type: "element" };
    }
    rest -= length;
  }
  return { key: block.getKey(), offset: block.getChildrenSize(), type: "element" };
}
