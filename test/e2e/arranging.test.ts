/**
 * Several things at once, by real pointers and keys, as a colleague's page sees it: lining up, copies,
 * handles, groups, locks. What each gesture does in the document is told in test/unit/gestures.
 */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { words } from "../../client/words/words.ts";
import type { MemberId, ShapeId } from "../../shared/base/ids.ts";
import { addShape } from "../../shared/board/shapes.ts";
import { joinTeam, type SeededBoard, seedBoard } from "./seed-board.ts";
import { createStage, type Person, type Stage, until } from "./stage.ts";

const names = ["one", "two", "three"] as const;
type Name = (typeof names)[number];
/** Board units: apart from each other, and from the panels of what is selected. */
const places = { one: [700, 300], two: [940, 370], three: [1300, 320] } as const;

let stage: Stage;
let maya: Person;
let jonas: Person;
let board: SeededBoard;

beforeAll(async () => {
  stage = await createStage();
  maya = await stage.newPerson();
  board = await seedBoard(stage, maya, {
    name: "Maya",
    papers: 1,
    edit(doc) {
      for (const name of names) {
        const [x, y] = places[name];
        const place = { pos: { x, y }, size: { w: 160, h: 100 }, fill: "solid" } as const;
        const id = `${name}-00000000000000`.slice(0, 16) as ShapeId;
        addShape(doc, { id, kind: "box", words: name, by: "" as MemberId, ...place }, "seed");
      }
    },
  });
  jonas = await stage.newPerson();
  await joinTeam(stage, jonas, board.invite, "Jonas");
  for (const { page } of [maya, jonas]) {
    page.setDefaultTimeout(20_000);
    await page.goto(`${stage.url}/board/${board.boardId}`);
    for (const name of names) await box(page, name).waitFor();
  }
});
afterAll(async () => {
  await stage?.close();
});

const box = (page: Page, name: Name) =>
  page.locator("[data-item]").and(page.getByRole("button", { name: `Box: ${name}`, exact: true }));

