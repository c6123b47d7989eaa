/**
 * A hand that does anything at all at a table: every gesture and key a choice of a seeded generator, so
 * that a seed that goes wrong can be played again. What must hold afterwards is monkey.test.ts's.
 */
import type { Page } from "playwright-core";
import { seededRandom } from "../../shared/base/random.ts";
import type { Person } from "./stage.ts";

export interface Monkey {
  /** One gesture; resolves when the browser has taken it. */
  act(): Promise<void>;
  /** Comes back to the network, puts everything down. */
  rest(): Promise<void>;
  readonly counts: { gestures: number; drops: number; reloads: number };
}

const tools = ["v", "h", "n", "t", "p", "Shift+P", "e", "a", "f", "c", "b", "Shift+B", "Shift+A"];
const keys =
  "1 2 3 0 Delete Enter Escape [ ] Alt+[ Alt+] Shift+V Control+z Control+z Control+z Control+Shift+z Control+a Control+d Control+g Control+Shift+g Control+Shift+l Control+c Control+x Control+v Alt+a Alt+h Alt+d Alt+w Alt+s Alt+v Alt+t Alt+Shift+H Alt+ArrowLeft Alt+ArrowRight ArrowLeft ArrowRight Shift+ArrowDown ArrowUp Shift+1 Shift+2 + -".split(
    " ",
  );
const said = ["sun", " shadow", "tilt ", "12", "# ", "- ", "é", "\n", "**no** "];

/** The table without the bars at its edges, of a page of the usual size. */
const area = { x: 90, y: 70, w: 1180, h: 620 };

/** `address` is where the table lies; a reload goes there. */
export function createMonkey({ page, context }: Person, address: string, seed: number): Monkey {
  const random = seededRandom(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const somewhere = (): [x: number, y: number] => [
    area.x + random() * area.w,
    area.y + random() * area.h,
  ];
  const counts = { gestures: 0, drops: 0, reloads: 0 };
  let awayFor = 0;

  async function drag(): Promise<void> {
    const held = pick(["", "", "", "", "Shift", "Alt", "Control"]);
    await page.mouse.move(...somewhere());
    if (held !== "") await page.keyboard.down(held);
    await page.mouse.down();
    for (let i = 0; i < 3; i++) await page.mouse.move(...somewhere());
    // Now and then a gesture is given up half way.
    if (random() < 0.08) await page.keyboard.press("Escape");
    await page.mouse.up();
    if (held !== "") await page.keyboard.up(held);
  }

  async function wheel(): Promise<void> {
    await page.mouse.move(...somewhere());
    const zooms = random() < 0.5;
    if (zooms) await page.keyboard.down("Control");
    await page.mouse.wheel((random() - 0.5) * 300, (random() - 0.5) * 300);
    if (zooms) await page.keyboard.up("Control");
  }

  async function wander(): Promise<void> {
    if (awayFor > 0) {
      awayFor--;
      if (awayFor === 0) await context.setOffline(false);
      return;
    }
    if (random() < 0.5) {
      counts.drops++;
      awayFor = 1 + Math.floor(random() * 3);
      return context.setOffline(true);
    }
    counts.reloads++;
    await page.goto(address, { waitUntil: "commit" });
    await untilThere(page);
  }

  return {
    counts,
    async act() {
      counts.gestures++;
      const choice = random();
      if (choice < 0.3) await drag();
      else if (choice < 0.42) await page.mouse.click(...somewhere());
      else if (choice < 0.48) await page.mouse.dblclick(...somewhere());
      else if (choice < 0.66) await page.keyboard.press(pick(tools));
      else if (choice < 0.84) await page.keyboard.press(pick(keys));
      else if (choice < 0.9) await page.keyboard.insertText(pick(said));
      else if (choice < 0.95) await wheel();
      else if (choice < 0.985) await page.keyboard.press("Escape");
      else await wander();
    },
    async rest() {
      await context.setOffline(false);
      for (let i = 0; i < 5; i++) await page.keyboard.press("Escape");
    },
  };
}

/** Until the page's table can be asked what it holds. */
export async function untilThere(page: Page): Promise<void> {
  await page.waitForFunction(() => "noticeboardBench" in window, undefined, { timeout: 60_000 });
}

/** Every register of every record that the page's document holds, the dead included, as text by its path. */
export async function recordsOn(page: Page): Promise<{ readonly [path: string]: string }> {
  // A page that was opened anew a moment ago has its port only once the table is there.
  await untilThere(page);
  return page.evaluate(() =>
    (
      window as unknown as {
        noticeboardBench: { records(): { readonly [path: string]: string } };
      }
    ).noticeboardBench.records(),
  );
}
