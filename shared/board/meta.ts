/** What the board as a whole is called and asks. Owns the root `meta`; both texts are registers: short, one author at a time. */
import type * as Y from "yjs";
import { readNumber, readString } from "../records/records.ts";

export const metaRoot = "meta";
/** Raised when a reader of the version before would misread the document. */
export const schemaVersion = 1;

export interface BoardMeta {
  readonly title: string;
  /** The guiding question, or "". */
  readonly question: string;
  readonly schemaVersion: number;
}

export function readMeta(doc: Y.Doc): BoardMeta {
  const meta = doc.getMap(metaRoot);
  return {
    title: readString(meta.get("title")),
    question: readString(meta.get("question")),
    schemaVersion: readNumber(meta.get("schemaVersion"), 0),
  };
}

export function retitleBoard(doc: Y.Doc, title: string, origin: unknown): void {
  setMeta(doc, "title", title.trim(), origin);
}

export function askQuestion(doc: Y.Doc, question: string, origin: unknown): void {
  setMeta(doc, "question", question.trim(), origin);
}

function setMeta(doc: Y.Doc, register: string, value: string, origin: unknown): void {
  const meta = doc.getMap(metaRoot);
  if (meta.get(register) !== value) doc.transact(() => meta.set(register, value), origin);
}
