/**
 * Notes in the board lane: words of a stance, on a region of a paper or free on the table.
 *
 * Owns the root `notes`. The words are one flat text laid down with the note and never replaced.
 */
import * as Y from "yjs";
import type { GroupId, MemberId, NoteId, RegionId } from "../base/ids.ts";
import type { Point, Size } from "../geometry/rect.ts";
import {
  createRecord,
  isAlive,
  type Record,
  readOneOf,
  readPoint,
  readSize,
  readString,
  recordsOf,
  setAlive,
  setRegister,
} from "../records/records.ts";
import { type Block, readBlocks } from "../text/blocks.ts";
import { createFlatText } from "../text/flat-text.ts";
import { wordsOf } from "../text/words-of.ts";
import { createRichText } from "../text/write-blocks.ts";
import { type Arranged, readArranged } from "./arranged.ts";
import { orderOnTop } from "./stacking.ts";

export const notesRoot = "notes";

/** `plain` is a note on the table that has not been given a stance. */
export const stances = ["notice", "wonder", "interpretation", "plain"] as const;
export type Stance = (typeof stances)[number];

export const noteColours = ["honey", "clay", "moss", "sky", "plum", "paper"] as const;
export type NoteColour = (typeof noteColours)[number];

export interface Note extends Arranged {
  readonly id: NoteId;
  readonly stance: Stance;
  /** The letters of `blocks`. */
  readonly words: string;
  readonly blocks: readonly Block[];
  /** The region it stands on; undefined for a note on the table. */
  readonly region: RegionId | undefined;
  /** Top left corner in board units, for a note on the table. */
  readonly pos: Point;
  readonly size: Size;
  readonly colour: NoteColour;
  /** Of a wonder: the team is done with it as an open question. See questions.ts. */
  readonly closed: boolean;
  readonly by: MemberId;
}

/** Board units. */
export const noteSize: Size = { w: 180, h: 140 };

export interface NewNote {
  readonly id: NoteId;
  readonly stance: Stance;
  readonly words?: string;
  /** Words with their look, instead of `words`. */
  readonly blocks?: readonly Block[];
  readonly region?: RegionId;
  readonly pos?: Point;
  readonly colour?: NoteColour;
  /** Board units; `noteSize` without. Its words are as much larger as it is wider. */
  readonly size?: Size;
  readonly turn?: number;
  readonly group?: GroupId;
  readonly by: MemberId;
}

export function addNote(doc: Y.Doc, note: NewNote, origin: unknown): void {
  const size = note.size ?? noteSize;
  createRecord(
    doc,
    notesRoot,
    note.id,
    {
      stance: note.stance,
      text: note.blocks ? createRichText(note.blocks) : createFlatText(note.words),
      region: note.region,
      pos: note.pos && [note.pos.x, note.pos.y],
      size: [size.w, size.h],
      colour: note.colour,
      turn: note.turn,
      group: note.group,
      order: orderOnTop(doc, notesRoot),
      by: note.by,
    },
    origin,
  );
}

/** The note's own text, to be edited; undefined where there is none (any more). */
export function noteText(doc: Y.Doc, id: NoteId): Y.Text | undefined {
  const text = recordsOf(doc, notesRoot).get(id)?.get("text");
  return text instanceof Y.Text ? text : undefined;
}

export function setStance(doc: Y.Doc, id: NoteId, stance: Stance, origin: unknown): void {
  setRegister(doc, notesRoot, id, "stance", stance, origin);
}

export function colourNote(doc: Y.Doc, id: NoteId, colour: NoteColour, origin: unknown): void {
  setRegister(doc, notesRoot, id, "colour", colour, origin);
}

export function deleteNotes(doc: Y.Doc, ids: Iterable<NoteId>, origin: unknown): void {
  setAlive(doc, notesRoot, ids, false, origin);
}

export function readNote(id: NoteId, record: Record): Note | undefined {
  if (!isAlive(record)) return undefined;
  const region = record.get("region");
  const blocks = readBlocks(record.get("text"));
  return {
    id,
    stance: readOneOf(record.get("stance"), stances) ?? "plain",
    words: wordsOf(blocks),
    blocks,
    region: typeof region === "string" ? (region as RegionId) : undefined,
    pos: readPoint(record.get("pos")) ?? { x: 0, y: 0 },
    size: readSize(record.get("size")) ?? noteSize,
    colour: readOneOf(record.get("colour"), noteColours) ?? "honey",
    closed: record.get("closed") === true,
    ...readArranged(record),
    by: readString(record.get("by")) as MemberId,
  };
}
