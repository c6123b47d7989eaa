/**
 * Tags: words of the team on a paper, or on a region of one, by which papers that have something in common
 * are found again.
 *
 * A tag is one register of the record it is on (see `tagPrefix`): the words as they were spelled, or "" once
 * it is taken off. So two people who tag one thing at once both keep theirs. A tag is there as long as a
 * paper or a region has it, and there is no list of tags to look after. It is about this paper, never about
 * the pupil: their next paper begins without. test/unit/papers-tags.test.ts.
 */
import type * as Y from "yjs";
import type { PageId, PaperId, RegionId } from "../base/ids.ts";
import { setRegister } from "../records/records.ts";
import { mostTag, type Page, type Paper, papersRoot, tagPrefix } from "./papers.ts";
import { type Region, regionsRoot } from "./regions.ts";

/** By which a tag is known however it is spelled: "Slope" and "slope" are one. */
export const tagKey = (words: string): string => words.normalize("NFC").toLowerCase();

/** The words as they are kept: on one line and not too many. "" where there are none. */
export function tidyTag(words: string): string {
  const line = words.normalize("NFC").replace(/\s+/gu, " ").trim();
  return Array.from(line).slice(0, mostTag).join("").trim();
}

/** What carries tags. */
export interface Tagged {
  readonly papers?: Iterable<Paper>;
  readonly regions?: Iterable<Region>;
}

/** Puts a tag on things; those that have it already, in whatever spelling, keep it as it is. */
export function putTag(doc: Y.Doc, on: Tagged, words: string, origin: unknown): void {
  const tidy = tidyTag(words);
  if (tidy === "") return;
  doc.transact(() => {
    for (const thing of thingsOf(on)) {
      if (!hasTag(thing, tidy)) write(doc, thing, tidy, tidy, origin);
    }
  }, origin);
}

export function takeTagOff(doc: Y.Doc, on: Tagged, words: string, origin: unknown): void {
  doc.transact(() => {
    for (const thing of thingsOf(on)) {
      if (hasTag(thing, words)) write(doc, thing, words, "", origin);
    }
  }, origin);
}

/** Changes a tag's words wherever it is. What a colleague tags meanwhile keeps the old ones. */
export function renameTag(
  doc: Y.Doc,
  on: Tagged,
  { from, to }: { readonly from: string; readonly to: string },
  origin: unknown,
): void {
  const tidy = tidyTag(to);
  if (tidy === "") return;
  doc.transact(() => {
    for (const thing of thingsOf(on)) {
      if (!hasTag(thing, from)) continue;
      if (tagKey(from) !== tagKey(tidy)) write(doc, thing, from, "", origin);
      write(doc, thing, tidy, tidy, origin);
    }
  }, origin);
}

interface Thing {
  readonly root: string;
  readonly id: string;
  readonly tags: readonly string[];
}

function* thingsOf({ papers = [], regions = [] }: Tagged): Generator<Thing> {
  for (const { id, tags } of papers) yield { root: papersRoot, id, tags };
  for (const { id, tags } of regions) yield { root: regionsRoot, id, tags };
}

function write(doc: Y.Doc, on: Thing, tag: string, words: string, origin: unknown): void {
  setRegister(doc, on.root, on.id, `${tagPrefix}${tagKey(tag)}`, words, origin);
}

export const hasTag = ({ tags }: Pick<Paper, "tags">, words: string): boolean =>
  tags.some((tag) => tagKey(tag) === tagKey(words));

export interface TagInUse {
  readonly key: string;
  /** As most spell it. */
  readonly words: string;
  /** Those that have it, or a region that has, in the order they were given. */
  readonly papers: readonly PaperId[];
  readonly regions: readonly RegionId[];
}

/** As much of a board as has to do with tags. */
export interface TaggedBoard {
  readonly papers: ReadonlyMap<PaperId, Paper>;
  readonly pages: ReadonlyMap<PageId, Page>;
  readonly regions: ReadonlyMap<RegionId, Region>;
}

/** Every tag that something has, by its words; `order` is that of the papers. */
export function tagsOf(
  { papers, pages, regions }: TaggedBoard,
  order: Iterable<PaperId> = papers.keys(),
): readonly TagInUse[] {
  interface Found {
    readonly papers: Set<PaperId>;
    readonly regions: RegionId[];
    readonly spelled: string[];
  }
  const known = new Map<string, Found>();
  const find = (words: string): Found => {
    const key = tagKey(words);
    const found = known.get(key) ?? { papers: new Set(), regions: [], spelled: [] };
    known.set(key, found);
    found.spelled.push(words);
    return found;
  };
  for (const { id, tags } of papers.values()) for (const words of tags) find(words).papers.add(id);
  for (const { id, page, tags } of regions.values()) {
    const paper = pages.get(page)?.paper;
    if (paper === undefined) continue;
    for (const words of tags) {
      const found = find(words);
      found.papers.add(paper);
      found.regions.push(id);
    }
  }
  const inOrder = [...order];
  return [...known]
    .map(([key, found]) => ({
      key,
      words: mostOften(found.spelled),
      papers: inOrder.filter((paper) => found.papers.has(paper)),
      regions: found.regions,
    }))
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
