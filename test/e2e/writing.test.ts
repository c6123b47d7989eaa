/** Writing in notes on the table, in real browsers: looks, carets, links, what is pasted, and people who come and go. */
import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { writing } from "../../client/words/en/writing.ts";
import { words } from "../../client/words/words.ts";
import { caretIn, paste, saidIn, untilSaved } from "./acts.ts";
import { joinTeam, type SeededBoard, seedBoard } from "./seed-board.ts";
import { axe, createStage, type Person, type Stage, until } from "./stage.ts";

const { board: say } = words;
const soon = { timeout: 10_000, interval: 40 };

let stage: Stage;
let maya: Person;
let jonas: Person;
let board: SeededBoard;

beforeAll(async () => {
  stage = await createStage();
  maya = await stage.newPerson();
  board = await seedBoard(stage, maya, { name: "Maya", papers: 1 });
  jonas = await stage.newPerson();
  await joinTeam(stage, jonas, board.invite, "Jonas Lind");
  for (const { page } of [maya, jonas]) await openBoard(page);
});
afterAll(async () => {
  await stage?.close();
});
beforeEach(async () => {
  for (const { page } of [maya, jonas]) await page.keyboard.press("Escape");
});

async function openBoard(page: Page): Promise<void> {
  await page.goto(`${stage.url}/board/${board.boardId}`);
  await page.getByRole("region", { name: say.table }).waitFor();
}
const field = (page: Page): Locator => page.getByRole("textbox", { name: say.noteWords });
const note = (page: Page, name: string): Locator =>
  page.getByRole("button", { name: say.noteName(name) });
const bar = (page: Page): Locator => page.getByRole("toolbar", { name: writing.bar });

let column = 0;
/** Puts a new note on the table, somewhere free, and leaves the caret in it. */
async function newNote(page: Page, at?: { x: number; y: number }): Promise<void> {
  await page.keyboard.press("Escape");
  await page.keyboard.press("n");
  column = (column + 1) % 5;
  await page.mouse.click(at?.x ?? 260 + column * 190, at?.y ?? 560);
  await field(page).waitFor();
}
async function openNote(page: Page, name: string): Promise<void> {
  await note(page, name).waitFor();
  await note(page, name).dblclick({ force: true });
  await field(page).waitFor();
}
const blocksIn = (page: Page) =>
  field(page).evaluate((element) =>
    [...element.querySelectorAll<HTMLElement>("[data-block]")].map(
      (block) => `${block.dataset["block"]} ${block.textContent}`,
    ),
  );

