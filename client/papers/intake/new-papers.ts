/**
 * Stored pages as new papers of a board: codes as they were printed or stand in the key book, random ones
 * otherwise, in the stack's order behind the last unsorted paper.
 */
import type { PageId, PaperId } from "../../../shared/base/ids.ts";
import type { BoardView } from "../../../shared/board/reader.ts";
import { nextCodeOf, pupilOf } from "../../../shared/papers/codes.ts";
import { addPapers, type NewPaper, papersRoot, type Tier } from "../../../shared/papers/papers.ts";
import { orderBetween } from "../../../shared/sorting/piles.ts";
import type { BoardSession } from "../../sync/board-session.ts";
import type { AskedCode } from "./batch.ts";
import { makeCodes } from "./codes.ts";

export interface StoredPaper extends AskedCode {
  readonly id: PaperId;
  readonly pages: readonly { readonly id: PageId; readonly tiers: readonly Tier[] }[];
}

/**
 * A printed code that is on the board already, or asked for twice, is given to no other paper; a pupil's own
 * is, with a number behind it. A fresh code is none of `avoid` and no other pupil's. `random` gives numbers
 * in [0, 1).
 */
export function newPapers(
  view: Pick<BoardView, "papers" | "places" | "sorted">,
  papers: readonly StoredPaper[],
  random: () => number,
  avoid: Iterable<string> = [],
): readonly NewPaper[] {
  const taken = new Set([...view.papers.values()].map(({ code }) => code));
  const pupils = new Set([...[...taken].map(pupilOf), ...avoid]);
  for (const { code } of papers) if (code !== undefined) pupils.add(code);
  const fresh = (): string => {
    const [code = "?"] = makeCodes(1, pupils, random);
    pupils.add(code);
    return code;
  };
  // A code made for a new pupil a moment ago that a colleague's paper has by now is made anew.
  const remade = new Map<string, string>();
  for (const { code, codeOf } of papers)
    if (codeOf === "new" && code !== undefined && !remade.has(code))
      remade.set(code, [...taken].some((each) => pupilOf(each) === code) ? fresh() : code);
  const codes = papers.map(({ code, codeOf }) => {
    const own = codeOf === "new" ? remade.get(code ?? "") : code;
    const next = own === undefined ? fresh() : codeOf ? nextCodeOf(own, taken) : own;
    const given = taken.has(next) ? fresh() : next;
    taken.add(given);
    return given;
  });
  const last = view.sorted.unsorted.at(-1);
  let order = last && view.places.get(last)?.order;
  return papers.map((paper, i) => {
    order = orderBetween(order, undefined);
    return { ...paper, code: codes[i] ?? "?", order };
  });
}

/** Puts the papers on the board in one act. One that is there already, or was and is deleted, is left as it is. */
export function layPapers(
  session: BoardSession,
  papers: readonly StoredPaper[],
  avoid: Iterable<string> = [],
): void {
  const there = session.doc.getMap(papersRoot);
  const missing = papers.filter(({ id }) => !there.has(id));
  if (missing.length === 0) return;
  const fresh = newPapers(session.reader.view(), missing, random, avoid);
  session.act((origin) => addPapers(session.doc, fresh, origin));
}

/** From the browser's own source: a code must not be guessed from the one before. */
export const random = (): number =>
  (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 4_294_967_296;
