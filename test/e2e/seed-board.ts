/**
 * Boards with papers on them before any browser looked: a team started over HTTP, pages drawn in the
 * page itself, and papers laid down over a stock y-websocket provider, as any program could.
 */
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import type { BlobHash, BoardId, PageId, PaperId, TeamId } from "../../shared/base/ids.ts";
import { seededRandom } from "../../shared/base/random.ts";
import { addNote, type NewNote } from "../../shared/board/notes.ts";
import { addPapers, type NewPaper, type Tier } from "../../shared/papers/papers.ts";
import type { CreateBoardAnswer, MeAnswer, StartAnswer } from "../../shared/protocol/api.ts";
import { orderBetween } from "../../shared/sorting/piles.ts";
import { seededIds } from "../fixtures/board.ts";
import { type Person, type Stage, until } from "./stage.ts";

export interface SeededBoard {
  readonly boardId: BoardId;
  /** The token of the team's invitation. */
  readonly invite: string;
  readonly papers: readonly PaperId[];
  readonly codes: readonly string[];
  /** The first page of each paper. */
  readonly pages: readonly PageId[];
}

interface SeedOptions {
  readonly papers: number;
  /** CSS colours of the sheets, paper by paper; white where none is named. */
  readonly sheets?: readonly string[];
  /** What else is on it from the start. */
  readonly edit?: (doc: Y.Doc) => void;
}

/** Starts a team as `person` and gives it a board with `count` papers of one drawn page each. */
export async function seedBoard(
  stage: Stage,
  person: Person,
  options: SeedOptions & { readonly name: string },
): Promise<SeededBoard> {
  const { page } = person;
  await page.goto(`${stage.url}/start`);
  const team: StartAnswer = await page.evaluate(post<StartAnswer>, {
    path: "/api/start",
    body: { teamName: "Grade 5", name: options.name },
  });
  const seeded = await seedIn(stage, person, team.teamId, { title: "Seasons", ...options });
  return { ...seeded, invite: team.invite };
}

/** One more board of the person's team. */
export async function seedOtherBoard(
  stage: Stage,
  person: Person,
  options: SeedOptions & { readonly title: string },
): Promise<Omit<SeededBoard, "invite">> {
  const { teams }: MeAnswer = await person.page.evaluate(async () =>
    (await fetch("/api/me")).json(),
  );
  const [team] = teams;
  if (!team) throw new Error("the person is in no team");
  return seedIn(stage, person, team.teamId, options);
}

async function seedIn(
  stage: Stage,
  person: Person,
  teamId: TeamId,
  options: SeedOptions & { readonly title: string },
): Promise<Omit<SeededBoard, "invite">> {
  const { page } = person;
  const { boardId }: CreateBoardAnswer = await page.evaluate(post<CreateBoardAnswer>, {
    path: `/api/teams/${teamId}/boards`,
    body: { title: options.title },
  });
  const random = seededRandom(options.papers);
  const newId = seededIds(random);
  let order: string | undefined;
  const papers: NewPaper[] = [];
  for (let i = 0; i < options.papers; i++) {
    order = orderBetween(order, undefined);
    const code = `K${String(i + 1).padStart(2, "0")}`;
    const sheet = options.sheets?.[i] ?? "white";
    const tiers = await page.evaluate(drawAndUpload, { boardId, code, sheet });
    papers.push({ id: newId<PaperId>(), code, order, pages: [{ id: newId(), tiers }] });
  }
  const doc = new Y.Doc();
  await withLane(stage, person, boardId, doc, () => {
    addPapers(doc, papers, "seed");
    options.edit?.(doc);
  });
  return {
    boardId,
    papers: papers.map(({ id }) => id),
    codes: papers.map(({ code }) => code),
    pages: papers.flatMap(({ pages: [first] }) => (first ? [first.id] : [])),
  };
}

