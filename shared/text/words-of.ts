/** Blocks as words without their look: letter by letter, as plain text with its lists, and as Markdown. */
import { type Block, isList, type Run } from "./blocks.ts";

/** The letters alone; blocks and line breaks parted by \n, a mention as `@name`. */
export function wordsOf(blocks: readonly Block[]): string {
  return blocks.map(({ runs }) => runs.map(wordsOfRun).join("")).join("\n");
}

export function wordsOfRun(run: Run): string {
  switch (run.kind) {
    case "text":
      return run.text;
    case "break":
      return "\n";
    case "mention":
      return `@${run.label}`;
    case "unknown":
      return "";
  }
}

/** As it reads in a plain letter: lists with their signs and numbers, links with their address behind. */
export function plainText(blocks: readonly Block[]): string {
  const numbers = numbering(blocks);
  return blocks
    .map((block, i) => {
      const indent = "  ".repeat(block.depth);
      const words = block.runs.map(plainRun).join("");
      return `${indent}${plainSign(block, numbers[i])}${words.replaceAll("\n", `\n${indent}`)}`;
    })
    .join("\n");
}

const plainRun = (run: Run): string => {
  const words = wordsOfRun(run);
  const address = run.link?.replace(/^mailto:/i, "");
  return address === undefined || words.includes(address) || words.trim() === ""
    ? words
    : `${words} (${address})`;
};

function plainSign({ type, checked }: Block, number: number | undefined): string {
  if (type === "ul") return "• ";
  if (type === "ol") return `${number}. `;
  if (type === "cl") return checked ? "☑ " : "☐ ";
  return "";
}

/** The number of each block of a numbered list, by its place among `blocks`; undefined for the others. */
export function numbering(blocks: readonly Block[]): readonly (number | undefined)[] {
  const counts: number[] = [];
  return blocks.map(({ type, depth }) => {
    counts.length = Math.min(counts.length, isList(type) ? depth + 1 : 0);
    if (type !== "ol") {
      counts.length = Math.min(counts.length, depth);
      return undefined;
    }
    for (let level = counts.length; level < depth; level++) counts[level] = 0;
    counts[depth] = (counts[depth] ?? 0) + 1;
    return counts[depth];
  });
}

/** As CommonMark with GitHub's check lists; underlining, which it has not, is left out. */
export function markdownOf(blocks: readonly Block[]): string {
  const numbers = numbering(blocks);
  let out = "";
  blocks.forEach((block, i) => {
    const before = blocks[i - 1];
    const together = before && isList(before.type) && isList(block.type);
    if (before) out += together ? "\n" : "\n\n";
    const indent = "    ".repeat(block.depth);
    const words = block.runs.map(markdownRun).join("");
    const lines = atLineStart(words).split("\n");
    out += lines
      .map((line, at) => `${indent}${markdownSign(block, numbers[i], at)}${line}`)
      .join("\\\n");
  });
  return out === "" ? "" : `${out}\n`;
}

function markdownSign({ type, checked }: Block, number: number | undefined, line: number): string {
  if (type === "q") return "> ";
  if (line > 0) return isList(type) ? "    " : "";
  switch (type) {
    case "p":
      return "";
    case "h1":
      return "# ";
    case "h2":
      return "## ";
    case "h3":
      return "### ";
    case "ul":
      return "- ";
    case "ol":
      return `${number}. `;
    case "cl":
      return checked ? "- [x] " : "- [ ] ";
  }
}

/** Words that would begin a list, a heading or a quotation do not. */
const atLineStart = (words: string): string =>
  words.replace(/^(\s*)([#>+-]|\d+[.)])(?=\s)/gm, (_, space: string, mark: string) =>
    /\d/.test(mark) ? `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}` : `${space}\\${mark}`,
  );

function markdownRun(run: Run): string {
  const words = wordsOfRun(run);
  // Signs that close at a space do not count as signs: the space stays outside.
  const [, front = "", inner = "", back = ""] = /^(\s*)(.*?)(\s*)$/su.exec(words) ?? [];
  if (inner === "") return words;
  const isCode = run.marks.includes("c");
  let marked = isCode ? inCode(inner) : inner.replace(/[\\`*_[\]<>~&]/g, "\\$&");
  if (run.marks.includes("s")) marked = `~~${marked}~~`;
  if (run.marks.includes("i")) marked = `*${marked}*`;
  if (run.marks.includes("b")) marked = `**${marked}**`;
  if (run.link !== undefined) marked = `[${marked}](<${run.link}>)`;
  return front + marked + back;
}

function inCode(words: string): string {
  const longest = Math.max(0, ...[...words.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  const space = longest > 0 ? " " : "";
  return `${fence}${space}${words}${space}${fence}`;
}
