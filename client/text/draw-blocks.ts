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

/** Replaces what `host` holds by the blocks. */
export function drawBlocks(host: HTMLElement, blocks: readonly Block[]): void {
  host.classList.add(richWords);
  const numbers = numbering(blocks);
  let list: HTMLElement | undefined;
  const drawn: HTMLElement[] = [];
  blocks.forEach((block, i) => {
    const element = drawBlock(block, numbers[i]);
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

function drawBlock(block: Block, number: number | undefined): HTMLElement {
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
  for (const run of block.runs) {
    if (run.link === undefined) link = undefined;
    else if (link?.getAttribute("href") !== run.link) {
      link = document.createElement("a");
      link.setAttribute("href", run.link);
      link.setAttribute("rel", "noopener noreferrer");
      link.setAttribute("target", "_blank");
      element.append(link);
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

/** How many places there are in a block, up to the end of `until` if that lies in it. */
function placesIn(block: Element, until: Range | undefined): number {
  let at = 0;
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (until && until.comparePoint(node, 0) > 0) break;
    if (node instanceof HTMLElement) {
      const isEmbed = node.dataset["embed"] !== undefined;
      const isBreak = node.tagName === "BR" && node.dataset["filler"] === undefined;
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

const indexOf = (node: Node): number =>
  [...(node.parentNode?.childNodes ?? [])].indexOf(node as ChildNode);