/** Lays a paper of one drawn page on a board, under this code, as a colleague's computer would. */
export async function seedPaper(
  stage: Stage,
  person: Person,
  boardId: BoardId,
  code: string,
): Promise<void> {
  const tiers = await person.page.evaluate(drawAndUpload, { boardId, code, sheet: "white" });
  const newId = seededIds(seededRandom(code.length));
  const doc = new Y.Doc();
  await withLane(stage, person, boardId, doc, () => {
    const pages = [{ id: newId<PageId>(), tiers }];
    addPapers(
      doc,
      [{ id: newId<PaperId>(), code, order: orderBetween(undefined, undefined), pages }],
      "seed",
    );
  });
}

/** Lays free notes on a board, as any program could. */
export async function seedNotes(
  stage: Stage,
  person: Person,
  boardId: BoardId,
  notes: readonly NewNote[],
): Promise<void> {
  const doc = new Y.Doc();
  await withLane(stage, person, boardId, doc, () => {
    const own = new Y.Doc();
    const before = Y.encodeStateVector(doc);
    Y.applyUpdate(own, Y.encodeStateAsUpdate(doc));
    for (const note of notes) addNote(own, note, "seed");
    // In one update: a frame for each would be a thousand.
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(own, before), "seed");
  });
}

/** Lets a colleague with a browser of their own into the team. */
export async function joinTeam(stage: Stage, person: Person, invite: string, name: string) {
  await person.page.goto(`${stage.url}/start`);
  await person.page.evaluate(post<StartAnswer>, {
    path: "/api/join",
    body: { token: invite, name },
  });
}

/** Edits a board's document over a stock provider with the person's own session. */
async function withLane(
  stage: Stage,
  person: Person,
  boardId: BoardId,
  doc: Y.Doc,
  edit: () => void,
): Promise<void> {
  const cookies = await person.context.cookies(stage.url);
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  class SignedInSocket extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { headers: { cookie, origin: stage.url } });
    }
  }
  const provider = new WebsocketProvider(
    `${stage.url.replace(/^http/, "ws")}/sync`,
    `board/${boardId}`,
    doc,
    {
      WebSocketPolyfill: SignedInSocket as unknown as typeof globalThis.WebSocket,
      disableBc: true,
    },
  );
  await until("the lane's state", () => provider.synced);
  edit();
  // A second look over a socket of its own sees what the first one wrote.
  const check = new Y.Doc();
  const second = new WebsocketProvider(
    `${stage.url.replace(/^http/, "ws")}/sync`,
    `board/${boardId}`,
    check,
    {
      WebSocketPolyfill: SignedInSocket as unknown as typeof globalThis.WebSocket,
      disableBc: true,
    },
  );
  const vector = (of: Y.Doc): string => Y.encodeStateVector(of).join();
  await until("the papers on the server", () => second.synced && vector(check) === vector(doc));
  second.destroy();
  provider.destroy();
}

/* What follows runs inside the page. */

async function post<T>(request: { path: string; body: object }): Promise<T> {
  const answer = await fetch(request.path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(request.body),
  });
  if (!answer.ok) throw new Error(`${request.path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

async function drawAndUpload(request: {
  boardId: string;
  code: string;
  sheet: string;
}): Promise<Tier[]> {
  const tiers: Tier[] = [];
  for (const w of [200, 640]) {
    const h = Math.round((w * 11) / 8.5);
    const canvas = new OffscreenCanvas(w, h);
    const ink = canvas.getContext("2d");
    if (!ink) throw new Error("no canvas");
    ink.fillStyle = request.sheet;
    ink.fillRect(0, 0, w, h);
    ink.fillStyle = "#334";
    ink.font = `${w / 9}px sans-serif`;
    ink.fillText(`Paper ${request.code}`, w / 12, h / 6);
    for (let line = 0; line < 12; line++) {
      ink.fillRect(w / 12, h * (0.25 + line * 0.055), w * (0.4 + ((line * 7) % 5) / 12), h / 160);
    }
    const body = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.8 });
    const answer = await fetch(`/api/boards/${request.boardId}/blobs`, {
      method: "POST",
      headers: { "content-type": "image/jpeg" },
      body,
    });
    if (!answer.ok) throw new Error(`blob: ${answer.status} ${await answer.text()}`);
    const { hash } = (await answer.json()) as { hash: BlobHash };
    tiers.push({ w, h, hash });
  }
  return tiers;
}