describe("words with a look", () => {
  test("signs, keys and the bar's buttons give it, and a colleague sees it drawn", async () => {
    const { page } = maya;
    await newNote(page);
    await page.keyboard.type("# Shadows");
    await page.keyboard.press("Enter");
    await page.keyboard.type("they are **long** here");
    await page.keyboard.press("Enter");
    await page.keyboard.type("- noon");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.type("short");
    await expect
      .poll(() => blocksIn(page), soon)
      .toEqual(["h1 Shadows", "p they are long here", "ul noon", "ul short"]);
    await bar(page).getByRole("button", { name: writing.types.cl, exact: true }).click();
    await page.keyboard.press("Control+Shift+ArrowLeft");
    await bar(page).getByRole("button", { name: writing.marks.i, exact: true }).click();
    await page.keyboard.press("Escape");

    const theirs = note(jonas.page, "Shadows");
    await theirs.waitFor();
    const drawn = await theirs.evaluate((card) =>
      [...card.querySelectorAll<HTMLElement>("[data-block]")].map((block) => block.outerHTML),
    );
    expect(drawn[0]).toMatch(/^<h1/);
    expect(drawn[1]).toContain("<strong>long</strong>");
    expect(drawn[3]).toMatch(/data-block="cl".*<em>short<\/em>/);
  });

  test("Enter twice ends a list, and Backspace takes away what a block is first", async () => {
    const { page } = maya;
    await newNote(page);
    await page.keyboard.type("1. one");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.keyboard.type("after");
    await expect.poll(() => blocksIn(page), soon).toEqual(["ol one", "p after"]);
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Home");
    await page.keyboard.press("Backspace");
    await expect.poll(() => blocksIn(page), soon).toEqual(["p one", "p after"]);
  });

  test("undo takes back one's own words in a note, and leaves the colleague's", async () => {
    await newNote(maya.page);
    await maya.page.keyboard.type("tilt");
    await openNote(jonas.page, "tilt");
    await jonas.page.keyboard.type(" of the earth");
    await expect.poll(() => saidIn(field(maya.page)), soon).toBe("tilt of the earth");
    await maya.page.keyboard.press("Control+z");
    await expect.poll(() => saidIn(field(jonas.page)), soon).toBe(" of the earth");
    await maya.page.keyboard.press("Control+Shift+z");
    await expect.poll(() => saidIn(field(jonas.page)), soon).toBe("tilt of the earth");
    await jonas.page.keyboard.press("Escape");
  });

  test("one letter typed into a note that has words leaves them, and everybody is still there", async () => {
    await newNote(maya.page);
    await maya.page.keyboard.type("first words");
    await maya.page.keyboard.press("Escape");
    await openNote(jonas.page, "first words");
    await jonas.page.keyboard.type("!");
    await jonas.page.keyboard.press("Escape");
    await note(maya.page, "first words!").waitFor();
    await untilSaved(jonas.page);
    await untilSaved(maya.page);
    expect([...maya.faults, ...jonas.faults]).toEqual([]);
  });
});

describe("the caret", () => {
  test.each([0.5, 1, 2])("stands where one clicked, at a zoom of %d", async (zoom) => {
    const { page } = maya;
    // Where the view's middle is: there it stays at every zoom.
    await newNote(page, { x: 660, y: 360 });
    await page.keyboard.type(`abcdefghij ${zoom}`);
    await page.keyboard.press("Escape");
    const card = note(page, `abcdefghij ${zoom}`);
    await card.waitFor();
    // The zoom is the camera's: asked for by keys, step by step.
    const wide = (await card.boundingBox())?.width ?? 1;
    const wanted = zoom * 180;
    for (let i = 0; i < 12; i++) {
      const now = (await card.boundingBox())?.width ?? wide;
      if (Math.abs(now / wanted - 1) < 0.12) break;
      await page.keyboard.press(now < wanted ? "+" : "-");
      await until("the table at rest", async () => {
        const before = (await card.boundingBox())?.width;
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
        return before === (await card.boundingBox())?.width;
      });
    }
    const seen = (await card.boundingBox())?.width ?? 0;
    expect(seen / wanted).toBeGreaterThan(0.8);
    expect(seen / wanted).toBeLessThan(1.25);
    await card.dblclick({ force: true });
    await field(page).waitFor();
    await bar(page).waitFor();
    const at = await field(page).evaluate((element) => {
      const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
      const range = document.createRange();
      range.setStart(text as Node, 4);
      range.setEnd(text as Node, 5);
      const { left, top, height } = range.getBoundingClientRect();
      return { x: left + 0.5, y: top + height / 2 };
    });
    await page.mouse.click(at.x, at.y);
    await expect.poll(() => caretIn(field(page)), soon).toBe(4);
    await page.keyboard.type("X");
    await expect.poll(() => saidIn(field(page)), soon).toBe(`abcdXefghij ${zoom}`);
    // A colleague's stands between the same letters as there.
    await openNote(jonas.page, `abcdXefghij ${zoom}`);
    await jonas.page.keyboard.press("Home");
    for (let i = 0; i < 7; i++) await jonas.page.keyboard.press("ArrowRight");
    const theirs = page.locator("[aria-hidden]").getByText("Jonas Lind", { exact: true });
    const away = async (): Promise<number> => {
      const line = await theirs.locator("..").boundingBox();
      const letter = await field(page).evaluate((element) => {
        const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
        const range = document.createRange();
        range.setStart(text as Node, 7);
        range.setEnd(text as Node, 8);
        const { left, top } = range.getBoundingClientRect();
        return { left, top };
      });
      return line ? Math.hypot(line.x - letter.left, line.y - letter.top) : Number.NaN;
    };
    await theirs.waitFor();
    await expect.poll(away, soon).toBeLessThan(2.5);
    await jonas.page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Shift+1");
  });

  test("of a colleague shows with the name, and goes when they go", async () => {
    await newNote(maya.page);
    await maya.page.keyboard.type("where is Jonas");
    await openNote(jonas.page, "where is Jonas");
    await jonas.page.keyboard.press("Home");
    const name = maya.page.locator("[aria-hidden]").getByText("Jonas Lind", { exact: true });
    await expect.poll(() => name.filter({ visible: true }).count(), soon).toBe(1);
    await jonas.page.keyboard.press("Escape");
    await expect.poll(() => name.count(), soon).toBe(0);
  });
});

