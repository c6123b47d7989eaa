/**
 * The table seen from afar: hundreds of notes as sketches on a canvas. They are picked, moved and swept as
 * cards are, the one in hand is there for a screen reader, and nothing goes blank on the way back.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { MemberId, NoteId } from "../../shared/base/ids.ts";
import { seedBoard, seedNotes } from "./seed-board.ts";
import { axe, createStage, type Person, type Stage, until } from "./stage.ts";

const columns = 30;
const idOf = (i: number): string => `note-${String(i).padStart(4, "0")}`;

let stage: Stage;
let maya: Person;

beforeAll(async () => {
  stage = await createStage();
  maya = await stage.newPerson();
  const { boardId } = await seedBoard(stage, maya, { name: "Maya", papers: 2 });
  await seedNotes(
    stage,
    maya,
    boardId,
    Array.from({ length: 600 }, (_, i) => ({
      id: idOf(i) as NoteId,
      stance: "plain" as const,
      words: `Note ${i} says that the days are longer in summer`,
      colour: "sky" as const,
      pos: { x: (i % columns) * 240, y: -400 - Math.floor(i / columns) * 200 },
      by: "seed" as MemberId,
    })),
  );
  await maya.page.goto(`/board/${boardId}?bench=1`);
  await until("the table to be drawn", () => ask((port) => port.isComplete()));
});
afterAll(async () => {
  await stage.close();
});

describe("a table of six hundred notes, seen whole", () => {
  test("is drawn without their cards, every note in its colour", async () => {
    expect(await ask((port) => port.plane())).toBe("far");
    expect(await ask((port) => port.mounted())).toBe(0);
    const some = Array.from({ length: 20 }, (_, i) => idOf(i * 29));
    expect(await shown(some)).toEqual(some.map(() => "note"));
    expect(await axe(maya.page)).toEqual([]);
  });

  test("a note that is pressed is selected, and there for a screen reader", async () => {
    const { x, y } = await middleOf(idOf(40));
    await maya.page.mouse.click(x, y);
    const card = maya.page.getByRole("button", { name: /Note 40 says/ });
    await card.waitFor();
    expect(await card.getAttribute("aria-pressed")).toBe("true");
    expect(await card.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await ask((port) => port.mounted())).toBe(1);
  });

  test("a note is dragged to another place, and gone from the one it had", async () => {
    const id = idOf(45);
    const from = await middleOf(id);
    const home = await homeOf(id);
    expect(await seenAt([from, { x: from.x, y: from.y - (await gapPx()) }])).toEqual([
      "note",
      "ground",
    ]);
    const { mouse } = maya.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(from.x + 10, from.y - 60, { steps: 4 });
    await mouse.move(from.x + 3, from.y - 240, { steps: 6 });
    // The card that has the focus goes along with its sketch.
    const card = maya.page.locator(`[data-item="${id}"]`);
    const cardY = async () => (await card.boundingBox())?.y ?? 0;
    await expect.poll(async () => Math.abs((await cardY()) - (from.y - 240))).toBeLessThan(20);
    await mouse.up();
    await until("the note to have moved", async () => (await homeOf(id)).y < home.y - 100);
    // Away with its card, so that it is the sketch that is seen.
    await maya.page.keyboard.press("Escape");
    await ask((port) => port.clearSelection());
    await maya.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await until("it to be drawn", () => ask((port) => port.isComplete() && port.mounted() === 0));
    expect(await shown([id])).toEqual(["note"]);
    expect(await seenAt([from])).toEqual(["ground"]);
  });

  test("a rectangle swept over notes selects those it touches", async () => {
    const first = await rectOf(idOf(0));
    const last = await rectOf(idOf(2 * columns + 3));
    const { mouse } = maya.page;
    await mouse.move(first.x - 6, first.y + first.h + 3);
    await mouse.down();
    await mouse.move(last.x + last.w / 2, last.y + 2, { steps: 8 });
    await mouse.up();
    expect(await ask((port) => port.selected())).toBe(12);
    await maya.page.keyboard.press("Escape");
    expect(await ask((port) => port.selected())).toBe(0);
  });

  test("on the way in it is never blank, and then there are cards with words", async () => {
    const id = idOf(5 * columns + 12);
    const at = await middleOf(id);
    await maya.page.mouse.move(at.x, at.y);
    await maya.page.keyboard.down("Control");
    for (let step = 0; step < 14; step++) {
      await maya.page.mouse.wheel(0, -20);
      const corner = await rectOf(id);
      // Words may stand in the middle; its lower edge is bare.
      const inside = { x: corner.x + corner.w / 2, y: corner.y + corner.h * 0.94 };
      expect(await seenAt([inside])).toEqual(["note"]);
    }
    await maya.page.keyboard.up("Control");
    await until("the cards", () => ask((port) => port.plane() === "near" && port.isComplete()));
    await maya.page.getByRole("button", { name: /Note 162 says/ }).waitFor();
    expect(await ask((port) => port.mounted())).toBeGreaterThan(3);
    expect(maya.faults).toEqual([]);
  });
});

interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** client/board/table/bench-port.ts */
interface Port {
  plane(): string;
  mounted(): number;
  isComplete(): boolean;
  selected(): number;
  clearSelection(): void;
  homeOf(id: string): Box;
  screenRect(id: string): Box;
}

function ask<T>(of: (port: Port) => T): Promise<T> {
  return maya.page.evaluate<T>(
    `(() => { const port = window.noticeboardBench; return port && (${of.toString()})(port); })()`,
  );
}
const onPort = (method: "homeOf" | "screenRect", id: string): Promise<Box> =>
  maya.page.evaluate<Box>(`window.noticeboardBench.${method}(${JSON.stringify(id)})`);
const rectOf = (id: string): Promise<Box> => onPort("screenRect", id);
const homeOf = (id: string): Promise<Box> => onPort("homeOf", id);

async function middleOf(id: string) {
  const { x, y, w, h } = await rectOf(id);
  return { x: x + w / 2, y: y + h / 2 };
}

/** From a note's middle to the ground between it and the next, in pixels. */
async function gapPx(): Promise<number> {
  const [a, b] = [await rectOf(idOf(0)), await rectOf(idOf(columns))];
  return (a.y - b.y) / 2;
}

/** What is seen in each note, where no words are. */
async function shown(ids: readonly string[]): Promise<readonly string[]> {
  const points = [];
  for (const id of ids) {
    const { x, y, w, h } = await rectOf(id);
    points.push({ x: x + w / 2, y: y + h * 0.94 });
  }
  return seenAt(points);
}

/** Whether a screenshot has a note, which is blue, or the ground, which is warm, at each point. */
async function seenAt(
  points: readonly { readonly x: number; readonly y: number }[],
): Promise<readonly ("note" | "ground")[]> {
  const shot = (await maya.page.screenshot()).toString("base64");
  return maya.page.evaluate(
    async ({ png, at }) => {
      const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
      const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const ink = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
      ink?.drawImage(picture, 0, 0);
      return at.map(({ x, y }) => {
        const [red = 0, , blue = 0] =
          ink?.getImageData(Math.round(x), Math.round(y), 1, 1).data ?? [];
        return blue > red ? ("note" as const) : ("ground" as const);
      });
    },
    { png: shot, at: points },
  );
}
