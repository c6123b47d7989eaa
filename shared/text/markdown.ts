/**
 * Blocks as Markdown: CommonMark with GitHub's check lists and struck words. No letter of the words can be
 * read as a sign. Underlining, and looks that no sign can give where they stand, are HTML tags.
 *
 * Source: https://spec.commonmark.org/0.31.2/, of which 6.2 says where signs count as signs.
 * test/unit/text/markdown.test.ts holds it to that.
 */
import { type Block, isList, type Run } from "./blocks.ts";
import { inOneLine, numbering, wordsOfRun } from "./words-of.ts";

export function markdownOf(blocks: readonly Block[]): string {
  const numbers = numbering(blocks);
  const indents = createIndents();
  let out = "";
  blocks.forEach((block, i) => {
    const before = blocks[i - 1];
    const isTogether = before && isList(before.type) && isList(block.type);
    if (before) out += isTogether ? "\n" : "\n\n";
    if (!isTogether) indents.startList();
    const sign = signOf(block, numbers[i]);
    const indent = isList(block.type) ? indents.of(block.depth, markerOf(block, sign).length) : "";
    out += linesOf(block)
      .map((line, at) => `${indent}${at === 0 ? sign : signOfNextLine(block, sign)}${line}`)
      .join("\\\n");
  });
  return out.trim() === "" ? "" : `${out}\n`;
}

/** An item stands below the words of the one that it belongs to: at least four spaces in, which all programs read. */
function createIndents() {
  const open: { readonly depth: number; readonly indent: number; readonly width: number }[] = [];
  return {
    startList: (): void => void open.splice(0),
    of(depth: number, width: number): string {
      while ((open.at(-1)?.depth ?? -1) >= depth) open.pop();
      const above = open.at(-1);
      const indent = above ? above.indent + Math.max(4, above.width) : 0;
      open.push({ depth, indent, width });
      return " ".repeat(indent);
    },
  };
}

function signOf({ type, checked }: Block, number: number | undefined): string {
  switch (type) {
    case "p":
      return "";
    case "h1":
      return "# ";
    case "h2":
      return "## ";
    case "h3":
      return "### ";
    case "q":
      return "> ";
    case "ul":
      return "- ";
    case "ol":
      return `${number}. `;
    case "cl":
      return checked ? "- [x] " : "- [ ] ";
  }
}

/** What makes it an item: a box to tick is of its words already. */
const markerOf = ({ type }: Block, sign: string): string => (type === "cl" ? "- " : sign);

const signOfNextLine = ({ type }: Block, sign: string): string =>
  type === "q" ? sign : isList(type) ? "    " : "";

