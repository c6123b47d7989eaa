/** The list of emoji and its picker, fetched once and only when asked for. */
import type * as EmojiHere from "./emoji-here.ts";

export type EmojiChunk = typeof EmojiHere;

let coming: Promise<EmojiChunk> | undefined;

export async function fetchEmoji(): Promise<EmojiChunk> {
  coming ??= import("./emoji-here.ts");
  try {
    return await coming;
  } catch (error) {
    // Asked for again the next time somebody wants one.
    coming = undefined;
    throw error;
  }
}
