/** The practice board after half an hour's work, laid down on a server over a stock provider, as any program could. */
import { readFile } from "node:fs/promises";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import type { BoardId } from "../../shared/base/ids.ts";
import type { CreateBoardAnswer, StartAnswer, StoreBlobAnswer } from "../../shared/protocol/api.ts";
import { workedBoard } from "../fixtures/practice-board.ts";
import { type Person, type Stage, until } from "./stage.ts";

/** Starts a team as `person` and gives it the worked board. */
export async function seedWorkedBoard(stage: Stage, person: Person): Promise<BoardId> {
  const { request } = person.context;
  const headers = { origin: stage.url };
  const send = async <T>(path: string, data: object | Buffer, type: string): Promise<T> => {
    const answer = await request.post(`${stage.url}${path}`, {
      data,
      headers: { ...headers, "content-type": type },
    });
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  const json = "application/json";
  const start = { teamName: "Grade 7", name: "Ana Ruiz" };
  const { teamId } = await send<StartAnswer>("/api/start", start, json);
  const { boardId } = await send<CreateBoardAnswer>(
    `/api/teams/${teamId}/boards`,
    { title: "Exit question: the seasons" },
    json,
  );

  const cookies = await person.context.cookies(stage.url);
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  class SignedInSocket extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { headers: { cookie, origin: stage.url } });
    }
  }
  const open = (doc: Y.Doc): WebsocketProvider =>
    new WebsocketProvider(`${stage.url.replace(/^http/, "ws")}/sync`, `board/${boardId}`, doc, {
      WebSocketPolyfill: SignedInSocket as unknown as typeof globalThis.WebSocket,
      disableBc: true,
    });
  const doc = new Y.Doc();
  const writer = open(doc);
  await until("the board's state", () => writer.synced);
  const { files } = workedBoard({ on: doc });
  for (const [hash, file] of files) {
    const path = `/api/boards/${boardId}/blobs`;
    const stored = await send<StoreBlobAnswer>(path, await readFile(file), "image/jpeg");
    if (stored.hash !== hash) throw new Error(`${file} was stored as ${stored.hash}`);
  }
  // A look over a socket of its own sees what the first one wrote.
  const seen = new Y.Doc();
  const reader = open(seen);
  const vector = (of: Y.Doc): string => Y.encodeStateVector(of).join();
  await until("the board on the server", () => reader.synced && vector(seen) === vector(doc));
  reader.destroy();
  writer.destroy();
  return boardId;
}
