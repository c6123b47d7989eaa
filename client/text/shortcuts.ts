/**
 * Signs that become a look as they are typed: `# ` a heading, `- ` a list, `**so**` bold words, an address
 * a link. Pure: from what stands in front of the caret, what the blocks become.
 * test/unit/text/shortcuts.test.ts lists them.
 */
import {
  type Block,
  type BlockLook,
  blockLength,
  isList,
  paragraph,
} from "../../shared/text/blocks.ts";
import { linked, relooked, remarked, spliced } from "../../shared/text/edit-blocks.ts";
import { linkFrom } from "../../shared/text/links.ts";

export interface Typed {
  readonly blocks: readonly Block[];
  /** Where the caret stands. */
  readonly place: number;
  /** The letter about to be typed. */
  readonly letter: string;
}

export interface Shortened {
  readonly blocks: readonly Block[];
  readonly place: number;
  /** Whether the letter is used up. */
  readonly takesLetter: boolean;
}

const list = (type: BlockLook["type"], checked = false): BlockLook => ({ type, depth: 0, checked });
const starts: readonly (readonly [RegExp, BlockLook])[] = [
  [/^#$/, list("h1")],
  [/^##$/, list("h2")],
  [/^###$/, list("h3")],
  [/^>$/, list("q")],
  [/^[-*+•]$/, list("ul")],
  [/^1[.)]$/, list("ol")],
  [/^\[ ?\]$/, list("cl")],
  [/^\[[xX]\]$/, list("cl", true)],
];

/** Words between two signs; the closing sign's last letter is being typed. */
const pairs: readonly (readonly [letter: string, before: RegExp, sign: number, mark: string])[] = [
  ["*", /\*\*([^\s*](?:[^*]*[^\s*])?)\*$/, 2, "b"],
  ["*", /(?<![*\p{L}\p{N}])\*([^\s*](?:[^*]*[^\s*])?)$/u, 1, "i"],
  ["_", /(?<![_\p{L}\p{N}])_([^\s_](?:[^_]*[^\s_])?)$/u, 1, "i"],
  ["~", /~~([^\s~](?:[^~]*[^\s~])?)~$/, 2, "s"],
  ["`", /`([^`]+)$/, 1, "c"],
];

export function shortened(typed: Typed): Shortened | undefined {
  const { blocks, place, letter } = typed;
  const here = blockHere(blocks, place);
  if (!here) return undefined;
  const before = lettersOf(here.block).slice(0, place - here.start);
  if (letter === " ") return startOf(typed, here, before) ?? addressOf(typed, before);
  for (const [closing, pattern, sign, mark] of pairs) {
    const found = closing === letter ? pattern.exec(before) : null;
    const said = found?.[1];
    if (!found || said === undefined) continue;
    const start = here.start + found.index;
    const words = { from: start + sign, to: start + sign + said.length };
    const marked = remarked(blocks, words.from, words.to, mark);
    const none = [{ ...paragraph, runs: [] }];
    // From the back, so that the front stays where it is.
    const open = spliced(marked, words.to, place, none);
    return {
      blocks: spliced(open, start, words.from, none),
      place: words.to - sign,
      takesLetter: true,
    };
  }
  return undefined;
}

interface Here {
  readonly block: Block;
  readonly start: number;
}

function blockHere(blocks: readonly Block[], place: number): Here | undefined {
  let start = 0;
  for (const block of blocks) {
    const length = blockLength(block);
    if (place < start + length) return { block, start };
    start += length;
  }
  return undefined;
}

/** The block's letters, place by place. */
const lettersOf = ({ runs }: Block): string =>
  runs.map((run) => (run.kind === "text" ? run.text : "\ufffc")).join("");

function startOf({ blocks, place }: Typed, here: Here, before: string): Shortened | undefined {
  const look = lookBy(before, here.block);
  if (!look) return undefined;
  const { start } = here;
  const cleared = spliced(blocks, start, place, [{ ...here.block, runs: [] }]);
  return { blocks: relooked(cleared, start, start, () => look), place: start, takesLetter: true };
}

/** In a list a sign says which kind of list this line is of; who types the one it has gets no second. */
function lookBy(sign: string, block: Block): BlockLook | undefined {
  const inList = isList(block.type);
  if (block.type === "ol" && /^\d+[.)]$/.test(sign)) return { ...list("ol"), depth: block.depth };
  const look = starts.find(([pattern]) => pattern.test(sign))?.[1];
  if (!look || block.type === "p") return look;
  if (inList && isList(look.type)) return { ...look, depth: block.depth };
  return look.type === "cl" ? look : undefined;
}

/** An address typed out becomes a link when a space follows it. */
function addressOf({ blocks, place }: Typed, before: string): Shortened | undefined {
  const word = /(?:https?:\/\/|www\.)\S*[^\s.,;:!?)\]}'"»”’]$/i.exec(before)?.[0];
  const link = word === undefined ? undefined : linkFrom(word);
  if (word === undefined || link === undefined) return undefined;
  const linkedBlocks = linked(blocks, place - word.length, place, link);
  return { blocks: linkedBlocks, place, takesLetter: false };
}
