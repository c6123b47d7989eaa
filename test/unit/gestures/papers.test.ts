/** Papers under hands: into piles and back, several at once, and onto a need. */
import { describe, expect, test } from "vitest";
import type { PaperId, PileId } from "../../../shared/base/ids.ts";
import { sitAlone } from "../../fixtures/editor-driver.ts";
import { registersOf } from "../../fixtures/invariants.ts";

/** Six papers, all in the tray, the whole table in view. */
async function sit() {
  const maya = await sitAlone({ board: { papers: 6, needs: 1 }, seed: 3 });
  for (const id of maya.laid.papers) maya.choose(...maya.selected(), id);
  maya.key("0").choose().acts();
  /** In the order they lie. */
  const papers = maya.view().sorted.unsorted;
  const { bounds } = maya.layout();
  const scale = Math.min(1100 / bounds.w, 700 / bounds.h);
  maya.ground.moveTo({ x: bounds.x - 20 / scale, y: bounds.y - 20 / scale, scale }, "at once");
  const onScreen = (x: number, y: number): readonly [number, number] => {
    const camera = maya.ground.camera();
    return [(x - camera.x) * camera.scale, (y - camera.y) * camera.scale];
  };
  const middle = (rect: { x: number; y: number; w: number; h: number } | undefined) => {
    if (!rect) throw new Error("it lies on the table");
    return onScreen(rect.x + rect.w / 2, rect.y + rect.h / 2);
  };
  const piles = maya.laid.piles;
  return {
    maya,
    papers,
    paper: (i: number) => middle(maya.layout().papers.get(papers[i] as PaperId)),
    pile: (i: number) => middle(maya.layout().piles.get(piles[i] as PileId)?.frame),
    tray: () => middle(maya.layout().tray.frame),
    lies: (i: number) => maya.view().places.get(papers[i] as PaperId)?.pile,
    piles,
  };
}

describe("a paper", () => {
  test("dragged into a pile lies there, as one transaction; undo puts it back", async () => {
    const { maya, paper, pile, lies, piles } = await sit();
    maya.drag(paper(0), pile(0));
    expect(lies(0)).toBe(piles[0]);
    expect(maya.acts()).toBe(1);
    maya.key("mod+z");
    expect(lies(0)).toBeUndefined();
  });

  test("shows on the way where it would land, and goes home from beside all piles", async () => {
    const { maya, papers, paper, pile, piles } = await sit();
    maya.pull(paper(0), pile(1));
    expect(maya.state.get().aim?.pile).toBe(piles[1]);
    maya.pointerMove(1190, 790).pointerUp().wait(1_000);
    expect(maya.state.get().aim).toBeUndefined();
    expect(maya.acts()).toBe(0);
    const home = maya.layout().papers.get(papers[0] as PaperId);
    expect(maya.shown(papers[0] ?? "")).toEqual(home);
  });

  test("several go together and keep their order", async () => {
    const { maya, papers, paper, pile, lies, piles } = await sit();
    const [a, , c, , e] = papers;
    if (!a || !c || !e) throw new Error("six lie in the tray");
    maya.choose(e, a, c).drag(paper(2), pile(0));
    expect([0, 1, 2, 3, 4].map(lies)).toEqual([piles[0], undefined, piles[0], undefined, piles[0]]);
    expect(maya.view().sorted.piles.get(piles[0] as PileId)).toEqual([a, c, e]);
    expect(maya.acts()).toBe(1);
    expect(maya.doing().drag).toBeUndefined();
  });

  test("Escape on the way leaves every place as it was", async () => {
    const { maya, papers, paper, pile } = await sit();
    const before = registersOf(maya.session.doc);
    maya.pull(paper(0), pile(0));
    expect(maya.doing().drag?.ids).toEqual([papers[0]]);
    maya.key("escape").pointerUp();
    expect(registersOf(maya.session.doc)).toEqual(before);
    expect(maya.acts()).toBe(0);
  });

  test("a number sends what is selected, and the next paper is in hand", async () => {
    const { maya, papers, paper, lies, piles } = await sit();
    maya.click(...paper(0)).key("2");
    expect(lies(0)).toBe(piles[1]);
    expect(maya.selected()).toEqual([papers[1]]);
  });

  test("let go over a need becomes its evidence and goes home", async () => {
    const { maya, paper, lies } = await sit();
    const [need] = maya.laid.needs;
    const cited = () => maya.view().evidenceOf.get(need as never)?.length ?? 0;
    const before = cited();
    maya.pull(paper(0), [600, 400]).overNeed(need).pointerUp().overNeed(undefined);
    expect(cited()).toBe(before + 1);
    expect(lies(0)).toBeUndefined();
    expect(maya.acts()).toBe(1);
  });

  test("is opened by a double click", async () => {
    const { maya, papers, paper } = await sit();
    maya.doubleClick(...paper(3));
    expect(maya.state.get().reading?.paper).toBe(papers[3]);
  });
});