describe("two in one paragraph", () => {
  test("type at once, and the words of both are whole", async () => {
    await newNote(maya.page);
    await maya.page.keyboard.type("|");
    await openNote(jonas.page, "|");
    await jonas.page.keyboard.press("Home");
    await Promise.all([
      maya.page.keyboard.type("the shadow points north", { delay: 5 }),
      jonas.page.keyboard.type("at noon, we saw:", { delay: 8 }),
    ]);
    for (const { page } of [maya, jonas]) {
      await expect
        .poll(() => saidIn(field(page)), soon)
        .toBe("at noon, we saw:|the shadow points north");
    }
    // At the very same place: what each wrote keeps its order.
    await maya.page.keyboard.press("Control+a");
    await maya.page.keyboard.type(">");
    await expect.poll(() => saidIn(field(jonas.page)), soon).toBe(">");
    await jonas.page.keyboard.press("End");
    await Promise.all([
      maya.page.keyboard.type("abcdefghij", { delay: 6 }),
      jonas.page.keyboard.type("0123456789", { delay: 7 }),
    ]);
    await expect.poll(async () => (await saidIn(field(maya.page))).length, soon).toBe(21);
    const both = await saidIn(field(maya.page));
    expect(both.replace(/[^a-z]/g, "")).toBe("abcdefghij");
    expect(both.replace(/\D/g, "")).toBe("0123456789");
    await expect.poll(() => saidIn(field(jonas.page)), soon).toBe(both);
  });

  test.each(["the editor", "words that are only drawn"])(
    "one composes in Japanese in %s while the other types before and behind",
    async (where) => {
      const { page } = maya;
      const isDrawn = where !== "the editor";
      if (isDrawn) {
        await page.route("**/write-here-*", (route) => route.abort());
        await openBoard(page);
      }
      await newNote(jonas.page);
      await jonas.page.keyboard.type(`影 ${where}`);
      await openNote(page, `影 ${where}`);
      if (!isDrawn) await bar(page).waitFor();
      const ime = await maya.context.newCDPSession(page);
      const compose = (text: string) =>
        ime.send("Input.imeSetComposition", {
          text,
          selectionStart: text.length,
          selectionEnd: text.length,
        });
      await compose("に");
      await jonas.page.keyboard.press("Control+Home");
      await jonas.page.keyboard.type("<");
      await compose("にほ");
      await jonas.page.keyboard.press("Control+End");
      await jonas.page.keyboard.type(">");
      // Somebody else sees all that came from Jonas before Maya is done.
      await untilSaved(jonas.page);
      await compose("にほん");
      await ime.send("Input.insertText", { text: "日本" });
      await ime.send("Input.insertText", { text: "の" });
      await page.keyboard.type("!");
      for (const person of [maya, jonas]) {
        await expect.poll(() => saidIn(field(person.page)), soon).toBe(`<影 ${where}日本の!>`);
      }
      await ime.detach();
      if (!isDrawn) return;
      await page.unroute("**/write-here-*");
      await openBoard(page);
    },
  );

  test("letters typed before the editor has come stay together, and the caret behind them", async () => {
    const { page } = maya;
    let isHeld = true;
    await page.route("**/write-here-*", async (route) => {
      await until("the editor let through", () => !isHeld, 60_000);
      await route.continue();
    });
    await openBoard(page);
    await newNote(page);
    await page.keyboard.type("We l");
    await openNote(jonas.page, "We l");
    await jonas.page.keyboard.press("Home");
    await jonas.page.keyboard.type("So: ");
    await expect.poll(() => saidIn(field(page)), soon).toBe("So: We l");
    await page.keyboard.type("it");
    await expect.poll(() => saidIn(field(jonas.page)), soon).toBe("So: We lit");
    await jonas.page.keyboard.type("1");
    await expect.poll(() => saidIn(field(page)), soon).toBe("So: 1We lit");
    // A place between letters is kept as well.
    await page.keyboard.press("ArrowLeft");
    await jonas.page.keyboard.type("2");
    await expect.poll(() => saidIn(field(page)), soon).toBe("So: 12We lit");
    isHeld = false;
    await bar(page).waitFor();
    await page.keyboard.type("*");
    await expect.poll(() => saidIn(field(jonas.page)), soon).toBe("So: 12We li*t");
    await page.keyboard.press("End");
    await page.keyboard.type(" a globe");
    await expect.poll(() => saidIn(field(jonas.page)), soon).toBe("So: 12We li*t a globe");
    await page.unroute("**/write-here-*");
  });

  test("a caret moved in the moment in which a letter of the other's comes stays where it went", async () => {
    const { page } = maya;
    await newNote(page);
    await page.keyboard.type("#north");
    await openNote(jonas.page, "#north");
    await jonas.page.keyboard.press("End");
    // The browser has not yet told that the caret was moved.
    await page.evaluate(() =>
      addEventListener("selectionchange", (event) => event.stopImmediatePropagation(), true),
    );
    for (let i = 0; i < "north".length; i++) await page.keyboard.press("ArrowLeft");
    await jonas.page.keyboard.type("!");
    await expect.poll(() => saidIn(field(page)), soon).toBe("#north!");
    expect(await caretIn(field(page))).toBe(1);
    await page.keyboard.press("Space");
    await expect.poll(() => blocksIn(page), soon).toEqual(["h1 north!"]);
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.type("s");
    await expect.poll(() => blocksIn(page), soon).toEqual(["h1 norths!"]);
    await openBoard(page);
  });
});

