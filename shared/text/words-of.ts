/** Blocks as words without their look: letter by letter, and as plain text with its lists. */
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

/** Without what programs take for the end of a line. */
export const inOneLine = (words: string): string =>
  words.replace(/\r\n|[\r\n\v\f\u0085\u2028\u2029]/g, " ");

const plainRun = (run: Run): string => {
  const words = run.kind === "break" ? "\n" : inOneLine(wordsOfRun(run));
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
