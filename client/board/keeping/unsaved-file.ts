/**
 * Work that did not reach the server as one text file: in words, for the person who did it, and as the
 * updates themselves, so that nothing is lost that words cannot tell. test/unit/board-unsaved-file.test.ts.
 */
import type * as Y from "yjs";
import type { PaperId, PileId } from "../../../shared/base/ids.ts";
import { type BoardView, readBoard } from "../../../shared/board/reader.ts";
import { type RecordKind, readTouched } from "../../../shared/board/touched.ts";
import { fileName } from "../../review/file-name.ts";
import { words } from "../../words/words.ts";
import { thingOf } from "./thing-words.ts";

const say = words.keeping;

export interface UnsavedFile {
  readonly name: string;
  readonly text: string;
}

/** Puts unsaved work of a lane into a file. */
export type FileOf = (doc: Y.Doc, updates: readonly Uint8Array[], when: Date) => UnsavedFile;

/** What is unsaved on a lane beside the board's. */
export interface MoreUnsaved {
  /** In words. */
  readonly told: readonly string[];
  readonly updates: readonly Uint8Array[];
}

/** `updates` are Yjs updates, v1, that `doc` holds. */
export function unsavedFile(
  doc: Y.Doc,
  updates: readonly Uint8Array[],
  when: Date,
  more: MoreUnsaved = { told: [], updates: [] },
): UnsavedFile {
  const view = readBoard(doc);
  const title = view.meta.title || words.board.untitled;
  const told = [...inWords(doc, view, updates), ...more.told];
  const all = [...updates, ...more.updates];
  return fileWith(title, told.length > 0 ? told : ["", say.fileNothing], all, when);
}

/** The file that tells of the work under a title, by `told` in words. */
export function fileWith(
  title: string,
  told: readonly string[],
  updates: readonly Uint8Array[],
  when: Date,
): UnsavedFile {
  const lines = [
    say.fileTitle(title),
    say.fileAbout(when),
    ...told,
    "",
    "",
    say.fileRaw,
    ...updates.map(base64),
    "",
  ];
  const name = fileName(say.fileName(title), say.fileName(words.board.untitled), "txt");
  return { name, text: lines.join("\n") };
}

function inWords(doc: Y.Doc, view: BoardView, updates: readonly Uint8Array[]): readonly string[] {
  const { meta, records } = readTouched(doc, updates);
  let gone = 0;
  const things = (kind: RecordKind): readonly string[] =>
    records[kind].flatMap((id) => {
      const thing = thingOf(view, kind, id);
      if (!thing) {
        gone++;
        return [];
      }
      return [thing.said ? `${thing.name}: ${thing.said}` : thing.name];
    });
  const notes = things("note");
  const shapes = things("shape");
  const needs = [...things("need"), ...things("resource"), ...things("nextStep")];
  const piles = records.pile.flatMap((id) => {
    const pile = view.piles.find((one) => one.id === (id as PileId));
    if (!pile) gone++;
    return pile ? [say.filePile(words.board.pileName(pile), pile.criterion)] : [];
  });
  const papers = records.paper.flatMap((id) => {
    const paper = view.papers.get(id as PaperId);
    if (!paper) gone++;
    const { pile } = view.places.get(id as PaperId) ?? {};
    const lies = view.piles.find((one) => one.id === pile);
    return paper
      ? [say.filePaper(paper.code, lies ? words.board.pileName(lies) : words.board.unsorted)]
      : [];
  });
  const counts = (
    [
      [things("stroke").length, say.fileStrokes],
      [things("region").length, say.fileRegions],
      [things("evidence").length, say.fileEvidence],
      [things("column").length, say.fileColumns],
      [gone, say.fileRemoved],
    ] as const
  ).flatMap(([count, tell]) => (count > 0 ? [tell(count)] : []));
  const board = meta
    ? [
        say.fileTitleIs(view.meta.title || words.board.untitled),
        ...(view.meta.question ? [say.fileQuestionIs(view.meta.question)] : []),
      ]
    : [];
  return [
    ...section(say.fileBoard, board),
    ...section(say.fileNotes, notes),
    ...section(say.fileShapes, shapes),
    ...section(say.fileNeeds, needs),
    ...section(say.filePiles, piles),
    ...section(say.filePapers, papers),
    ...section(say.fileAlso, counts),
  ];
}

function section(heading: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  return ["", heading, ...lines.map((line) => `- ${line.replace(/\n/g, "\n  ")}`)];
}

/** One update a line. */
function base64(update: Uint8Array): string {
  let bytes = "";
  for (const byte of update) bytes += String.fromCharCode(byte);
  return btoa(bytes);
}
