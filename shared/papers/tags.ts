/**
 * Tags: words of the team on a paper, by which papers that have something in common are found again.
 *
 * A tag on a paper is one register of the paper's record (see `tagPrefix`): the words as they were spelled,
 * or "" once it is taken off. So two people who tag one paper at once both keep theirs. A tag is there as
 * long as a paper has it, and there is no list of tags to look after. It is about this paper, never about
 * the pupil: their next paper begins without. test/unit/papers-tags.test.ts.
 */
import type * as Y from "yjs";
import type { PaperId } from "../base/ids.ts";
import { setRegister } from "../records/records.ts";
import { mostTag, type Paper, papersRoot, tagPrefix } from "./papers.ts";

/** By which a tag is known however it is spelled: "Slope" and "slope" are one. */
export const tagKey = (words: string): string => words.normalize("NFC").toLowerCase();

/** The words as they are kept: on one line and not too many. "" where there are none. */
export function tidyTag(words: string): string {
  const line = words.normalize("NFC").replace(/\s+/gu, " ").trim();
  return Array.from(line).slice(0, mostTag).join("").trim();
}

/** Puts a tag on papers; those that have it already, in whatever spelling, keep it as it is. */
export function tagPapers(
  doc: Y.Doc,
  papers: Iterable<Paper>,
  words: string,
  origin: unknown,
): void {
  const tidy = tidyTag(words);
  if (tidy === "") return;
  doc.transact(() => {
    for (const paper of papers) {
      if (!hasTag(paper, tidy)) write(doc, paper.id, tidy, tidy, origin);
    }
  }, origin);
}

export function untagPapers(
  doc: Y.Doc,
  papers: Iterable<Paper>,
  words: string,
  origin: unknown,
): void {
  doc.transact(() => {
    for (const paper of papers) {
      if (hasTag(paper, words)) write(doc, paper.id, words, "", origin);
    }
  }, origin);
}

/** Changes a tag's words on every paper that has it. One that a colleague tags meanwhile keeps the old ones. */
export function renameTag(
  doc: Y.Doc,
  papers: Iterable<Paper>,
  { from, to }: { readonly from: string; readonly to: string },
  origin: unknown,
): void {
  const tidy = tidyTag(to);
  if (tidy === "") return;
  doc.transact(() => {
    for (const paper of papers) {
      if (!hasTag(paper, from)) continue;
      if (tagKey(from) !== tagKey(tidy)) write(doc, paper.id, from, "", origin);
      write(doc, paper.id, tidy, tidy, origin);
    }
  }, origin);
}

function write(doc: Y.Doc, paper: PaperId, tag: string, words: string, origin: unknown): void {
  setRegister(doc, papersRoot, paper, `${tagPrefix}${tagKey(tag)}`, words, origin);
}

export const hasTag = ({ tags }: Pick<Paper, "tags">, words: string): boolean =>
  tags.some((tag) => tagKey(tag) === tagKey(words));

export interface TagInUse {
  readonly key: string;
  /** As most of its papers spell it. */
  readonly words: string;
  /** One at least, in the order they were given. */
  readonly papers: readonly PaperId[];
}

/** Every tag that some paper has, by its words. */
export function tagsOf(papers: Iterable<Paper>): readonly TagInUse[] {
  const known = new Map<string, { readonly papers: PaperId[]; readonly spelled: string[] }>();
  for (const { id, tags } of papers) {
    for (const words of tags) {
      const key = tagKey(words);
      const tag = known.get(key) ?? { papers: [], spelled: [] };
      tag.papers.push(id);
      tag.spelled.push(words);
      known.set(key, tag);
    }
  }
  return [...known]
    .map(([key, { papers: on, spelled }]) => ({ key, words: mostOften(spelled), papers: on }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

/** Of those that come as often, the first by letters: the same for everybody. */
function mostOften(words: readonly string[]): string {
  const count = (one: string): number => words.filter((word) => word === one).length;
  return words.toSorted().reduce((best, one) => (count(one) > count(best) ? one : best));
}

/** The papers that one person keeps bright, by a tag that is on them. */
export interface TagFilter {
  readonly tag: TagInUse["key"];
}
