/** What somebody wrote in the notebook that did not reach the server, as one text file. */
import { notebookText } from "../../shared/inquiry/notebook.ts";
import { readBlocks } from "../../shared/text/blocks.ts";
import { markdownOf } from "../../shared/text/markdown.ts";
import { type FileOf, fileWith } from "../board/keeping/unsaved-file.ts";
import { words } from "../words/words.ts";

/** The whole notebook as this browser has it: single letters tell nobody anything. */
export const notebookFile: FileOf = (doc, updates, when) => {
  const told = ["", markdownOf(readBlocks(notebookText(doc)))];
  return fileWith(words.commands.notebook, told, updates, when);
};
