/**
 * The emoji that are offered, and finding one by its words. Pure.
 * test/unit/text/emoji.test.ts holds the list to being whole and every name to being one emoji's own.
 */
import { emojiGroups } from "../../words/en/emoji.ts";

export interface Emoji {
  readonly sign: string;
  readonly name: string;
  /** What stands between two colons to mean it, such as `thumbs_up`. */
  readonly code: string;
  readonly words: readonly string[];
}

export interface EmojiGroup {
  readonly name: string;
  readonly emoji: readonly Emoji[];
}

export const groups: readonly EmojiGroup[] = Object.values(emojiGroups).map(({ name, list }) => ({
  name,
  emoji: list.trim().split("\n").map(read),
}));

const all: readonly Emoji[] = groups.flatMap(({ emoji }) => emoji);

function read(line: string): Emoji {
  const gap = line.indexOf(" ");
  const [name = "", more = ""] = line.slice(gap + 1).split("|");
  const words = `${name} ${more}`.split(" ").filter((word) => word !== "");
  return { sign: line.slice(0, gap), name, code: name.replaceAll(" ", "_"), words };
}

/**
 * Those that `asked` may mean, best first: every word of it begins a word of theirs. A name that begins
 * so comes before a word of a name, and that before any other word.
 */
export function findEmoji(asked: string, most = Number.POSITIVE_INFINITY): readonly Emoji[] {
  const wanted = asked.toLowerCase().replaceAll("_", " ").trim();
  if (wanted === "") return [];
  const parts = wanted.split(/\s+/);
  return all
    .filter(({ words }) => parts.every((part) => words.some((word) => word.startsWith(part))))
    .map((emoji, index) => ({ emoji, index, rank: rankOf(emoji, wanted, parts) }))
    .toSorted((a, b) => a.rank - b.rank || a.index - b.index)
    .slice(0, most)
    .map(({ emoji }) => emoji);
}

function rankOf({ name, words }: Emoji, wanted: string, parts: readonly string[]): number {
  if (name === wanted || words.includes(wanted)) return 0;
  if (name.startsWith(wanted)) return 1;
  const named = name.split(" ");
  return parts.every((part) => named.some((word) => word.startsWith(part))) ? 2 : 3;
}

/** The one that is called exactly so between two colons: by its name, or by a word that is its own. */
export function emojiCalled(code: string): Emoji | undefined {
  const wanted = code.toLowerCase();
  const named = all.find((emoji) => emoji.code === wanted);
  if (named) return named;
  const found = all.filter(({ words }) => words.includes(wanted));
  return found.length === 1 ? found[0] : undefined;
}
