/** What is fetched when somebody first writes: the editor and its bar, one chunk. */
export { beginWriting } from "./writing.ts";
export { WritingBar } from "./writing-bar.tsx";
