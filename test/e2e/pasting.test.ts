/** What other programs put on the clipboard, as they write it, and what becomes of it in the notebook. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inquiry as inquiryWords } from "../../client/words/en/inquiry.ts";
import { writing } from "../../client/words/en/writing.ts";
import { words } from "../../client/words/words.ts";
import { fragments } from "../fixtures/clipboard.ts";
import { paste } from "./acts.ts";
import { seedBoard } from "./seed-board.ts";
import { createStage, type Person, type Stage, until } from "./stage.ts";

const soon = { timeout: 20_000, interval: 40 };
let stage: Stage;
let maya: Person;

beforeAll(async () => {
  stage = await createStage();
  maya = await stage.newPerson();
  await seedBoard(stage, maya, { name: "Maya", papers: 0 });
  const { page } = maya;
  await page.goto(stage.url);
  await page.getByRole("link", { name: words.commands.notebook }).click();
  await field(page).click();
  await page.getByRole("toolbar", { name: writing.bar }).waitFor();
});
afterAll(async () => {
  await stage?.close();
});

const field = (page: Page) => page.getByRole("textbox", { name: inquiryWords.field });

/** A line a block: its type, with its depth in a list and + where it is checked, and its words with signs for their marks. */
const shown = (page: Page) =>
  field(page).evaluate((element) =>
    [...element.querySelectorAll<HTMLElement>("[data-block]")].map((block) => {
      const { block: type = "", depth = "", checked } = block.dataset;
      const signs: { [tag: string]: string } = { STRONG: "**", EM: "_", CODE: "`" };
      const lineOf = (node: Node): string => {
        if (!(node instanceof HTMLElement)) return "";
        const line = getComputedStyle(node).textDecorationLine;
        return (line.includes("underline") ? "__" : "") + (line.includes("through") ? "~~" : "");
      };
      const say = (node: Node): string => {
        if (node instanceof HTMLBRElement) {
          // The editor fills an empty line with one of its own.
          return node.matches("[data-filler], [data-lexical-managed-linebreak]") ? "" : "/";
        }
        if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? "";
        const inner = [...node.childNodes].map(say).join("");
        if (node instanceof HTMLAnchorElement) return `[${inner}](${node.getAttribute("href")})`;
        const sign = (signs[node.nodeName] ?? "") + lineOf(node);
        return sign + inner + (sign === "__~~" ? "~~__" : sign);
      };
      return `${type}${depth}${checked === "true" ? "+" : ""} ${[...block.childNodes].map(say).join("")}`;
    }),
  );

async function pasteAlone(html: string, plain = ""): Promise<void> {
  const { page } = maya;
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Control+Alt+0");
  await until("an empty page", async () => (await shown(page)).join("").trim() === "p");
  await paste(field(page), html, plain);
}

test.each(Object.entries(fragments))("%s", async (_name, { html, blocks }) => {
  const { page } = maya;
  await page.evaluate(() => delete (window as { evil?: unknown }).evil);
  await pasteAlone(html);
  await expect.poll(() => shown(page), soon).toEqual(blocks);
  const inside = await field(page).evaluate((element) => element.innerHTML);
  expect(inside).not.toMatch(/<(img|script|iframe|style|svg|form|input)|\son\w+=|javascript:/i);
  expect(await page.evaluate(() => "evil" in window)).toBe(false);
  expect(maya.faults).toEqual([]);
});

test("what is longer than is taken is cut at a whole letter, and that is said", async () => {
  await pasteAlone("", `a${"👩‍🏫".repeat(50_000)}`);
  await maya.page.getByText(writing.cut).first().waitFor();
  const [line = ""] = await shown(maya.page);
  expect(line.length).toBeGreaterThan(190_000);
  expect(line).not.toContain("\ufffd");
});
