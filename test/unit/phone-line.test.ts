/** The computer's end of a phone line, over a wire that drops. */
import { describe, expect, test } from "vitest";
import { openPhoneLine } from "../../client/papers/phone/phone-line.ts";
import { readKey, seal } from "../../client/papers/phone/sealed.ts";
import type { BoardId } from "../../shared/base/ids.ts";
import { createWire, json, refused, until } from "../fixtures/phone-wire.ts";

const board = "board" as BoardId;
const lines = `/api/boards/${board}/phones`;
const written = (text: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(new TextEncoder().encode(text));

function opened() {
  const waiting = new Map<string, Uint8Array<ArrayBuffer>>();
  const told: string[] = [];
  let version = 1;
  let ended = false;
  const wire = createWire((method, path) => {
    if (method === "POST") return json({ lineId: "line", token: "token", until: 1 }, 201);
    if (ended) return refused("access_ended", 403);
    const [, id = "", as = ""] = /pictures\/(\w+)(?:\?as=(\w+))?$/.exec(path) ?? [];
    if (id && method === "GET") {
      const bytes = waiting.get(id);
      return bytes ? new Response(bytes) : refused("not_found", 404);
    }
    if (id) {
      told.push(`${id} ${as}`);
      waiting.delete(id);
      return new Response(null, { status: 204 });
    }
    if (method === "DELETE") return new Response(null, { status: 204 });
    if (path === `${lines}/line?since=${version}`) return undefined;
    return json({ version, isJoined: true, waiting: [...waiting.keys()], until: 1 });
  });
  const taken: string[] = [];
  const line = openPhoneLine(board, (picture) => taken.push(Buffer.from(picture).toString()), wire);
  const key = async () => {
    await until(() => line.state.get().is === "open");
    const state = line.state.get();
    const found = await readKey(state.is === "open" ? (state.code.split(".")[1] ?? "") : "");
    if (!found) throw new Error("the code holds a key");
    return found;
  };
  return {
    wire,
    line,
    taken,
    told,
    async put(id: string, text: string, asId = id) {
      waiting.set(id, await seal(await key(), asId, written(text)));
      version++;
      wire.news();
    },
    end() {
      ended = true;
      wire.news();
    },
  };
}

describe("the computer's end", () => {
  test("hands on what came, in order, and tells the phone only then", async () => {
    const { line, taken, told, put } = opened();
    await put("a", "first");
    await put("b", "second");
    await until(() => told.length === 2);
    expect(taken).toEqual(["first", "second"]);
    expect(told).toEqual(["a received", "b received"]);
    expect(line.state.get()).toMatchObject({ is: "open", isJoined: true, received: 2 });
    line.close();
  });

  test("a line that drops loses nothing and hands nothing on twice", async () => {
    const { wire, line, taken, told, put } = opened();
    await put("a", "first");
    await until(() => told.length === 1);
    for (const drops of [1, 2, 3]) {
      wire.drop(drops);
      await put(`p${drops}`, `picture ${drops}`);
      await until(() => told.length === drops + 1);
    }
    expect(taken).toEqual(["first", "picture 1", "picture 2", "picture 3"]);
    expect(line.state.get()).toMatchObject({ received: 4, isDown: false });
    line.close();
  });

  test("a picture that does not open is told as such, and does not stand in the way", async () => {
    const { line, taken, told, put } = opened();
    await put("a", "passed off", "another");
    await put("b", "whole");
    await until(() => told.length === 2);
    expect(told).toEqual(["a unreadable", "b received"]);
    expect(taken).toEqual(["whole"]);
    expect(line.state.get()).toMatchObject({ received: 1, unreadable: 1 });
    line.close();
  });

  test("the key is in no request", async () => {
    const { wire, line, told, put } = opened();
    await put("a", "first");
    await until(() => told.length === 1);
    const state = line.state.get();
    const [, key = ""] = state.is === "open" ? state.code.split(".") : [];
    expect(key).toHaveLength(43);
    expect(wire.asked.join("\n")).not.toContain(key);
    line.close();
  });

  test("says that it has ended, and closing hangs up", async () => {
    const first = opened();
    await first.put("a", "first");
    await until(() => first.told.length === 1);
    first.end();
    await until(() => first.line.state.get().is === "ended");
    expect(first.line.state.get()).toEqual({ is: "ended", why: "access_ended", received: 1 });
    const second = opened();
    await second.put("a", "first");
    await until(() => second.told.length === 1);
    second.line.close();
    expect(second.wire.asked.at(-1)).toBe(`DELETE ${lines}/line`);
  });
});
