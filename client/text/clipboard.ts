/**
 * Words to and from the clipboard: what Docs, Word and web pages put there, cleaned to our own blocks, and
 * our blocks as a web page's words. Everything that is not words, a look we know or an honest link goes.
 * A pasted page is parsed into a document that runs and fetches nothing.
 */
import {
  type Block,
  type BlockType,
  isList,
  lineBreak,
  marks,
  mostDepth,
  paragraph,
  pushText,
  type Run,
} from "../../shared/text/blocks.ts";
import { checkedUrl } from "../../shared/text/links.ts";
import { wordsOfRun } from "../../shared/text/words-of.ts";
import { isOneEmoji } from "./graphemes.ts";

/** More than a long notebook; a longer paste is cut. */
const mostLetters = 200_000;

export interface Pasted {
  readonly blocks: Block[];
  /** There were more letters than are taken. */
  readonly isCut: boolean;
}

/** The first letters, none of them half. */
const firstOf = (words: string, most: number): string =>
  words.slice(0, Math.max(0, most)).replace(/[\ud800-\udbff]$/, "");

/** Plain words, one paragraph a line. */
export function blocksFromPlain(words: string): Pasted {
  const blocks = firstOf(words, mostLetters)
    .replace(/\r\n?/g, "\n")
    .split("\n")
    .map((line) => {
      const runs: Run[] = [];
      const text = line.replaceAll(lineBreak, " ");
      if (text !== "") pushText(runs, text, { marks: "", link: undefined });
      return { ...paragraph, runs };
    });
  return { blocks, isCut: words.length > mostLetters };
}

interface Look {
  readonly marks: ReadonlySet<string>;
  readonly link: string | undefined;
  readonly type: BlockType;
  readonly depth: number;
  readonly checked: boolean;
  readonly keepsSpace: boolean;
  /** Within a table's cell: its paragraphs stay in the row's line. */
  readonly inCell: boolean;
}

const ignored =
  /^(script|style|head|meta|link|title|template|noscript|svg|math|iframe|object|embed|canvas|audio|video|select|textarea|button|xml)$/;
const blockTags =
  /^(p|div|section|article|header|footer|main|aside|nav|figure|figcaption|address|dl|dt|dd|table|tbody|thead|tr|caption|form|fieldset|center|hr|details|summary|hgroup|menu|ul|ol|li|pre|blockquote|h[1-6])$/;

/** What Word and web pages keep out of sight, and the signs of Word's comments. */
function isUnseen(element: HTMLElement): boolean {
  if (element.hidden || element.style.display === "none") return true;
  if (/\b(MsoCommentReference|msocomanchor)\b/.test(element.className)) return true;
  const style = element.getAttribute("style") ?? "";
  return /mso-(hide:\s*all|element:\s*comment|special-character:\s*comment)/i.test(style);
}

export function blocksFromHtml(html: string): Pasted {
  const { body } = new DOMParser().parseFromString(html.slice(0, 20 * mostLetters), "text/html");
  const blocks: Block[] = [];
  let runs: Run[] = [];
  let letters = 0;

  function close(look: Look): void {
    const { type, depth, checked } = look;
    trimEnds(runs, look.keepsSpace);
    if (runs.some(saysSomething))
      blocks.push({ type, depth: isList(type) ? depth : 0, checked, runs });
    runs = [];
  }

  function addText(words: string, look: Look): void {
    const text = look.keepsSpace ? words : words.replace(/[ \t\n\r\f]+/g, " ");
    const room = mostLetters - letters;
    const marked = marks.filter((mark) => look.marks.has(mark)).join("");
    firstOf(text, room)
      .split(/[\n\u2028]/)
      .forEach((line, i) => {
        if (i > 0) runs.push({ kind: "break", marks: "", link: look.link });
        const doubled = !look.keepsSpace && line.startsWith(" ") && endsWithSpace(runs);
        const kept = doubled ? line.slice(1) : line;
        if (kept !== "") pushText(runs, kept, { marks: marked, link: look.link });
      });
    letters += text.length;
  }

  function walk(parent: Node, look: Look): void {
    for (const child of parent.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) addText(child.nodeValue ?? "", look);
      if (child instanceof Element || child.nodeType === Node.ELEMENT_NODE) {
        walkElement(child as HTMLElement, look);
      }
    }
  }

  function walkElement(element: HTMLElement, look: Look): void {
    const tag = element.localName;
    if (ignored.test(tag) || isUnseen(element)) return;
    if (tag === "br") {
      runs.push({ kind: "break", marks: "", link: look.link });
      return;
    }
    if (tag === "img") {
      // Mail and chat show an emoji as a picture of that name.
      const alt = element.getAttribute("alt") ?? "";
      if (isOneEmoji(alt)) addText(alt, { ...look, keepsSpace: true });
      return;
    }
    const { mention } = element.dataset;
    if (mention !== undefined) {
      const label = (element.textContent ?? "").replace(/^@/, "");
      runs.push({ kind: "mention", id: mention, label, marks: "", link: undefined });
      return;
    }
    const inner = lookOf(element, look);
    if (tag === "td" || tag === "th") {
      trimEnds(runs, look.keepsSpace);
      if (runs.length > 0) addText("\t", { ...look, keepsSpace: true });
      walk(element, { ...inner, inCell: isOfTable(element) });
    } else if (look.inCell && blockTags.test(tag)) {
      addText(" ", { ...look, keepsSpace: false });
      walk(element, { ...inner, type: look.type });
      addText(" ", { ...look, keepsSpace: false });
    } else if (blockTags.test(tag)) {
      close(look);
      walk(element, inner);
      close(inner);
    } else {
      walk(element, inner);
    }
  }

  const start: Look = {
    marks: new Set(),
    link: undefined,
    type: "p",
    depth: -1,
    checked: false,
    keepsSpace: false,
    inCell: false,
  };
  walk(body, start);
  close(start);
  return { blocks, isCut: letters > mostLetters };
}