describe("people who come and go", () => {
  test("a note deleted while it is written in is gone for both, and comes back with all its words", async () => {
    await newNote(maya.page);
    await maya.page.keyboard.type("doomed");
    await maya.page.keyboard.press("Escape");
    await openNote(jonas.page, "doomed");
    await note(maya.page, "doomed").click({ force: true });
    await jonas.page.keyboard.type(" and then");
    await note(maya.page, "doomed and then").waitFor();
    await note(maya.page, "doomed and then").press("Delete");
    await field(jonas.page).waitFor({ state: "detached" });
    await maya.page.keyboard.press("Control+z");
    await note(jonas.page, "doomed and then").waitFor();
    await note(maya.page, "doomed and then").waitFor();
    expect([...maya.faults, ...jonas.faults]).toEqual([]);
  });

  test("what both wrote while offline is all there once they are back", async () => {
    await newNote(maya.page);
    await maya.page.keyboard.type("start, end");
    await openNote(jonas.page, "start, end");
    await untilSaved(maya.page);
    await maya.context.setOffline(true);
    await jonas.context.setOffline(true);
    await maya.page.keyboard.press("Control+Home");
    await maya.page.keyboard.type("Maya at the ");
    await jonas.page.keyboard.press("Control+End");
    await jonas.page.keyboard.press("Enter");
    await jonas.page.keyboard.type("- Jonas below");
    expect(await saidIn(field(maya.page))).toBe("Maya at the start, end");
    expect(await saidIn(field(jonas.page))).toBe("start, end\nJonas below");
    await maya.context.setOffline(false);
    await jonas.context.setOffline(false);
    for (const { page } of [maya, jonas]) {
      await expect
        .poll(() => saidIn(field(page)), { timeout: 30_000, interval: 100 })
        .toBe("Maya at the start, end\nJonas below");
    }
    await jonas.page.keyboard.press("Escape");
  });
});

