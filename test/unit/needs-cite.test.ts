import { describe, expect, test } from "vitest";
import { citeAll, citeEvidence, newNeedFrom } from "../../client/needs/cite.ts";
import { groupNeeds, removeEvidence, removeNeed, stepNeed } from "../../client/needs/need-acts.ts";
import { readTarget } from "../../client/papers/evidence-drag.ts";
import type { EvidenceId, NeedId, PageId } from "../../shared/base/ids.ts";
import { addEvidence, needText } from "../../shared/board/needs.ts";
import { standingOf } from "../../shared/board/standing.ts";
import { deletePapers } from "../../shared/papers/papers.ts";
import { deletePile } from "../../shared/sorting/piles.ts";
import { sendToPile } from "../../shared/sorting/places.ts";
import { handsOn } from "../fixtures/acting.ts";
import { inventBoard } from "../fixtures/board.ts";

function atTheNeeds() {
  const made = inventBoard({ papers: 8, pagesPerPaper: 2, marks: 20, needs: 0 });
  const hands = handsOn(made.doc);
  const view = () => hands.reader.view();
  const paperOf = (region: (typeof made.regions)[number] | undefined) =>
    view().pages.get(view().regions.get(region as never)?.page as PageId)?.paper;
  /** One region each of two papers. */
  const [here] = made.regions;
  const there = made.regions.find((region) => paperOf(region) !== paperOf(here));
  if (!here || !there) throw new Error("marks are on several papers");
  return { ...made, hands, view, paperOf, here, there };
}

describe("citing", () => {
  test("a need is a hunch until evidence comes from two papers", () => {
    const { hands, view, here, there, paperOf } = atTheNeeds();
    const need = newNeedFrom(hands);
    expect(standingOf(view(), need)).toMatchObject({ hunch: true, papers: [] });
    citeEvidence(hands, need, { region: here });
    const paper = paperOf(here);
    if (paper) citeEvidence(hands, need, { paper });
    // Two pieces, one paper.
    expect(standingOf(view(), need)).toMatchObject({ hunch: true, papers: [paper] });
    citeEvidence(hands, need, { region: there });
    expect(standingOf(view(), need)).toMatchObject({ hunch: false });
    expect(standingOf(view(), need).papers.length).toBe(2);
  });

  test("what is cited already stays cited once, and nothing is there to undo", () => {
    const { hands, view, here } = atTheNeeds();
    const need = newNeedFrom(hands);
    expect(citeEvidence(hands, need, { region: here })).toBe("added");
    expect(citeEvidence(hands, need, { region: here })).toBe("already");
    expect(view().evidenceOf.get(need)?.length).toBe(1);
    hands.history.undo();
    expect(view().evidenceOf.get(need)).toBeUndefined();
  });

  test("what is gone cannot be cited, nor a need that is gone", () => {
    const { hands, doc, here, paperOf } = atTheNeeds();
    const need = newNeedFrom(hands);
    const paper = paperOf(here);
    deletePapers(doc, paper ? [paper] : [], "colleague");
    expect(citeEvidence(hands, need, { region: here })).toBe("gone");
    expect(citeEvidence(hands, "nothing-here" as NeedId, { region: here })).toBe("gone");
  });

  test("several pieces at once are one step of undo and keep their order", () => {
    const { hands, view, here, there, paperOf } = atTheNeeds();
    const need = newNeedFrom(hands);
    const paper = paperOf(there);
    const targets = [{ region: there }, { region: here }, ...(paper ? [{ paper }] : [])];
    expect(citeAll(hands, need, targets)).toBe(3);
    expect(
      view()
        .evidenceOf.get(need)
        ?.map(({ region }) => region),
    ).toEqual([there, here, undefined]);
    hands.history.undo();
    expect(view().evidenceOf.get(need)).toBeUndefined();
    expect(view().needs.length).toBe(1);
  });

  test("a new need begins with its evidence, in that paper's pile, as one step", () => {
    const { hands, view, piles, here, paperOf, doc } = atTheNeeds();
    const paper = paperOf(here);
    sendToPile(doc, paper ? [paper] : [], piles[1], undefined, "test");
    const need = newNeedFrom(hands, { region: here });
    expect(view().needs.find(({ id }) => id === need)?.pile).toBe(piles[1]);
    expect(view().evidenceOf.get(need)?.length).toBe(1);
    hands.history.undo();
    expect(view().needs).toEqual([]);
  });
});

describe("taking back", () => {
  test("evidence that two colleagues cited at once goes, and comes back as one", () => {
    const { hands, view, here, paperOf, doc } = atTheNeeds();
    const need = newNeedFrom(hands, { region: here });
    const paper = paperOf(here);
    if (!paper) throw new Error("the region is on a paper");
    const id = "colleagues-aaaaa" as EvidenceId;
    addEvidence(doc, { id, need, paper, region: here, order: "a5" }, "colleague");
    const [shown] = view().evidenceOf.get(need) ?? [];
    const restore = shown && removeEvidence(hands, shown);
    expect(view().evidenceOf.get(need)).toBeUndefined();
    restore?.();
    expect(view().evidenceOf.get(need)?.length).toBe(1);
  });

  test("a need comes back with the words a colleague wrote meanwhile", () => {
    const { hands, view, here, doc } = atTheNeeds();
    const need = newNeedFrom(hands, { region: here });
    const restore = removeNeed(hands, need);
    expect(view().needs).toEqual([]);
    needText(doc, need)?.insert(0, "both hemispheres at once");
    restore();
    expect(view().needs[0]?.words).toBe("both hemispheres at once");
    expect(view().evidenceOf.get(need)?.length).toBe(1);
  });
});

describe("needs by pile", () => {
  test("each is in one group, in its pile or with the whole board", () => {
    const { hands, view, piles, doc } = atTheNeeds();
    const [first, second] = piles;
    const seen = [first, second, second, undefined].map((pile) =>
      newNeedFrom(hands, undefined, pile),
    );
    const groups = () => groupNeeds(view()).map(({ needs }) => needs.map(({ id }) => id));
    expect(groups()).toEqual([[seen[0]], [seen[1], seen[2]], [], [seen[3]]]);
    if (second) deletePile(doc, second, "colleague");
    expect(groups()).toEqual([[seen[0]], [], [seen[1], seen[2], seen[3]]]);
  });

  test("a need moves within its group only, and stops at the ends", () => {
    const { hands, view, piles } = atTheNeeds();
    const [first, second] = piles;
    const a = newNeedFrom(hands, undefined, first);
    newNeedFrom(hands, undefined, second);
    const b = newNeedFrom(hands, undefined, first);
    expect(stepNeed(hands, b, -1)).toBe(1);
    expect(groupNeeds(view())[0]?.needs.map(({ id }) => id)).toEqual([b, a]);
    expect(stepNeed(hands, b, -1)).toBeUndefined();
    hands.history.undo();
    expect(groupNeeds(view())[0]?.needs.map(({ id }) => id)).toEqual([a, b]);
  });
});

describe("what a drag carries", () => {
  test("only our own ids come out of it, whatever somebody drops", () => {
    expect(readTarget('{"region":"Ab3Ab3Ab3Ab3"}')).toEqual({ region: "Ab3Ab3Ab3Ab3" });
    expect(readTarget('{"paper":"Ab3Ab3Ab3Ab3"}')).toEqual({ paper: "Ab3Ab3Ab3Ab3" });
    for (const other of ["", "null", "[]", "{", '{"region":1}', '{"paper":"../x"}', "file.pdf"]) {
      expect(readTarget(other)).toBeUndefined();
    }
  });
});
