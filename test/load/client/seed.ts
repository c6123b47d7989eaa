/**
 * Fills a board with a scene of the harness as any program could: page images over HTTP, papers and
 * notes over a stock y-websocket provider. Ids are the scene's own, a page's is its paper's with `-page`.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import type { BlobHash, MemberId, NoteId, PageId, PaperId } from "../../../shared/base/ids.ts";
import { addNote, type NoteColour } from "../../../shared/board/notes.ts";
import { addPapers, type NewPaper, type Tier } from "../../../shared/papers/papers.ts";
import { orderBetween } from "../../../shared/sorting/piles.ts";

interface Thing {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

interface Scene {
  readonly cards: readonly (Thing & { readonly text: string; readonly color: number })[];
  readonly images: readonly Thing[];
  readonly imagesTop: number;
}

export interface SeedOptions {
  readonly url: string;
  readonly cookie: string;
  readonly boardId: string;
  readonly scene: Scene;
  /** Board units for one unit of the scene. */
  readonly unit: number;
  /** Holds `manifest.json` and the pages' pictures in their tiers: tiers.mjs. */
  readonly tiersFolder: string;
}

/** Notes in one frame to the server: what the admission takes at once has an end. */
const notesAtOnce = 2_000;
const uploadsAtOnce = 8;

export async function seedScene(options: SeedOptions): Promise<void> {
  const { url, cookie, boardId } = options;
  const papers = await uploadPapers(options);
  class SignedInSocket extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { headers: { cookie, origin: url } });
    }
  }
  const open = (doc: Y.Doc): WebsocketProvider =>
    new WebsocketProvider(`${url.replace(/^http/, "ws")}/sync`, `board/${boardId}`, doc, {
      WebSocketPolyfill: SignedInSocket as unknown as typeof globalThis.WebSocket,
      disableBc: true,
    });
  const doc = new Y.Doc();
  const provider = open(doc);
  await until(() => provider.synced);
  for (const update of updatesOf(doc, papers, options)) Y.applyUpdate(doc, update, "seed");

  // A second look over a socket of its own sees what the first one wrote.
  const check = new Y.Doc();
  const second = open(check);
  const vector = (of: Y.Doc): string => Y.encodeStateVector(of).join();
  await until(() => second.synced && vector(check) === vector(doc));
  for (const one of [second, provider]) one.destroy();
  for (const one of [check, doc]) one.destroy();
}

/** Everything as a few large updates that follow on what `doc` holds. */
function* updatesOf(
  doc: Y.Doc,
  papers: readonly NewPaper[],
  { scene, unit }: SeedOptions,
): Iterable<Uint8Array> {
  const own = new Y.Doc();
  Y.applyUpdate(own, Y.encodeStateAsUpdate(doc));
  let sent = Y.encodeStateVector(own);
  function* rest(): Iterable<Uint8Array> {
    yield Y.encodeStateAsUpdate(own, sent);
    sent = Y.encodeStateVector(own);
  }
  if (papers.length > 0) addPapers(own, papers, "seed");
  yield* rest();
  const colours: readonly NoteColour[] = ["moss", "honey", "clay"];
  for (const [i, { id, x, y, w, h, text, color }] of scene.cards.entries()) {
    const note = {
      id: id as NoteId,
      stance: "plain",
      words: text,
      pos: { x: x * unit, y: (y - scene.imagesTop) * unit },
      size: { w: w * unit, h: h * unit },
      colour: colours[color % 3] ?? "honey",
      by: "bench" as MemberId,
    } as const;
    addNote(own, note, "seed");
    if ((i + 1) % notesAtOnce === 0) yield* rest();
  }
  yield* rest();
}

async function uploadPapers(options: SeedOptions): Promise<readonly NewPaper[]> {
  const { url, cookie, boardId, scene, tiersFolder } = options;
  if (scene.images.length === 0) return [];
  const manifest = JSON.parse(readFileSync(join(tiersFolder, "manifest.json"), "utf8")) as {
    readonly [page: string]: readonly { readonly w: number; readonly h: number; file: string }[];
  };
  async function upload(file: string): Promise<BlobHash> {
    const answer = await fetch(`${url}/api/boards/${boardId}/blobs`, {
      method: "POST",
      headers: { "content-type": "image/jpeg", cookie },
      body: readFileSync(join(tiersFolder, file)),
    });
    if (!answer.ok) throw new Error(`blob: ${answer.status} ${await answer.text()}`);
    return ((await answer.json()) as { readonly hash: BlobHash }).hash;
  }
  const tiersOf = new Map<string, readonly Tier[]>();
  const waiting = scene.images.map(({ id }, i) => ({ id, files: manifest[String(i)] ?? [] }));
  async function work(): Promise<void> {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const tiers: Tier[] = [];
      for (const { w, h, file } of next.files) tiers.push({ w, h, hash: await upload(file) });
      tiersOf.set(next.id, tiers);
    }
  }
  await Promise.all(Array.from({ length: uploadsAtOnce }, work));
  let order: string | undefined;
  return scene.images.map(({ id }, i) => {
    order = orderBetween(order, undefined);
    const code = `B${String(i + 1).padStart(3, "0")}`;
    const page = { id: `${id}-page` as PageId, tiers: tiersOf.get(id) ?? [] };
    return { id: id as PaperId, code, order, pages: [page] };
  });
}

async function until(condition: () => boolean): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; ) {
    if (condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error("the board was not filled within a minute");
}
