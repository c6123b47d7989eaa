/**
 * Anchors: papers that a team keeps as pictures of understanding. Each says which concept it shows, in which
 * grade, and what can be seen on it; all anchors of one concept are its thread, over boards and grades.
 *
 * Owns the root `anchors` of the team's lane, which outlives every board. An anchor names the board and the
 * paper and holds no code and no image: what is covered, masked later or erased there is so here too, and the
 * words stay. A thread is no record of its own: it is there as long as an anchor names its concept, so two
 * who begin one at once begin the same. test/unit/anchors.test.ts.
 */
import type * as Y from "yjs";
import { type AnchorId, type BoardId, isId, type PaperId } from "../base/ids.ts";
import {
  createRecord,
  isAlive,
  isRecord,
  type Record,
  readString,
  recordsOf,
  setAlive,
  setRegister,
} from "../records/records.ts";

export const anchorsRoot = "anchors";

/** UTF-16 units; what is beyond is not read. */
export const anchorLimits = { concept: 120, grade: 60, shows: 600 } as const;

export interface Anchor {
  readonly id: AnchorId;
  readonly board: BoardId;
  readonly paper: PaperId;
  /** Never "". */
  readonly concept: string;
  /** In the team's words, such as "Grade 3" or "3b, spring"; "" where nobody said. */
  readonly grade: string;
  /** What understanding looks like on this paper; "" where nobody said. */
  readonly shows: string;
  /** When it was kept, in milliseconds since 1970. */
  readonly at: number;
}

export interface Thread {
  /** The same for each way of writing the concept. */
  readonly key: string;
  /** As it was written first. */
  readonly concept: string;
  /** At least one; grade by grade, the lowest first. */
  readonly grades: readonly {
    readonly grade: string;
    /** In the order they were kept. */
    readonly anchors: readonly Anchor[];
  }[];
}

const tidy = (words: string): string => words.replace(/\s+/g, " ").trim();

/** Equal for concepts, and for grades, that differ in case or blanks alone. */
export const sameWords = (words: string): string => tidy(words).toLocaleLowerCase();

/** Keeps a paper as an anchor; one that is kept for this concept already is told anew. Not without a concept. */
export function keepAnchor(doc: Y.Doc, anchor: Anchor, origin: unknown): void {
  const { id, board, paper, at } = anchor;
  const concept = tidy(anchor.concept).slice(0, anchorLimits.concept);
  if (concept === "") return;
  const grade = tidy(anchor.grade).slice(0, anchorLimits.grade);
  const shows = anchor.shows.trim().slice(0, anchorLimits.shows);
  const known = equalTo(doc, { board, paper, concept });
  if (known.length > 0) return tellAnchor(doc, known, { grade, shows }, origin);
  createRecord(doc, anchorsRoot, id, { board, paper, concept, grade, shows, at }, origin);
}

/** Says anew of which grade an anchor is, or what it shows. */
export function changeAnchor(
  doc: Y.Doc,
  anchor: Anchor,
  change: Partial<Pick<Anchor, "grade" | "shows">>,
  origin: unknown,
): void {
  const { grade, shows } = change;
  const told = {
    ...(grade !== undefined && { grade: tidy(grade).slice(0, anchorLimits.grade) }),
    ...(shows !== undefined && { shows: shows.trim().slice(0, anchorLimits.shows) }),
  };
  tellAnchor(doc, equalTo(doc, anchor), told, origin);
}

function tellAnchor(
  doc: Y.Doc,
  ids: readonly AnchorId[],
  told: { readonly [register: string]: string },
  origin: unknown,
): void {
  doc.transact(() => {
    for (const id of ids) {
      for (const [register, words] of Object.entries(told)) {
        setRegister(doc, anchorsRoot, id, register, words, origin);
      }
    }
  }, origin);
}

