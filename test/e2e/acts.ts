/**
 * What people do on a board, as sentences for the journeys: by the names and keys that people use, and
 * read back by what the page tells a screen reader. Knows the words of the interface, no classes and
 * no test ids.
 */
import type { Locator, Page } from "playwright-core";
import { arriving } from "../../client/words/en/arriving.ts";
import { reading } from "../../client/words/en/reading.ts";
import { words } from "../../client/words/words.ts";
import { type Person, until } from "./stage.ts";

const { board } = words;

export interface PaperSeen {
  readonly code: string;
  readonly pile: string;
}

/** Every paper card on the table, by code: what this page shows of the sort. */
export async function papersSeen(page: Page): Promise<readonly PaperSeen[]> {
  const names = await page
    .getByRole("button", { name: /^Paper [\w-]+, / })
    .evaluateAll((cards) => cards.map((card) => card.ariaLabel ?? ""));
  return names
    .map((name) => {
      const [paper = "", pile = ""] = name.split(", ");
      return { code: paper.replace("Paper ", ""), pile };
    })
    .toSorted((a, b) => (a.code < b.code ? -1 : 1));
}

export function paperCard(page: Page, code: string): Locator {
  return page.getByRole("button", { name: new RegExp(`^Paper ${code}, `) });
}

/** The view in which a paper is read. */
export const readerOf = (page: Page, code: string): Locator =>
  page.getByRole("dialog", { name: reading.reader(code) });

/** Draws a box over the upper part of the first page in the reader, with the mouse. */
async function drawMark(page: Page, reader: Locator): Promise<void> {
  await reader.getByRole("button", { name: reading.toolNames.region }).first().click();
  const sheet = await reader.getByRole("img").first().boundingBox();
  if (!sheet) throw new Error("the page is drawn");
  await page.mouse.move(sheet.x + sheet.width * 0.2, sheet.y + sheet.height * 0.25);
  await page.mouse.down();
  await page.mouse.move(sheet.x + sheet.width * 0.8, sheet.y + sheet.height * 0.4, { steps: 8 });
  await page.mouse.up();
}

/** Draws a box in the reader, says what is noticed in it, and waits until that stands in the panel. */
export async function writeNotice(page: Page, reader: Locator, said: string): Promise<void> {
  await drawMark(page, reader);
  await page.getByLabel(reading.yourWords("notice")).fill(said);
  await page.keyboard.press("Control+Enter");
  const written = reader.getByRole("textbox", { name: reading.noteWords("notice", 1) });
  await until("the notice in the panel", async () => (await saidIn(written)) === said);
}

export async function untilPapers(page: Page, count: number): Promise<void> {
  await until(
    `${count} papers on the table`,
    async () => (await papersSeen(page)).length === count,
    60_000,
  );
}

/** Pastes as a program does that puts both kinds on the clipboard; an empty one is none. */
export const paste = (into: Locator, html: string, plain = ""): Promise<void> =>
  into.evaluate(
    (element, data) => {
      const clipboardData = new DataTransfer();
      if (data.html !== "") clipboardData.setData("text/html", data.html);
      clipboardData.setData("text/plain", data.plain);
      element.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
      );
    },
    { html, plain },
  );

/** Lets the page draw so many frames. */
export const frames = (page: Page, count: number): Promise<void> =>
  page.evaluate(
    (left) =>
      new Promise<void>((resolve) => {
        const next = (): void => void (left-- > 0 ? requestAnimationFrame(next) : resolve());
        next();
      }),
    count,
  );

/** Waits until it has lain still for ten frames: two looks from here can fall into one. */
export const atRest = (locator: Locator): Promise<void> =>
  locator.evaluate(
    (element) =>
      new Promise<void>((resolve) => {
        let last = "";
        let still = 0;
        const look = (): void => {
          const { x, y, width, height } = element.getBoundingClientRect();
          const now = [x, y, width, height].join();
          still = now === last ? still + 1 : 0;
          last = now;
          if (still < 10) requestAnimationFrame(look);
          else resolve();
        };
        look();
      }),
  );

/** Until the mark in the bar says that everything is on the server's disk. */
export async function untilSaved(page: Page): Promise<void> {
  // The whole of it: "Not saved" holds the word as well.
  const said = new RegExp(`^${board.saved.saved}$`);
  await page.getByRole("status").filter({ hasText: said }).first().waitFor();
}

/** The words in a field that is written in, blocks and line breaks parted by \n. */
export function saidIn(field: Locator): Promise<string> {
  return field.evaluate((element) =>
    [...element.querySelectorAll<HTMLElement>("[data-block]")]
      .map((block) => block.innerText.replace(/\n$/, ""))
      .join("\n")
      // The editor's own, while an input method is composing.
      .replaceAll("\u200b", ""),
  );
}

/** How many letters of a field stand in front of its caret; -1 where there is none. */
export function caretIn(field: Locator): Promise<number> {
  return field.evaluate((element) => {
    const selection = getSelection();
    if (!selection?.focusNode || !element.contains(selection.focusNode)) return -1;
    const range = document.createRange();
    range.setStart(element, 0);
    range.setEnd(selection.focusNode, selection.focusOffset);
    return range.toString().length;
  });
}

/** Types name and team, and lays out the practice set from the start page; counts the clicks. */
export async function startPractice(person: Person, name: string, team: string): Promise<number> {
  const { page } = person;
  await page.goto("/");
  await page.getByLabel(arriving.start.name).click();
  await page.keyboard.type(name);
  await page.getByLabel(arriving.start.teamName).click();
  await page.keyboard.type(team);
  await page.getByRole("button", { name: arriving.start.practice }).click();
  await untilPapers(page, 12);
  return 3;
}

/** Lets a colleague into the team by its link, and onto the same board. */
export async function bringColleague(host: Person, guest: Person, name: string): Promise<void> {
  await host.page.getByRole("button", { name: board.invite, exact: true }).click();
  const field = host.page.getByLabel(board.inviteLink);
  await until("the invitation's link", async () => (await field.inputValue()) !== "");
  const link = await field.inputValue();
  await host.page.keyboard.press("Escape");
  const address = host.page.url();
  await guest.page.goto(link);
  await guest.page.getByLabel(arriving.start.name).fill(name);
  await guest.page.getByRole("button", { name: arriving.join.go }).click();
  await guest.page.getByRole("heading", { level: 1 }).waitFor();
  await until("the team's home", () => !guest.page.url().includes("/join"));
  await guest.page.goto(address);
}

/** Selects one paper and sends it to a pile by the pile's number; 0 is back to the unsorted. */
export async function sendByKey(page: Page, code: string, digit: number): Promise<void> {
  await paperCard(page, code).click();
  await page.keyboard.press(String(digit));
}
