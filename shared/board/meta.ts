/**
 * What the board as a whole is called and asks, and the task that its papers answer, and
 * what was tried between sets of them. Owns the root `meta`;
 * the texts are registers: short, one author at a time.
 */
import type * as Y from "yjs";
import { readNumber, readString } from "../records/records.ts";

export const metaRoot = "meta";
/** Raised when a reader of the version before would misread the document. */
export const schemaVersion = 1;

/** What the pupils were asked, and what the team looks for in their work; "" for what nobody said. */
export interface Task {
  readonly prompt: string;
  readonly lookFor: string;
}

/** UTF-16 units of either. */
export const longestTask = 4_000;

export interface BoardMeta {
  readonly title: string;
  /** The guiding question, or "". */
  readonly question: string;
  readonly task: Task;
  /** What the team tried between one set of papers and the next, or "". */
  readonly tried: string;
  readonly schemaVersion: number;
}

export function readMeta(doc: Y.Doc): BoardMeta {
  const meta = doc.getMap(metaRoot);
  return {
    title: readString(meta.get("title")),
    question: readString(meta.get("question")),
    task: {
      prompt: readString(meta.get("prompt")).slice(0, longestTask),
      lookFor: readString(meta.get("lookFor")).slice(0, longestTask),
    },
    tried: readString(meta.get("tried")),
    schemaVersion: readNumber(meta.get("schemaVersion"), 0),
  };
}

export function retitleBoard(doc: Y.Doc, title: string, origin: unknown): void {
  setMeta(doc, "title", title.trim(), origin);
}

export function askQuestion(doc: Y.Doc, question: string, origin: unknown): void {
  setMeta(doc, "question", question.trim(), origin);
}

export function describeTask(doc: Y.Doc, { prompt, lookFor }: Task, origin: unknown): void {
  doc.transact(() => {
    setMeta(doc, "prompt", prompt.trim(), origin);
    setMeta(doc, "lookFor", lookFor.trim(), origin);
  }, origin);
}

export function sayTried(doc: Y.Doc, tried: string, origin: unknown): void {
  setMeta(doc, "tried", tried.trim(), origin);
}

function setMeta(doc: Y.Doc, register: string, value: string, origin: unknown): void {
  const meta = doc.getMap(metaRoot);
  if (meta.get(register) !== value) doc.transact(() => meta.set(register, value), origin);
}