describe("the editor", () => {
  test("is a chunk of its own, of at most 95 KB on the line", () => {
    const folder = "dist/client/assets";
    const [chunk = ""] = readdirSync(folder).filter((name) => /^write-here-.*\.js$/.test(name));
    expect(gzipSync(readFileSync(`${folder}/${chunk}`)).length).toBeLessThan(95_000);
  });

  test("where it cannot be fetched, letters go into the note all the same", async () => {
    const { page } = maya;
    await page.route("**/write-here-*", (route) => route.abort());
    await openBoard(page);
    await newNote(page);
    await page.keyboard.type("- no editor ");
    await page.keyboard.press("Enter");
    await page.keyboard.type("herre");
    await page.keyboard.press("Backspace");
    await page.keyboard.press("Backspace");
    await page.keyboard.type("e");
    await expect.poll(() => blocksIn(page), soon).toEqual(["ul no editor ", "ul here"]);
    // Words held are copied, typed over and pasted; a key moves the caret; a step is taken back.
    await page.keyboard.press("Shift+Home");
    await page.keyboard.press("Control+c");
    await page.keyboard.type("now: ");
    await page.keyboard.press("Control+v");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Delete");
    await page.keyboard.type("E!");
    await expect.poll(() => blocksIn(page), soon).toEqual(["ul no editor ", "ul now: herE!"]);
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    await expect.poll(() => blocksIn(page), soon).toEqual(["ul no editor ", "ul now: "]);
    await page.keyboard.press("Escape");
    await note(jonas.page, "no editor").waitFor();
    await page.unroute("**/write-here-*");
    await openBoard(page);
  });
});

describe("what is pasted", () => {
  test("from a page keeps the looks we know and nothing else", async () => {
    const { page } = maya;
    await newNote(page);
    await paste(
      field(page),
      `<meta charset="utf-8"><style>p{color:red}</style><script>window.evil=1</script>
       <h2 style="font-size:40px">Title</h2>
       <p onclick="evil()">plain <b>bold</b> <span style="font-style:italic">slanted</span>
       <a href="https://example.org/a">good</a> <a href="java&#10;script:alert(1)">bad</a></p>
       <ul><li>one<ul><li>in</li></ul></li></ul><img src="https://example.org/x.png" onerror="evil()">
       <table><tr><td>a</td><td>b</td></tr></table>`,
    );
    await expect
      .poll(() => blocksIn(page), soon)
      .toEqual(["h2 Title", "p plain bold slanted good bad", "ul one", "ul in", "p a\tb"]);
    const inside = await field(page).evaluate((element) => element.innerHTML);
    expect(inside).not.toMatch(/script|onclick|onerror|<img|color/i);
    const links = field(page).getByRole("link");
    expect(await links.evaluateAll((all) => all.map((a) => a.getAttribute("href")))).toEqual([
      "https://example.org/a",
    ]);
    expect(await page.evaluate(() => "evil" in window)).toBe(false);
  });

  test("from Docs and from Word reads as it did there", async () => {
    const { page } = maya;
    await newNote(page);
    await paste(
      field(page),
      `<b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:700">Key</span><span style="font-weight:400"> idea</span></p><ul><li aria-level="1"><p><span>a</span></p></li><ul><li aria-level="2"><p><span>b</span></p></li></ul></ul></b>`,
    );
    await expect.poll(() => blocksIn(page), soon).toEqual(["p Key idea", "ul a", "ul b"]);
    expect(await field(page).locator("strong").allTextContents()).toEqual(["Key"]);
    await page.keyboard.press("Control+a");
    await paste(
      field(page),
      `<p class=MsoNormal>Intro<o:p></o:p></p><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;</span></span>first</p><p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;</span></span>second</p>`,
    );
    await expect.poll(() => blocksIn(page), soon).toEqual(["p Intro", "ol first", "ul second"]);
  });

  test("a megabyte of words and half letters are shown harmlessly", async () => {
    const { page } = maya;
    await newNote(page);
    await page.keyboard.type("x ");
    await paste(field(page), "", `\ud83d${"word ".repeat(210_000)}`);
    await expect
      .poll(async () => (await saidIn(field(page))).length, { timeout: 30_000, interval: 200 })
      .toBeGreaterThan(100_000);
    await page.keyboard.type("!");
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    // What was typed just before stays.
    await expect.poll(() => saidIn(field(page)), soon).toBe("x ");
  });

  test("what is copied from a note is pasted into another with its look", async () => {
    const { page } = maya;
    await newNote(page);
    await page.keyboard.type("- a **b** c");
    await page.keyboard.press("Control+a");
    const copied = await field(page).evaluate((element) => {
      const clipboardData = new DataTransfer();
      element.dispatchEvent(
        new ClipboardEvent("copy", { clipboardData, bubbles: true, cancelable: true }),
      );
      return {
        html: clipboardData.getData("text/html"),
        plain: clipboardData.getData("text/plain"),
      };
    });
    expect(copied.plain).toBe("• a b c");
    await newNote(page);
    await paste(field(page), copied.html, copied.plain);
    await expect.poll(() => blocksIn(page), soon).toEqual(["ul a b c"]);
    expect(await field(page).locator("strong").allTextContents()).toEqual(["b"]);
  });
});

