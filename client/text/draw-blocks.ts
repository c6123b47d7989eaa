/**
 * Blocks as plain elements: how words look wherever nobody is writing in them. The same elements and
 * attributes as the editor's, so one style sheet serves both and nothing moves when writing begins.
 *
 * Everything is made as elements and text, never as markup, and a run's link was checked when it was read.
 */
import { type Block, isList, type Run } from "../../shared/text/blocks.ts";
import { numbering, wordsOfRun } from "../../shared/text/words-of.ts";
import styles from "./rich-words.module.css";

const tags = { p: "p", h1: "h1", h2: "h2", h3: "h3", q: "blockquote" } as const;
const markTags: { readonly [mark: string]: string } = {
  b: "strong",
  i: "em",
  u: "u",
  s: "s",
  c: "code",
};

/** The class of every element that holds blocks, drawn or being written. */
export const richWords = styles["words"] ?? "";

/** `no links`: what would be one only looks it, within a button that may hold none. */
type Links = "links" | "no links";

/** Replaces what `host` holds by the blocks. */
export function drawBlocks(
  host: HTMLElement,
  blocks: readonly Block[],
  links: Links = "links",
): void {
  host.classList.add(richWords);
  const numbers = numbering(blocks);
  let list: HTMLElement | undefined;
  const drawn: HTMLElement[] = [];
  blocks.forEach((block, i) => {
    const element = drawBlock(block, numbers[i], links);
    if (!isList(block.type)) {
      list = undefined;
      drawn.push(element);
      return;
    }
    if (!list) {
      list = document.createElement("div");
      list.role = "list";
      drawn.push(list);
    }
    list.append(element);
  });
  host.replaceChildren(...drawn);
}

function drawBlock(block: Block, number: number | undefined, links: Links): HTMLElement {
  const { type, depth, checked } = block;
  const element = document.createElement(type in tags ? tags[type as keyof typeof tags] : "div");
  element.dataset["block"] = type;
  element.dir = "auto";
  if (isList(type)) {
    element.role = "listitem";
    element.ariaLevel = String(depth + 1);
    element.dataset["depth"] = String(depth);
  }
  if (type === "cl") element.dataset["checked"] = String(checked);
  if (number !== undefined) element.dataset["number"] = String(number);
  let link: HTMLElement | undefined;
  let to: string | undefined;
  for (const run of block.runs) {
    if (run.link !== to) {
      to = run.link;
      link = to === undefined ? undefined : drawLink(to, links);
      if (link) element.append(link);
    }
    (link ?? element).append(drawRun(run));
  }
  // An empty line takes the height of one, and the caret can stand behind a line break.
  if (block.runs.length === 0 || block.runs.at(-1)?.kind === "break") {
    const filler = document.createElement("br");
    filler.dataset["filler"] = "";
    element.append(filler);
  }
  return element;
}

function drawLink(url: string, links: Links): HTMLElement {
  if (links === "no links") {
    const look = document.createElement("span");
    look.dataset["link"] = "";
    return look;
  }
  const link = document.createElement("a");
  link.href = url;
  link.rel = "noopener noreferrer";
  link.target = "_blank";
  return link;
}

function drawRun(run: Run): Node {
  if (run.kind === "break") return document.createElement("br");
  let node: Node = document.createTextNode(wordsOfRun(run));
  if (run.kind !== "text") {
    const embed = document.createElement("span");
    embed.dataset["embed"] = run.kind;
    embed.append(run.kind === "mention" ? node : "\u25ab");
    node = embed;
  }
  for (const mark of run.marks) {
    const element = document.createElement(markTags[mark] ?? "span");
    element.append(node);
    node = element;
  }
  return node;
}

/** The place in the flat text of a point in what was drawn into `host`; undefined where it is elsewhere. */
export function placeOfDrawn(host: HTMLElement, node: Node, offset: number): number | undefined {
  if (!host.contains(node)) return undefined;
  const reached = document.createRange();
  reached.setStart(host, 0);
  reached.setEnd(node, offset);
  let at = 0;
  for (const block of host.querySelectorAll("[data-block]")) {
    if (!reached.intersectsNode(block)) break;
    const isHere = block.contains(node) || block === node;
    at += placesIn(block, isHere ? reached : undefined);
    if (isHere) return at;
    at += 1;
  }
  return Math.max(0, at - 1);
}

