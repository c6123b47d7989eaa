/**
 * The notebook of a team: one long document for what it wants to know, what it tried, what it learnt.
 *
 * Owns where its words lie on the team's lane: a flat text (shared/text) that is a root by name. Nobody
 * lays it down, so two who open it first at the same time have one and the same; the last newline comes
 * with the first words. test/property/notebook.test.ts holds it to losing and doubling no letter.
 */
import type * as Y from "yjs";
import { readNumber, structureOrigin } from "../records/records.ts";
import { type Block, type BlockType, paragraph, plainLook, readBlocks } from "../text/blocks.ts";
import { wordsOf } from "../text/words-of.ts";
import { writeBlocks } from "../text/write-blocks.ts";

/** What the team's lane as a whole is. */
export const teamMetaRoot = "meta";
/** Raised when a reader of the version before would misread the lane. */
export const teamSchemaVersion = 1;
const notebookRoot = "notebook";

export const notebookText = (doc: Y.Doc): Y.Text => doc.getText(notebookRoot);

/** Says of the lane how it is to be read, where nobody has yet; whoever does writes the same. */
export function markTeamLane(doc: Y.Doc): void {
  const meta = doc.getMap(teamMetaRoot);
  if (readNumber(meta.get("schemaVersion"), 0) > 0) return;
  doc.transact(() => meta.set("schemaVersion", teamSchemaVersion), structureOrigin);
}

/** Whether nothing is written in it: no letters, and no block with a look. */
export function isNotebookEmpty(doc: Y.Doc): boolean {
  return readBlocks(notebookText(doc)).every(({ type, runs }) => type === "p" && runs.length === 0);
}

/** Lays headings with room under each into an empty notebook; leaves any other alone. */
export function startNotebook(doc: Y.Doc, headings: readonly string[], origin: unknown): void {
  if (!isNotebookEmpty(doc)) return;
  const text = notebookText(doc);
  const after = headings.flatMap((heading): Block[] => [
    { type: "h2", depth: 0, checked: false, runs: [{ kind: "text", text: heading, ...plainLook }] },
    { ...paragraph, runs: [] },
  ]);
  writeBlocks(text, readBlocks(text), after, { origin });
}

export interface Heading {
  /** Which block of the text it is. */
  readonly index: number;
  /** 1..3. */
  readonly level: number;
  readonly words: string;
}

const levels: { readonly [type in BlockType]?: number } = { h1: 1, h2: 2, h3: 3 };

/** The headings in order; those without words are left out. */
export function outlineOf(blocks: readonly Block[]): readonly Heading[] {
  return blocks.flatMap((block, index) => {
    const level = levels[block.type];
    const words = level === undefined ? "" : wordsOf([block]).replace(/\s+/g, " ").trim();
    return level === undefined || words === "" ? [] : [{ index, level, words }];
  });
}
