/** What a page says to the server of who is here: itself, and nobody else. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from "y-protocols/awareness";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { sayOwnOnly } from "../../../client/sync/say-own-only.ts";

let doc: Y.Doc;
let provider: WebsocketProvider;
let sent: number;
beforeEach(() => {
  doc = new Y.Doc();
  provider = new WebsocketProvider("ws://nowhere.example", "lane", doc, {
    connect: false,
    disableBc: true,
    WebSocketPolyfill: class {} as unknown as typeof WebSocket,
  });
  sent = 0;
  provider.wsconnected = true;
  provider.ws = {
    readyState: 1,
    OPEN: 1,
    send: () => {
      sent++;
    },
  } as unknown as WebSocket;
});
afterEach(() => {
  provider.wsconnected = false;
  provider.ws = null;
  provider.destroy();
  doc.destroy();
});

function hearColleague(): void {
  const theirs = new Awareness(new Y.Doc());
  theirs.setLocalState({ name: "Jonas", at: [1, 2] });
  const said = encodeAwarenessUpdate(theirs, [theirs.clientID]);
  applyAwarenessUpdate(provider.awareness, said, provider);
  theirs.destroy();
}

test("what is heard of others is not said again, what this page does is", () => {
  hearColleague();
  // As a stock provider does: without this the test would show nothing.
  expect(sent).toBe(1);
  sayOwnOnly(provider);
  hearColleague();
  expect(sent).toBe(1);
  provider.awareness.setLocalState({ name: "Maya" });
  expect(sent).toBe(2);
});

test("nothing is left listening once the provider is gone", () => {
  sayOwnOnly(provider);
  const { ws } = provider;
  provider.ws = null;
  provider.destroy();
  provider.ws = ws;
  provider.wsconnected = true;
  provider.awareness.setLocalState({ name: "Maya" });
  expect(sent).toBe(0);
});
