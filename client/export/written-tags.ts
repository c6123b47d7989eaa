/**
 * Which elements of the structure tree the blocks of a written text are: lists within the item above them,
 * quotations of several paragraphs, and headings that skip no level.
 */
import type { CheckStates, WrittenBlock } from "../../shared/report/report.ts";
import type { BlockType } from "../../shared/text/blocks.ts";
import type { Tag } from "./sheets.ts";

export type HeadingLevel = 1 | 2 | 3;

export interface WrittenTags {
  /** What the words are. */
  readonly words: Tag;
  /** What the sign before an item is. */
  readonly label: Tag | undefined;
}

interface OpenList {
  readonly tag: Tag;
  readonly type: BlockType;
  readonly depth: number;
  /** Of its last item: a deeper list goes in there. */
  body: Tag;
}

const numberings = { ul: "Disc", ol: "Decimal", cl: "Square" } as const;

/** To be asked for block after block, in their order. `under` is the level of the heading above all of them. */
export function createWrittenTags(within: Tag, under: HeadingLevel, states: CheckStates) {
  const lists: OpenList[] = [];
  let quote: Tag | undefined;
  /** The ranks of the headings above what comes next. */
  const ranks: string[] = [];

  function itemTags(type: keyof typeof numberings, { depth, checked }: WrittenBlock): WrittenTags {
    while (lists.some((list) => list.depth > depth)) lists.pop();
    const last = lists.at(-1);
    if (last?.depth === depth && last.type !== type) lists.pop();
    let list = lists.at(-1);
    if (list?.depth !== depth) {
      const tag: Tag = { is: "L", within: list?.body ?? within, numbering: numberings[type] };
      lists.push((list = { tag, type, depth, body: tag }));
    }
    const item: Tag = { is: "LI", within: list.tag };
    list.body = { is: "LBody", within: item };
    const says = type === "cl" ? { says: checked ? states.checked : states.unchecked } : {};
    return { words: { is: "P", within: list.body }, label: { is: "Lbl", within: item, ...says } };
  }

  function headingTag(type: string): Tag {
    while (ranks.some((rank) => rank >= type)) ranks.pop();
    ranks.push(type);
    const is = `H${under + ranks.length}` as "H2" | "H3" | "H4" | "H5" | "H6";
    return { is, within };
  }

  return {
    of(block: WrittenBlock): WrittenTags {
      const { type } = block;
      if (type !== "q") quote = undefined;
      if (type === "ul" || type === "ol" || type === "cl") return itemTags(type, block);
      lists.length = 0;
      if (type === "p") return { words: { is: "P", within }, label: undefined };
      if (type !== "q") return { words: headingTag(type), label: undefined };
      quote ??= { is: "BlockQuote", within };
      return { words: { is: "P", within: quote }, label: undefined };
    },
  };
}