/** At least one. A heading has one line only; an item without words is no item where it opens a list. */
function linesOf({ type, runs }: Block): string[] {
  const words = inline(runs).replace(/\s+$/, "");
  if (type.startsWith("h")) return [words.replaceAll("\n", " ").replace(/(^|\s)(#+)$/, "$1\\$2")];
  if (words === "" && isList(type)) return ["&nbsp;"];
  return words.split("\n").map(atLineStart);
}

/** What would begin a list, a heading, a table or code at the start of a line does not. */
function atLineStart(line: string): string {
  return line
    .replace(/^ /, "&#32;")
    .replace(/^\t/, "&#9;")
    .replace(/^(#{1,6}|[-+])(?=\s|$)/, "\\$1")
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2")
    .replace(/^[-=:|][-=:|\s]*$/, "\\$&");
}

interface Stretch {
  readonly words: string;
  readonly marks: string;
  readonly link: string | undefined;
}

/** Neighbours that look alike are one, whatever they are. */
function stretchesOf(runs: readonly Run[]): Stretch[] {
  const out: Stretch[] = [];
  for (const run of runs) {
    const words =
      run.kind === "break" ? "\n" : inOneLine(wordsOfRun(run)).replaceAll("\0", "\ufffd");
    const { marks, link } = run;
    const last = out.at(-1);
    if (words === "") continue;
    if (last && last.marks === marks && last.link === link) {
      out[out.length - 1] = { ...last, words: last.words + words };
    } else {
      out.push({ words, marks, link });
    }
  }
  return out;
}

function inline(runs: readonly Run[]): string {
  const stretches = stretchesOf(runs);
  let out = "";
  for (let i = 0; i < stretches.length; ) {
    const link = stretches[i]?.link;
    let end = i + 1;
    while (end < stretches.length && stretches[end]?.link === link) end++;
    const own = stretches.slice(i, end);
    if (link === undefined) {
      out += withLooks(own, { before: out, after: end < stretches.length ? "[" : "" });
    } else {
      const { front, inner, back } = parted(withLooks(own, { before: "[", after: "]" }));
      out += inner === "" ? front : `${front}[${inner}](<${inAddress(link)}>)${back}`;
    }
    i = end;
  }
  return out;
}

/** Signs that open or close at a space do not count as signs: the space stays outside. */
function parted(words: string) {
  const [, front = "", inner = "", back = ""] = /^(\s*)(.*?)(\s*)$/su.exec(words) ?? [];
  return { front, inner, back };
}

const inAddress = (link: string): string => link.replace(/&(?=#?\w+;)/g, "&amp;");

function withLooks(
  stretches: readonly Stretch[],
  around: { readonly before: string; readonly after: string },
): string {
  let out = "";
  let endsWithSign = false;
  stretches.forEach(({ words, marks, link }, i) => {
    const { front, inner, back } = parted(words);
    if (inner === "") {
      out += front;
      endsWithSign = false;
      return;
    }
    const marked = marks.includes("c") ? inCode(inner, link) : escaped(inner);
    const isUnderlined = marks.includes("u");
    const before = lastOf(front) || (isUnderlined ? ">" : lastOf(out) || lastOf(around.before));
    const after = firstOf(back) || (isUnderlined ? "<" : nextOf(stretches[i + 1]) || around.after);
    const first = marks.includes("s") && /[bi]/.test(marks) ? "~" : firstOf(marked);
    const last = marks.includes("s") && /[bi]/.test(marks) ? "~" : lastOf(marked);
    const clings = endsWithSign && front === "" && !isUnderlined;
    const isSign = !clings && flanks(before, first) && flanks(after, last);
    const signed = inSigns(marked, marks, isSign ? signs : tags);
    out += `${front}${isUnderlined ? `<u>${signed}</u>` : signed}${back}`;
    endsWithSign = /[bis]/.test(marks) && isSign && back === "" && !isUnderlined;
  });
  return out;
}

/** The letter that the next stretch begins with, as far as it matters: with a sign, or with its own. */
const nextOf = (next: Stretch | undefined): string =>
  next === undefined ? "" : next.marks === "" || /^\s/.test(next.words) ? firstOf(next.words) : "<";

/** Whether a sign counts as one between a letter outside and one within; symbols are read either way. */
const flanks = (outer: string, inner: string): boolean =>
  outer === "" || /[\s\p{P}$+<=>^`|~]/u.test(outer) || !/[\p{P}\p{S}]/u.test(inner);

const firstOf = (words: string): string => /^./su.exec(words)?.[0] ?? "";
const lastOf = (words: string): string => /.$/su.exec(words)?.[0] ?? "";

type Pair = readonly [open: string, close: string];
const signs: { readonly [mark: string]: Pair } = {
  s: ["~~", "~~"],
  i: ["*", "*"],
  b: ["**", "**"],
};
const tags: { readonly [mark: string]: Pair } = {
  s: ["<del>", "</del>"],
  i: ["<em>", "</em>"],
  b: ["<strong>", "</strong>"],
};

function inSigns(words: string, marks: string, pairs: typeof signs): string {
  let out = words;
  for (const mark of ["s", "i", "b"]) {
    const pair = pairs[mark];
    if (pair && marks.includes(mark)) out = `${pair[0]}${out}${pair[1]}`;
  }
  return out;
}

/** A `!` before a link would make an image of it. */
const escaped = (words: string): string =>
  words.replace(/[\\`*_[\]<>~&]/g, "\\$&").replace(/!$/, "\\!");

function inCode(words: string, link: string | undefined): string {
  // At the start of a paragraph, a bracket in a link's code makes the definition of another link of it.
  if (link !== undefined && /[[\]]/.test(words)) return `<code>${escaped(words)}</code>`;
  const longest = Math.max(0, ...[...words.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  const space = longest > 0 ? " " : "";
  return `${fence}${space}${words}${space}${fence}`;
}