const saysSomething = (run: Run): boolean =>
  run.kind === "text" ? /\S/.test(run.text) : run.kind !== "break";

/** A cell of a table of facts; mail is laid out in tables too, whose cells hold whole pages. */
function isOfTable(cell: HTMLElement): boolean {
  const { parentElement: row } = cell;
  return (
    row !== null &&
    row.children.length > 1 &&
    !cell.querySelector("ul, ol, table, blockquote, pre, h1, h2, h3, h4, h5, h6")
  );
}

const endsWithSpace = (runs: readonly Run[]): boolean => {
  const last = runs.at(-1);
  return (
    last === undefined || last.kind === "break" || (last.kind === "text" && /\s$/.test(last.text))
  );
};

/** Space around a block's words is how the page was written, not what it says. */
function trimEnds(runs: Run[], keepsSpace: boolean): void {
  while (runs[0]?.kind === "break") runs.shift();
  for (let last = runs.at(-1); last; last = runs.at(-1)) {
    const rest = last.kind === "text" && !keepsSpace ? last.text.replace(/[ \t]+$/, "") : undefined;
    if (last.kind === "text" && rest !== undefined && rest !== "") {
      runs[runs.length - 1] = { ...last, text: rest };
    }
    if (last.kind !== "break" && rest !== "") return;
    runs.pop();
  }
}

const markOfTag: { readonly [tag: string]: string } = {
  b: "b",
  strong: "b",
  i: "i",
  em: "i",
  cite: "i",
  u: "u",
  ins: "u",
  s: "s",
  del: "s",
  strike: "s",
  code: "c",
  kbd: "c",
  samp: "c",
  tt: "c",
};

function lookOf(element: HTMLElement, outer: Look): Look {
  const tag = element.localName;
  const on = new Set(outer.marks);
  const { fontWeight, fontStyle, textDecoration, textDecorationLine, whiteSpace } = element.style;
  const mark = markOfTag[tag];
  if (mark !== undefined) on.add(mark);
  // Docs wraps all it copies in a <b> of normal weight.
  if (/^(bold|bolder|[6-9]00)$/.test(fontWeight)) on.add("b");
  else if (/^(normal|[1-5]00)$/.test(fontWeight)) on.delete("b");
  if (fontStyle === "italic") on.add("i");
  else if (fontStyle === "normal") on.delete("i");
  const line = `${textDecoration} ${textDecorationLine}`;
  // A link is underlined by itself.
  if (tag !== "a" && outer.link === undefined && /underline/.test(line)) on.add("u");
  if (/line-through/.test(line)) on.add("s");
  const keepsSpace = tag === "pre" || /pre/.test(whiteSpace) || outer.keepsSpace;
  const look = { ...outer, marks: on, keepsSpace };
  // A heading is bold by itself.
  const heading = /^h([1-6])$/.exec(tag)?.[1];
  if (heading !== undefined) {
    on.delete("b");
    return { ...look, type: (["h1", "h2", "h3"] as const)[Number(heading) - 1] ?? "h3" };
  }
  switch (tag) {
    case "a":
      // Nothing is completed here: `notes.html` is a page beside that one, and no host.
      return { ...look, link: checkedUrl(element.getAttribute("href")?.trim()) ?? outer.link };
    case "blockquote":
      return { ...look, type: "q" };
    case "ul":
    case "ol":
      return { ...look, type: tag, depth: Math.min(mostDepth, listDepth(element, outer)) };
    case "li":
      return { ...look, ...checkOf(element, outer), depth: depthOf(element, outer) };
    case "p":
      return { ...look, ...wordList(element, outer) };
    default:
      return look;
  }
}