describe("links and people", () => {
  test("a link is set by key, refused where it could not be followed, and taken away", async () => {
    const { page } = maya;
    await newNote(page);
    await page.keyboard.type("scale");
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Control+k");
    await page.getByLabel(writing.linkTo).fill("javascript:alert(1)");
    await page.keyboard.press("Enter");
    await page.getByText(writing.noLink).waitFor();
    await page.getByLabel(writing.linkTo).fill("example.org/scale");
    await page.keyboard.press("Enter");
    const link = field(page).getByRole("link", { name: "scale" });
    await expect.poll(() => link.getAttribute("href"), soon).toBe("https://example.org/scale");
    await page.keyboard.press("Control+k");
    await page.getByRole("button", { name: writing.removeLink }).click();
    await expect.poll(() => link.count(), soon).toBe(0);
    expect(await saidIn(field(page))).toBe("scale");
  });

  test("a colleague is mentioned by a few letters, and goes as a whole", async () => {
    const { page } = maya;
    await newNote(page);
    await page.keyboard.type("ask @jo");
    await page.getByRole("option", { name: "Jonas Lind" }).waitFor();
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await expect.poll(() => saidIn(field(page)), soon).toBe("ask @Jonas Lind ");
    await page.keyboard.type("today");
    await note(jonas.page, "ask @Jonas Lind today").waitFor();
    for (let i = 0; i < "today".length + 2; i++) await page.keyboard.press("Backspace");
    await expect.poll(() => saidIn(field(page)), soon).toBe("ask ");
  });

  test("words from right to left stand on the right, beside others on the left", async () => {
    const { page } = maya;
    await newNote(page);
    await page.keyboard.type("الظل طويل");
    await page.keyboard.press("Enter");
    await page.keyboard.type("the shadow 👩‍🏫");
    await expect.poll(() => blocksIn(page), soon).toEqual(["p الظل طويل", "p the shadow 👩‍🏫"]);
    const sides = await field(page).evaluate((element) =>
      [...element.querySelectorAll("[data-block]")].map(
        (block) => getComputedStyle(block).direction,
      ),
    );
    expect(sides).toEqual(["rtl", "ltr"]);
  });
});
