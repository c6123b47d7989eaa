/** Programs on a lane: the stock y-websocket provider with a cookie, and a bare socket for what it would never send. */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { onTestFinished } from "vitest";
import WebSocket from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import {
  acksParam,
  epochParam,
  frameKind,
  isContentFrame,
  readRefused,
  readSaved,
  syncKind,
} from "../../shared/protocol/frames.ts";
import { until } from "./running-server.ts";

export interface LaneClient {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  /** Content frames sent on the present socket. */
  sent(): number;
  /** How many of them the server has said are on disk. */
  acked(): number;
  /** Resolves once everything sent so far is on disk. */
  saved(): Promise<void>;
  /** Close codes that ended it for good, with what the server gave as the reason. */
  readonly refused: { code: number; reason: string }[];
  close(): void;
}

export interface LaneClientOptions {
  readonly acks?: boolean;
  /** Which epoch of the lane the client says its copy is of. */
  readonly epoch?: number;
  readonly headers?: { readonly [name: string]: string };
  readonly doc?: Y.Doc;
}

/** Connects to `lane` of the server at `url` (http) with the cookie. Ends with the test. */
export function connect(
  url: string,
  lane: string,
  cookie: string,
  options: LaneClientOptions = {},
): LaneClient {
  let sent = 0;
  let acked = 0;
  class SocketWithCookie extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { headers: { Cookie: cookie, ...options.headers } });
      sent = 0;
      acked = 0;
    }
    override send(data: Parameters<WebSocket["send"]>[0]): void {
      super.send(data);
      if (this.readyState === this.OPEN && isContentFrame(data as Uint8Array)) sent++;
    }
  }
  const doc = options.doc ?? new Y.Doc();
  const refused: LaneClient["refused"] = [];
  const provider = new WebsocketProvider(`${url.replace("http", "ws")}/sync`, lane, doc, {
    WebSocketPolyfill: SocketWithCookie as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    maxBackoffTime: 100,
    params: {
      ...(options.acks === false ? {} : { [acksParam]: "1" }),
      ...(options.epoch === undefined ? {} : { [epochParam]: String(options.epoch) }),
    },
  });
  provider.messageHandlers[frameKind.saved] = (_encoder, decoder) => {
    acked = readSaved(decoder);
  };
  provider.messageHandlers[frameKind.refused] = () => {};
  provider.on("closed", (event) => refused.push(event));
  const close = (): void => {
    provider.destroy();
    doc.destroy();
  };
  onTestFinished(close);
  return {
    doc,
    provider,
    sent: () => sent,
    acked: () => acked,
    saved: () =>
      until("everything sent is saved", () => provider.synced && sent > 0 && acked === sent),
    refused,
    close,
  };
}

export const synced = (client: LaneClient): Promise<void> =>
  until("the lane is in step", () => client.provider.synced);

/** Whether two documents say the same, deletions included. */
export const isEqual = (a: Y.Doc, b: Y.Doc): boolean =>
  Buffer.from(Y.encodeStateAsUpdate(a)).equals(Buffer.from(Y.encodeStateAsUpdate(b)));

/** A sync message that carries an update: of kind `update`, or the step 2 that hands over. */
export function contentFrame(update: Uint8Array, kind: number = syncKind.update): Uint8Array {
  return syncFrame(kind, update);
}

/** Asks for what `doc` lacks. */
export function step1Frame(doc: Y.Doc): Uint8Array {
  return syncFrame(syncKind.step1, Y.encodeStateVector(doc));
}

/** What is said of clients: their id, clock and state as JSON. */
export function awarenessFrame(
  states: readonly (readonly [client: number, clock: number, json: string])[],
): Uint8Array {
  const body = encoding.createEncoder();
  encoding.writeVarUint(body, states.length);
  for (const [client, clock, state] of states) {
    encoding.writeVarUint(body, client);
    encoding.writeVarUint(body, clock);
    encoding.writeVarString(body, state);
  }
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, frameKind.awareness);
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(body));
  return encoding.toUint8Array(encoder);
}

function syncFrame(kind: number, body: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, frameKind.sync);
  encoding.writeVarUint(encoder, kind);
  encoding.writeVarUint8Array(encoder, body);
  return encoding.toUint8Array(encoder);
}

export interface BareSocket {
  readonly socket: WebSocket;
  /** What came, oldest first; to be emptied by whoever reads it. */
  readonly frames: Uint8Array[];
  /** Resolves with the close code and what a `refused` frame said, if one came. */
  readonly closed: Promise<{ code: number; refused: string | undefined }>;
  readonly opened: Promise<void>;
}

/** A socket that sends nothing by itself. */
export function openSocket(
  url: string,
  path: string,
  headers: { readonly [name: string]: string },
): BareSocket {
  const socket = new WebSocket(`${url.replace("http", "ws")}${path}`, { headers });
  const frames: Uint8Array[] = [];
  let refused: string | undefined;
  socket.on("message", (data) => {
    const frame = new Uint8Array(data as Buffer);
    frames.push(frame);
    const decoder = decoding.createDecoder(frame);
    if (decoding.readVarUint(decoder) === frameKind.refused) refused = readRefused(decoder);
  });
  socket.on("error", () => {});
  onTestFinished(() => socket.terminate());
  return {
    socket,
    frames,
    opened: new Promise((resolve) => socket.once("open", () => resolve())),
    closed: new Promise((resolve) => socket.once("close", (code) => resolve({ code, refused }))),
  };
}
