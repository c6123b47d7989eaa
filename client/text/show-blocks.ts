/**
 * Blocks shown in the editor by the least change of its nodes: a text node whose letters alone differ is
 * edited in place and keeps its key, so that the caret in it and what the browser knows of it stay;
 * else the children that differ are replaced, else the blocks.
 *
 * Runs within an update. Knows no document; test/property/text-binding.test.ts holds it to showing
 * exactly what it was given.
 */
import {
  $createLineBreakNode,
  $createTextNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isLineBreakNode,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  type LexicalNode,
  type PointType,
} from "lexical";
import { type Block, type Run, sameBlock, sameRun } from "../../shared/text/blocks.ts";
import {
  $blockNodes,
  $placeOf,
  $pointAt,
  $readBlock,
  type BlockMemory,
  formatOf,
} from "./blocks-of.ts";
import {
  $createBlock,
  $createEmbed,
  $createLink,
  $isBlock,
  $isEmbed,
  $isLink,
  type BlockNode,
} from "./nodes.ts";

/** Where a place of what the editor shows goes; undefined leaves the selection alone. */
export type MovePlace = (place: number) => number;

export function $showBlocks(blocks: readonly Block[], memory: BlockMemory, move: MovePlace): void {
  const selection = $getSelection();
  const held = $isRangeSelection(selection) ? selection.clone() : undefined;
  const anchor = held && $placeOf(held.anchor, memory);
  const focus = held && $placeOf(held.focus, memory);
  // Out of the way meanwhile: Lexical would hold it against letters that are gone.
  if (held) $setSelection(null);
  $putBlocks(blocks, memory);
  if (!held || anchor === undefined || focus === undefined) return;
  $stand(held.anchor, move(anchor), memory);
  $stand(held.focus, move(focus), memory);
  $setSelection(held);
}

/** Puts a point at a place, if it does not stand there: the same place has several points. */
function $stand(point: PointType, place: number, memory: BlockMemory): void {
  if ($isSound(point) && $placeOf(point, memory) === place) return;
  const to = $pointAt(place, memory);
  if (to) point.set(to.key, to.offset, to.type);
}

function $isSound(point: PointType): boolean {
  const node = $nodeOf(point);
  if (!node?.isAttached()) return false;
  const most = $isElementNode(node) ? node.getChildrenSize() : node.getTextContentSize();
  return point.offset <= most;
}

function $nodeOf(point: PointType): LexicalNode | undefined {
  try {
    return point.getNode();
  } catch {
    // Lexical throws for a point whose node is gone.
    return undefined;
  }
}

function $putBlocks(blocks: readonly Block[], memory: BlockMemory): void {
  const root = $getRoot();
  // Nothing but blocks ever stands at the root.
  for (const child of root.getChildren()) if (!$isBlock(child)) child.remove();
  const nodes = $blockNodes();
  const shown = nodes.map((node) => $readBlock(node, memory));
  const most = Math.min(shown.length, blocks.length);
  let front = 0;
  while (front < most && sameBlock(shown[front] as Block, blocks[front] as Block)) front++;
  let back = 0;
  while (
    back < most - front &&
    sameBlock(shown[shown.length - 1 - back] as Block, blocks[blocks.length - 1 - back] as Block)
  ) {
    back++;
  }
  const old = nodes.slice(front, nodes.length - back);
  const fresh = blocks.slice(front, blocks.length - back);
  fresh.forEach((block, i) => {
    const node = old[i];
    if (node) $changeBlock(node, block);
  });
  if (fresh.length > old.length) {
    const made = fresh.slice(old.length).map($makeBlock);
    root.splice(front + old.length, 0, made);
  } else {
    for (const node of old.slice(fresh.length)) node.remove();
  }
}

function $makeBlock(block: Block): BlockNode {
  const { runs, ...look } = block;
  return $createBlock(look).append(...$makeChildren(runs));
}

function $changeBlock(node: BlockNode, { runs, ...look }: Block): void {
  node.setLook(look);
  const groups = groupsOf(runs);
  const children = node.getChildren();
  const shapes =
    groups.length === children.length && groups.every((group, i) => $fits(children[i], group));
  if (shapes) {
    groups.forEach((group, i) => $editInPlace(children[i], group));
    return;
  }
  const most = Math.min(groups.length, children.length);
  let front = 0;
  while (front < most && $fits(children[front], groups[front])) front++;
  let back = 0;
  while (
    back < most - front &&
    $fits(children[children.length - 1 - back], groups[groups.length - 1 - back])
  ) {
    back++;
  }
  for (let i = 0; i < front; i++) $editInPlace(children[i], groups[i]);
  for (let i = 1; i <= back; i++) $editInPlace(children.at(-i), groups.at(-i));
  node.splice(
    front,
    children.length - back - front,
    groups.slice(front, groups.length - back).flatMap($makeGroup),
  );
}

/** A run, or neighbours of one link. */
type Group = readonly Run[];

function groupsOf(runs: readonly Run[]): Group[] {
  const groups: Run[][] = [];
  for (const run of runs) {
    const last = groups.at(-1);
    if (run.link !== undefined && last?.[0]?.link === run.link) last.push(run);
    else groups.push([run]);
  }
  return groups;
}

const $makeChildren = (runs: readonly Run[]): LexicalNode[] => groupsOf(runs).flatMap($makeGroup);

function $makeGroup(group: Group): LexicalNode[] {
  const link = group[0]?.link;
  const nodes = group.map($makeRun);
  return link === undefined ? nodes : [$createLink(link).append(...nodes)];
}

function $makeRun(run: Run): LexicalNode {
  switch (run.kind) {
    case "text":
      return $createTextNode(run.text).setFormat(formatOf(run.marks));
    case "break":
      return $createLineBreakNode();
    case "mention":
    case "unknown":
      return $createEmbed(run).setFormat(formatOf(run.marks));
  }
}

/** Whether a child can show a group by a change of its letters alone. */
function $fits(node: LexicalNode | undefined, group: Group | undefined): boolean {
  const run = group?.[0];
  if (!node || !run) return false;
  if ($isLink(node)) {
    const inner = node.getChildren();
    return (
      node.getUrl() === run.link &&
      inner.length === group.length &&
      inner.every((child, i) => $showsAlike(child, group[i]))
    );
  }
  return run.link === undefined && $showsAlike(node, run);
}

function $showsAlike(node: LexicalNode, run: Run | undefined): boolean {
  if (!run) return false;
  if ($isLineBreakNode(node)) return run.kind === "break";
  if (!$isTextNode(node) || node.getFormat() !== formatOf(run.marks)) return false;
  if ($isEmbed(node)) {
    return sameRun({ ...node.getEmbed(), marks: run.marks, link: run.link }, run);
  }
  return run.kind === "text" && node.isSimpleText();
}

function $editInPlace(node: LexicalNode | undefined, group: Group | undefined): void {
  if ($isLink(node)) {
    node.getChildren().forEach((child, i) => $editInPlace(child, group?.slice(i, i + 1)));
    return;
  }
  const run = group?.[0];
  if (run?.kind !== "text" || !$isTextNode(node)) return;
  if (node.getTextContent() !== run.text) node.setTextContent(run.text);
}
