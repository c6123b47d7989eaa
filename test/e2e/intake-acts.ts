/** What a teacher does in "Bring in papers", by the names of its buttons, and what can be seen of it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { papers as paperWords } from "../../client/words/en/papers.ts";
import { words } from "../../client/words/words.ts";
import { type Person, until } from "./stage.ts";

const says = paperWords;

export const fixture = (name: string): string => `test/fixtures/papers/${name}`;
export const badFiles: readonly string[] = readdirSync(fixture("bad"));

/** Starts a team with one empty board and opens it. */
export async function openNewBoard({ page }: Person): Promise<void> {
  await page.goto("/start");
  const boardId = await page.evaluate(async (): Promise<string> => {
    const post = async (
      path: string,
      body: object,
    ): Promise<{ readonly [key: string]: string }> => {
      const answer = await fetch(path, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      return (await answer.json()) as { readonly [key: string]: string };
    };
    const { teamId } = await post("/api/start", { teamName: "Grade 7", name: "Maya" });
    return (await post(`/api/teams/${teamId}/boards`, { title: "Seasons" }))["boardId"] ?? "";
  });
  await page.goto(`/board/${boardId}`);
}

export const dialog = (page: Page) => page.getByRole("dialog", { name: says.title });
export const press = (page: Page, name: string) =>
  page.getByRole("button", { name, exact: true }).click();

export async function openIntake(page: Page): Promise<void> {
  await page.getByRole("button", { name: words.board.bringIn }).first().click();
  await dialog(page).waitFor();
}

/** The hidden field behind "Choose files" and "Add files", and the one behind "Choose a folder". */
export const filePicker = (page: Page) => page.locator("input[type=file]:not([webkitdirectory])");
export const folderPicker = (page: Page) => page.locator("input[webkitdirectory]");

/** Chooses files by the picker and waits until all of them are read or refused. */
export async function choose(page: Page, ...files: readonly string[]): Promise<void> {
  await filePicker(page).setInputFiles([...files]);
  await untilRead(page);
}

/** Takes files up as from the desktop; `letGo` drops them on the dialog. */
export async function drag(
  page: Page,
  ...files: readonly { readonly name: string; readonly bytes: Buffer; readonly type: string }[]
): Promise<{ letGo(): Promise<void> }> {
  const transfer = await page.evaluateHandle(
    (dropped) => {
      const data = new DataTransfer();
      for (const { name, base64, type } of dropped) {
        const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
        data.items.add(new File([bytes], name, { type }));
      }
      return data;
    },
    files.map(({ name, bytes, type }) => ({ name, type, base64: bytes.toString("base64") })),
  );
  return {
    async letGo() {
      const target = page.getByText(says.choose.drop);
      await target.dispatchEvent("dragover", { dataTransfer: transfer });
      await target.dispatchEvent("drop", { dataTransfer: transfer });
    },
  };
}

export async function untilRead(page: Page): Promise<void> {
  const named = (name: string): Promise<number> => page.getByRole("button", { name }).count();
  await until(
    "the files to be read",
    async () =>
      (await named(says.stop)) === 0 &&
      ((await named(says.pages.next)) === 1 || (await named(says.choose.pick)) === 1),
    90_000,
  );
}

/** The line to the store of pictures; `stored` counts what it took. */
export async function cutLine(context: BrowserContext) {
  const line = { isDown: true, stored: 0 };
  await context.route(/\/blobs$/, (route) => {
    if (route.request().method() !== "POST") return route.continue();
    if (line.isDown) return route.abort("connectionfailed");
    line.stored++;
    return route.continue();
  });
  return line;
}

/** Moves the suggested box a little: the same page masked otherwise is stored as another picture. */
export async function nudgeBox(page: Page, key: "ArrowDown" | "ArrowUp"): Promise<void> {
  await page.getByRole("button", { name: /^Box 1: / }).focus();
  await page.keyboard.press(key);
}

/** From the look-through on: brings them in and waits until they lie on the board. */
export async function bringIn(page: Page, papers: number): Promise<void> {
  await press(page, says.look.bringIn(papers));
  await page.getByText(says.send.done(papers)).waitFor({ timeout: 120_000 });
}

/**
 * Watches the page's main thread. `stop` answers the longest tasks in milliseconds of its own work:
 * other things that run on the machine do not count.
 */
export async function watchMainThread(page: Page): Promise<{ stop(): Promise<readonly number[]> }> {
  const browser = page.context().browser();
  if (!browser) throw new Error("the page has a browser");
  await browser.startTracing(page, { categories: ["toplevel", "devtools.timeline"] });
  return {
    async stop() {
      const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
        traceEvents: readonly TraceEvent[];
      };
      const threads = new Set(
        traceEvents
          .filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain")
          .map(({ pid, tid }) => `${pid}/${tid}`),
      );
      return traceEvents
        .filter(({ name, pid, tid }) => name.includes("RunTask") && threads.has(`${pid}/${tid}`))
        .map(({ tdur }) => Math.round((tdur ?? 0) / 1000))
        .toSorted((a, b) => b - a)
        .slice(0, 10);
    },
  };
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of the thread's own time. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** Every file under a folder. */
export function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

export interface StoredPicture {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
  /** The widest spread of any colour inside the area that was asked about: 0 is one flat colour. */
  readonly spread: number;
}

/**
 * The pictures that the server keeps in these files, decoded by a browser. `area` is in fractions of
 * the picture.
 */
export async function storedPictures(
  page: Page,
  files: readonly string[],
  area: { readonly x: number; readonly y: number; readonly w: number; readonly h: number },
): Promise<readonly StoredPicture[]> {
  const pictures: StoredPicture[] = [];
  for (const file of files) {
    const bytes = readFileSync(file);
    if (bytes[0] !== 0xff || bytes[1] !== 0xd8) continue;
    const seen = await page.evaluate(look, { base64: bytes.toString("base64"), area });
    pictures.push({ bytes, ...seen });
  }
  return pictures;
}

/* Runs inside the page. */
async function look(request: {
  base64: string;
  area: { x: number; y: number; w: number; h: number };
}) {
  const jpeg = Uint8Array.from(atob(request.base64), (c) => c.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([jpeg]));
  const { width, height } = picture;
  const ink = new OffscreenCanvas(width, height).getContext("2d");
  if (!ink) throw new Error("no canvas");
  ink.drawImage(picture, 0, 0);
  const { x, y, w, h } = request.area;
  const left = Math.ceil(x * width);
  const top = Math.ceil(y * height);
  const { data } = ink.getImageData(
    left,
    top,
    Math.floor((x + w) * width) - left,
    Math.floor((y + h) * height) - top,
  );
  const spreads = [0, 1, 2].map((c) => {
    let low = 255;
    let high = 0;
    for (let i = c; i < data.length; i += 4) {
      low = Math.min(low, data[i] ?? 0);
      high = Math.max(high, data[i] ?? 0);
    }
    return high - low;
  });
  return { width, height, spread: Math.max(...spreads) };
}

/** Everything this browser keeps in IndexedDB for the page, strings and bytes alike. */
export async function keptInBrowser(page: Page): Promise<Buffer> {
  const kept = await page.evaluate(readDatabases);
  return Buffer.concat(
    kept.flatMap(({ values }) => values.map((each) => Buffer.from(each, "base64"))),
  );
}

/** How many records wait in the outbox, and the pictures among them. */
export async function outbox(page: Page): Promise<{ records: number; pictures: Buffer[] }> {
  const kept = await page.evaluate(readDatabases);
  const values = kept
    .filter(({ name }) => name === "noticeboard-outbox")
    .flatMap((each) => each.values.map((value) => Buffer.from(value, "base64")));
  const pictures = values.filter((value) => value[0] === 0xff && value[1] === 0xd8);
  const records = kept
    .filter(({ name }) => name === "noticeboard-outbox")
    .reduce((sum, each) => sum + each.records, 0);
  return { records, pictures };
}

/* Runs inside the page. */
async function readDatabases() {
  const asked = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error("not read"));
    });
  const base64 = (bytes: Uint8Array): string => {
    let text = "";
    for (let i = 0; i < bytes.length; i += 8192)
      text += String.fromCharCode(...bytes.subarray(i, i + 8192));
    return btoa(text);
  };
  const found: { name: string; records: number; values: string[] }[] = [];
  for (const { name = "" } of await indexedDB.databases()) {
    const db = await asked(indexedDB.open(name));
    const values: string[] = [];
    let records = 0;
    const collect = async (value: unknown): Promise<void> => {
      if (value instanceof Blob) values.push(base64(new Uint8Array(await value.arrayBuffer())));
      else if (value instanceof ArrayBuffer) values.push(base64(new Uint8Array(value)));
      else if (ArrayBuffer.isView(value))
        values.push(base64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)));
      else if (typeof value === "object" && value !== null)
        for (const [key, inner] of Object.entries(value)) {
          await collect(key);
          await collect(inner);
        }
      else values.push(base64(new TextEncoder().encode(String(value))));
    };
    for (const store of db.objectStoreNames) {
      const all = db.transaction(store).objectStore(store);
      const [records_, keys] = await Promise.all([asked(all.getAll()), asked(all.getAllKeys())]);
      records += records_.length;
      for (const each of [...records_, ...keys]) await collect(each);
    }
    db.close();
    found.push({ name, records, values });
  }
  return found;
}

/** How much an area of each of these pictures spreads: 0 is one flat colour. */
export async function spreads(
  page: Page,
  pictures: readonly Buffer[],
  area: { readonly x: number; readonly y: number; readonly w: number; readonly h: number },
): Promise<readonly number[]> {
  const found: number[] = [];
  for (const bytes of pictures) {
    const seen = await page.evaluate(look, { base64: bytes.toString("base64"), area });
    found.push(seen.spread);
  }
  return found;
}
