/**
 * What keys do while writing, in rows: every key of keys.ts under the name of its button.
 * test/unit/text/writing-help.test.ts holds it to leaving none out, and the signs to doing what is said.
 */
import type { BlockType } from "../../shared/text/blocks.ts";
import type { KeyRow } from "../ui/key-rows.tsx";
import { writing } from "../words/en/writing.ts";
import { words } from "../words/words.ts";
import { barKeys, indentKeys, markKeys, signKeys, stepKeys, typeKeys } from "./keys.ts";

const say = writing;

export function writingRows(): readonly KeyRow[] {
  const marks = Object.entries(say.marks).map(([mark, what]) => ({
    what,
    keys: [markKeys[mark] ?? ""],
  }));
  const types = Object.entries(say.types).map(([type, what]) => ({
    what,
    keys: [typeKeys[type as BlockType]],
  }));
  return [
    ...marks,
    ...types,
    { what: say.indent, keys: [indentKeys.indent] },
    { what: say.outdent, keys: [indentKeys.outdent] },
    { what: say.link, keys: [barKeys.link] },
    { what: say.mention, keys: [signKeys.mention] },
    { what: say.emoji.put, keys: [signKeys.emoji, barKeys.emoji] },
    { what: say.help.bar, keys: [barKeys.bar] },
    { what: words.board.undo, keys: stepKeys.undo },
    { what: words.board.redo, keys: stepKeys.redo },
    { what: say.help.done, keys: stepKeys.done },
  ];
}