/** Slack writes the depth on the list; its nested lists are siblings. */
function listDepth(element: HTMLElement, outer: Look): number {
  const indent = Number(element.dataset["indent"] ?? Number.NaN);
  return Number.isInteger(indent) && indent >= 0 ? indent : outer.depth + 1;
}

/** Docs and Word on the web write the depth of an item on it; their nested lists are siblings. */
function depthOf(element: HTMLElement, outer: Look): number {
  const { ariaLevel, depth } = element.dataset;
  const level = Number(element.getAttribute("aria-level") ?? ariaLevel ?? depth ?? Number.NaN);
  return Number.isInteger(level)
    ? Math.min(mostDepth, Math.max(0, level - 1))
    : Math.max(0, outer.depth);
}

function checkOf(element: HTMLElement, outer: Look): Pick<Look, "type" | "checked"> {
  const box = element.querySelector<HTMLInputElement>(
    ":is(:scope, :scope > label, :scope > p) > input[type=checkbox]",
  );
  const said = element.getAttribute("aria-checked") ?? element.dataset["checked"];
  if (!box && said === undefined && element.role !== "checkbox") {
    return { type: isList(outer.type) ? outer.type : "ul", checked: false };
  }
  return { type: "cl", checked: said === "true" || box?.hasAttribute("checked") === true };
}

/** Word writes list items as paragraphs of a style, with the sign as words in front. */
function wordList(element: HTMLElement, outer: Look): Partial<Look> {
  if (/^Mso(Title|Subtitle)$/.test(element.className)) {
    return { type: element.className === "MsoTitle" ? "h1" : "h2" };
  }
  const style = element.getAttribute("style") ?? "";
  const level = /mso-list:\s*\S+\s+level(\d+)/.exec(style)?.[1];
  if (level === undefined) return isList(outer.type) ? {} : { type: outer.type };
  const sign = [...element.querySelectorAll<HTMLElement>("span")].find((span) =>
    /mso-list:\s*Ignore/i.test(span.getAttribute("style") ?? ""),
  );
  const isNumber = /^\s*\(?[\da-z]+[.)]/i.test(sign?.textContent ?? "");
  sign?.remove();
  return { type: isNumber ? "ol" : "ul", depth: Math.min(mostDepth, Number(level) - 1) };
}

const escaped = (words: string): string =>
  words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const tagOfMark: { readonly [mark: string]: string } = {
  b: "b",
  i: "i",
  u: "u",
  s: "s",
  c: "code",
};

/** Blocks as a page's words, for the clipboard. */
export function htmlOf(blocks: readonly Block[]): string {
  return blocks
    .map(({ type, depth, checked, runs }) => {
      const words = runs.map(htmlOfRun).join("");
      if (!isList(type)) {
        const tag = type === "q" ? "blockquote" : type;
        return `<${tag}>${words}</${tag}>`;
      }
      const list = type === "ol" ? "ol" : "ul";
      const check = type === "cl" ? ` role="checkbox" aria-checked="${checked}"` : "";
      return `<${list}><li aria-level="${depth + 1}"${check}>${words}</li></${list}>`;
    })
    .join("");
}

function htmlOfRun(run: Run): string {
  if (run.kind === "break") return "<br>";
  let html = escaped(wordsOfRun(run));
  if (run.kind === "mention") html = `<span data-mention="${escaped(run.id)}">${html}</span>`;
  for (const mark of run.marks) html = `<${tagOfMark[mark]}>${html}</${tagOfMark[mark]}>`;
  return run.link === undefined ? html : `<a href="${escaped(run.link)}">${html}</a>`;
}