interface Seen {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Where the boxes of a name are on a page, in whole pixels. */
const seenAll = (page: Page, name: Name): Promise<readonly Seen[]> =>
  box(page, name).evaluateAll((cards) =>
    cards.map((card) => {
      // What is drawn in the card: that turns, the card itself does not.
      const { x, y, width, height } = (card.querySelector("svg") ?? card).getBoundingClientRect();
      return {
        x: Math.round(x),
        y: Math.round(y),
        w: Math.round(width),
        h: Math.round(height),
      };
    }),
  );
async function seen(page: Page, name: Name): Promise<Seen> {
  const [one] = await seenAll(page, name);
  if (!one) throw new Error(`${name} is on the table`);
  return one;
}
const near = (a: number, b: number): boolean => Math.abs(a - b) <= 2;
/** Until the colleague sees it so. */
const jonasSees = (what: string, holds: (see: (name: Name) => Promise<Seen>) => Promise<boolean>) =>
  until(what, () => holds((name) => seen(jonas.page, name)));

/** Never twice running at one spot of a box: on a quick machine two choices would be a double click. */
async function choose(...chosen: readonly Name[]): Promise<void> {
  const { page } = maya;
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  side = side === 30 ? 60 : 30;
  for (const [i, name] of chosen.entries()) {
    const modifiers: "Shift"[] = i > 0 ? ["Shift"] : [];
    await box(page, name).click({ position: { x: side, y: 20 }, modifiers });
  }
}
let side = 30;

/** Takes hold at one place and goes to another; `onTheWay` looks while it is still held. */
async function pull(
  from: readonly [number, number],
  to: readonly [number, number],
  onTheWay?: () => Promise<void>,
): Promise<void> {
  const { mouse } = maya.page;
  await mouse.move(...from);
  await mouse.down();
  await mouse.move(...to, { steps: 6 });
  await onTheWay?.();
  await mouse.up();
}
const middle = ({ x, y, w, h }: Seen): readonly [number, number] => [x + w / 2, y + h / 2];

/** Takes back so many steps, until the colleague sees all where it lay. */
async function takeBack(steps: number): Promise<void> {
  for (let i = 0; i < steps; i++) await maya.page.keyboard.press("Control+z");
  await jonasSees("all where it lay", async (see) => {
    const now = await Promise.all(names.map(see));
    return names.every((name, i) => {
      const [was, is] = [home.get(name), now[i]];
      return was && is && near(was.x, is.x) && near(was.y, is.y) && near(was.w, is.w);
    });
  });
}
const home = new Map<Name, Seen>();

test("things line up, are spaced and tidied; each is one step back", async () => {
  for (const name of names) home.set(name, await seen(jonas.page, name));
  await choose(...names);
  await maya.page.keyboard.press("Alt+w");
  await jonasSees("one upper edge", async (see) => {
    const [a, b, c] = await Promise.all(names.map(see));
    return a !== undefined && near(a.y, b?.y ?? 0) && near(a.y, c?.y ?? 0);
  });
  await maya.page.keyboard.press("Alt+Shift+h");
  await jonasSees("even gaps", async (see) => {
    const [a, b, c] = await Promise.all(names.map(see));
    if (!a || !b || !c) return false;
    return near(b.x - a.x - a.w, c.x - b.x - b.w);
  });
  await takeBack(2);
  await maya.page.keyboard.press("Alt+t");
  await jonasSees("all tidy", async (see) => {
    const [a, b] = await Promise.all(names.map(see));
    return a !== undefined && b !== undefined && near(a.y, b.y) && b.x - a.x < a.w * 1.5;
  });
  await takeBack(1);
  expect(maya.faults).toEqual([]);
});

test("a handle makes a thing larger, and the colleague sees it before it is let go", async () => {
  await choose("one");
  const { x, y, w, h } = await seen(maya.page, "one");
  await pull([x + w, y + h], [x + w + 50, y + h + 30], async () => {
    await jonasSees("a wider box", async (see) => near((await see("one")).w, w + 50));
  });
  await jonasSees("a wider box for good", async (see) => {
    const now = await see("one");
    return near(now.w, w + 50) && near(now.h, h + 30) && near(now.x, x);
  });
  await takeBack(1);
  expect(maya.faults).toEqual([]);
});

test("a thing is turned by its handle, and Escape on the way leaves it", async () => {
  await choose("one");
  const { x, y, w, h } = await seen(maya.page, "one");
  const over = [x + w / 2, y - 26] as const;
  const beside = [x + w / 2 + h / 2 + 26, y + h / 2] as const;
  const onItsSide = async (see: (name: Name) => Promise<Seen>) => {
    const now = await see("one");
    return near(now.w, h) && near(now.h, w);
  };
  await pull(over, beside, async () => {
    await jonasSees("the box on its side, in the hand", onItsSide);
    await maya.page.keyboard.press("Escape");
  });
  await takeBack(0);
  await choose("one");
  await pull(over, beside);
  await jonasSees("the box on its side", onItsSide);
  await takeBack(1);
  expect(maya.faults).toEqual([]);
});

test("a group goes together, and what is locked stays", async () => {
  await choose("one", "two");
  await maya.page.keyboard.press("Control+g");
  await choose();
  const [one, two] = [await seen(maya.page, "one"), await seen(maya.page, "two")];
  const [x, y] = middle(one);
  await pull([x, y], [x + 60, y + 50]);
  await jonasSees("both moved alike", async (see) => {
    const [a, b] = [await see("one"), await see("two")];
    return a.x > one.x + 40 && near(a.x - one.x, b.x - two.x) && near(a.y - one.y, b.y - two.y);
  });
  await takeBack(2);
  await choose("three");
  await maya.page.keyboard.press("Control+Shift+l");
  const three = await seen(maya.page, "three");
  const before = await seen(jonas.page, "three");
  await pull(middle(three), [three.x - 60, three.y + 40]);
  await choose("one");
  await maya.page.keyboard.press("ArrowDown");
  // What came after it is here, and it did not move.
  await jonasSees("one nudged", async (see) => (await see("one")).y > (home.get("one")?.y ?? 0));
  expect(await seen(jonas.page, "three")).toEqual(before);
  await takeBack(2);
});

test("what is duplicated, copied or cut is seen by the colleague, on this board and on another", async () => {
  const { page } = maya;
  const count = async (name: Name) => (await seenAll(jonas.page, name)).length;
  await choose("one");
  await page.keyboard.press("Control+d");
  await until("a duplicate", async () => (await count("one")) === 2);
  await takeBackDuplicate();

  // What reads the clipboard comes a little after the board.
  const copied = page.getByText(words.arranging.copied(2), { exact: true });
  await choose("one", "two");
  await until("two things copied", async () => {
    await page.keyboard.press("Control+c");
    return (await copied.count()) > 0;
  });
  await page.keyboard.press("Control+x");
  await until("the two gone", async () => (await count("one")) + (await count("two")) === 0);

  const other = await page.evaluate(anotherBoard, board.boardId);
  for (const one of [page, jonas.page]) await one.goto(`${stage.url}/board/${other}`);
  await page.getByRole("region", { name: words.board.table, exact: true }).waitFor();
  await until("them on the other board", async () => {
    if ((await seenAll(page, "one")).length === 0) await page.keyboard.press("Control+v");
    return (await count("one")) === 1 && (await count("two")) === 1;
  });
  for (const { faults } of [maya, jonas]) expect(faults).toEqual([]);

  async function takeBackDuplicate(): Promise<void> {
    await page.keyboard.press("Control+z");
    await until("one again", async () => (await count("one")) === 1);
  }
});

/** Runs inside the page: a second board for the same team. */
async function anotherBoard(boardId: string): Promise<string> {
  const { teamId } = (await (await fetch(`/api/boards/${boardId}`)).json()) as { teamId: string };
  const answer = await fetch(`/api/teams/${teamId}/boards`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ title: "Shadows" }),
  });
  return ((await answer.json()) as { boardId: string }).boardId;
}