/** The point in drawn words at a place of the flat text; the last there is where there is no such. */
export function pointInDrawn(host: HTMLElement, place: number): DrawnPoint | undefined {
  let rest = Math.max(0, place);
  const blocks = [...host.querySelectorAll<HTMLElement>("[data-block]")];
  for (const [i, block] of blocks.entries()) {
    const length = placesIn(block, undefined);
    if (rest <= length || i === blocks.length - 1) return pointWithin(block, rest);
    rest -= length + 1;
  }
  return undefined;
}

export interface DrawnPoint {
  readonly node: Node;
  readonly offset: number;
}

function pointWithin(block: HTMLElement, place: number): DrawnPoint {
  let rest = place;
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof HTMLElement) {
      if (node.dataset["embed"] === undefined && !isLineBreak(node)) continue;
      if (rest === 0) return { node: node.parentNode ?? block, offset: indexOf(node) };
      rest -= 1;
    } else if (!node.parentElement?.closest("[data-embed]")) {
      const { length } = node.textContent ?? "";
      if (rest <= length) return { node, offset: rest };
      rest -= length;
    }
  }
  const filler = block.querySelector(":scope > [data-filler]");
  return { node: block, offset: block.childNodes.length - (filler ? 1 : 0) };
}

/** How many places there are in a block, up to the end of `until` if that lies in it. */
function placesIn(block: Element, until: Range | undefined): number {
  let at = 0;
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (until && until.comparePoint(node, 0) > 0) break;
    if (node instanceof HTMLElement) {
      const isEmbed = node.dataset["embed"] !== undefined;
      const isBreak = isLineBreak(node);
      if (isBreak && until && until.endContainer === node.parentNode) {
        if (indexOf(node) >= until.endOffset) break;
      }
      if (isEmbed || isBreak) at += 1;
    } else if (!node.parentElement?.closest("[data-embed]")) {
      const isLast = until?.endContainer === node;
      at += isLast ? until.endOffset : (node.textContent ?? "").length;
      if (isLast) break;
    }
  }
  return at;
}

/** A line break of the words; the editor and the drawing both fill empty lines with one of their own. */
const isLineBreak = (node: HTMLElement): boolean =>
  node.tagName === "BR" && !node.matches("[data-filler], [data-lexical-managed-linebreak]");

/** Where a place of the flat text is on the screen, drawn or in the editor; of no width. */
export function rectOfPlace(host: HTMLElement, place: number): DOMRect | undefined {
  let rest = place;
  for (const block of host.querySelectorAll<HTMLElement>("[data-block]")) {
    const length = placesIn(block, undefined);
    if (rest <= length) return rectWithin(block, rest);
    rest -= length + 1;
  }
  return undefined;
}

function rectWithin(block: HTMLElement, place: number): DOMRect {
  let rest = place;
  let last: DOMRect | undefined;
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const range = document.createRange();
    if (node instanceof HTMLElement) {
      if (node.dataset["embed"] === undefined && !isLineBreak(node)) continue;
      if (rest === 0) break;
      rest -= 1;
      const { right, top, height } = node.getBoundingClientRect();
      last = new DOMRect(right, top, 0, height);
    } else if (!node.parentElement?.closest("[data-embed]")) {
      const { length } = node.textContent ?? "";
      range.setStart(node, Math.min(rest, length));
      range.collapse(true);
      if (rest <= length) return range.getBoundingClientRect();
      rest -= length;
    }
  }
  return last ?? startOfLine(block);
}

/** Where the first letter would stand: a list's lines are set in, and some begin on the right. */
function startOfLine(block: HTMLElement): DOMRect {
  const { left, right, top, height, width } = block.getBoundingClientRect();
  const style = getComputedStyle(block);
  const scale = block.offsetWidth > 0 ? width / block.offsetWidth : 1;
  const inset = Number.parseFloat(style.paddingInlineStart) * scale;
  return new DOMRect(style.direction === "rtl" ? right - inset : left + inset, top, 0, height);
}

const indexOf = (node: Node): number =>
  [...(node.parentNode?.childNodes ?? [])].indexOf(node as ChildNode);
