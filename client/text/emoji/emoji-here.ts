/** What is fetched when somebody first wants an emoji: the list and its picker, one chunk. */
export { EmojiPicker } from "./emoji-picker.tsx";
export { emojiCalled, findEmoji } from "./find-emoji.ts";
export { toned } from "./tones.ts";