/** Keeps it no longer. The returned ids are what `setAlive` brings back. */
export function dropAnchor(doc: Y.Doc, anchor: Anchor, origin: unknown): readonly AnchorId[] {
  const ids = equalTo(doc, anchor);
  setAlive(doc, anchorsRoot, ids, false, origin);
  return ids;
}

/** Calls a concept by other words, with all of its anchors; one that is called so already takes them in. */
export function renameThread(doc: Y.Doc, key: string, concept: string, origin: unknown): void {
  const words = tidy(concept).slice(0, anchorLimits.concept);
  if (words === "") return;
  doc.transact(() => {
    for (const anchor of allAnchors(doc)) {
      if (sameWords(anchor.concept) !== key) continue;
      setRegister(doc, anchorsRoot, anchor.id, "concept", words, origin);
    }
  }, origin);
}

/** The same paper for the same concept, kept by one or by two at once. */
function equalTo(
  doc: Y.Doc,
  { board, paper, concept }: Pick<Anchor, "board" | "paper" | "concept">,
): readonly AnchorId[] {
  return allAnchors(doc)
    .filter((one) => one.board === board && one.paper === paper)
    .filter((one) => sameWords(one.concept) === sameWords(concept))
    .map(({ id }) => id);
}

/** By concept. Each paper once in a thread, as it was kept first. What makes no sense is left out. */
export function readThreads(doc: Y.Doc): readonly Thread[] {
  const threads = new Map<string, Anchor[]>();
  for (const anchor of allAnchors(doc)) {
    const key = sameWords(anchor.concept);
    const known = threads.get(key);
    if (!known) threads.set(key, [anchor]);
    else if (!known.some((one) => one.board === anchor.board && one.paper === anchor.paper)) {
      known.push(anchor);
    }
  }
  return [...threads]
    .map(([key, anchors]) => ({
      key,
      concept: anchors[0]?.concept ?? "",
      grades: byGrade(anchors),
    }))
    .toSorted((a, b) => a.concept.localeCompare(b.concept) || (a.key < b.key ? -1 : 1));
}

function byGrade(anchors: readonly Anchor[]): Thread["grades"] {
  const grades = new Map<string, Anchor[]>();
  for (const anchor of anchors) {
    const key = sameWords(anchor.grade);
    grades.set(key, [...(grades.get(key) ?? []), anchor]);
  }
  return [...grades.values()]
    .map((held) => ({ grade: held[0]?.grade ?? "", anchors: held }))
    .toSorted(
      (a, b) => rankOf(a.grade) - rankOf(b.grade) || a.grade.localeCompare(b.grade, undefined),
    );
}

/** Grades come in the order in which pupils go through them: before the first, by number, and those without last. */
function rankOf(grade: string): number {
  const words = sameWords(grade);
  if (words.startsWith("pre")) return -1;
  if (/^k(\b|inder)/.test(words)) return 0;
  const number = /\d+/.exec(words)?.[0];
  if (number !== undefined) return Number(number);
  return words === "" ? Number.MAX_VALUE : 1e9;
}

/** First kept first. */
function allAnchors(doc: Y.Doc): readonly Anchor[] {
  return [...recordsOf(doc, anchorsRoot)]
    .flatMap(([id, record]) => (isRecord(record) ? (readAnchor(id, record) ?? []) : []))
    .toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

function readAnchor(id: string, record: Record): Anchor | undefined {
  const [board, paper] = [record.get("board"), record.get("paper")];
  const concept = tidy(readString(record.get("concept"))).slice(0, anchorLimits.concept);
  if (!isAlive(record) || !isId(board) || !isId(paper) || concept === "") return undefined;
  return {
    id: id as AnchorId,
    board: board as BoardId,
    paper: paper as PaperId,
    concept,
    grade: tidy(readString(record.get("grade"))).slice(0, anchorLimits.grade),
    shows: readString(record.get("shows")).slice(0, anchorLimits.shows),
    at: readTime(record.get("at")),
  };
}

const readTime = (value: unknown): number =>
  Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : 0;
