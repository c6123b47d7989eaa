/** The phone's end of a line, over a wire that drops. */
import { describe, expect, test } from "vitest";
import { createPhoneSender } from "../../client/papers/phone/phone-sender.ts";
import { newKey, unseal } from "../../client/papers/phone/sealed.ts";
import { createWire, json, refused, until } from "../fixtures/phone-wire.ts";

const picture = (text: string): Blob => new Blob([text]);

async function joined(stored = new Map<string, string>()) {
  const { key, written } = await newKey();
  const came = new Map<string, Uint8Array<ArrayBuffer>>();
  const says = { version: 1, received: [] as string[], unreadable: [] as string[] };
  const state = { ended: false, full: 0, isUsed: false };
  const wire = createWire((method, path, init) => {
    if (method === "POST") {
      if (state.isUsed) return refused("invitation_invalid", 404);
      state.isUsed = true;
      return json({ phone: "secret", until: 1 }, 201);
    }
    const bearer = new Headers(init?.headers).get("authorization");
    if (state.ended || bearer !== "Bearer secret") return refused("access_ended", 403);
    if (method === "PUT") {
      if (state.full-- > 0) return refused("line_full", 429);
      came.set(path.split("/").at(-1) ?? "", init?.body as Uint8Array<ArrayBuffer>);
      return new Response(null, { status: 202 });
    }
    return path.endsWith(`since=${says.version}`) ? undefined : json({ ...says, waiting: [] });
  });
  let ids = 0;
  const open = (code = `token.${written}`) =>
    createPhoneSender(code, {
      ...wire,
      newId: () => `id-${++ids}`,
      prepare: (file) => Promise.resolve(file),
      memory: {
        getItem: (name) => stored.get(name) ?? null,
        setItem: (name, value) => void stored.set(name, value),
      },
    });
  const opened = async (id: string): Promise<string> =>
    new TextDecoder().decode(await unseal(key, id, came.get(id) ?? new Uint8Array()));
  return { wire, state, says, came, opened, open, written };
}

describe("the phone's end", () => {
  test("sends in the order they were put, sealed, and knows when the computer has them", async () => {
    const { wire, says, came, opened, open } = await joined();
    const sender = open();
    sender.add(["one", "two", "three"].map(picture));
    sender.move("id-3", -1);
    sender.retake("id-1", picture("one again"));
    await until(() => sender.state.get().line === "open");
    sender.send();
    await until(() => came.size === 3);
    expect([...came.keys()]).toEqual(["id-4", "id-3", "id-2"]);
    expect(await Promise.all([...came.keys()].map(opened))).toEqual(["one again", "three", "two"]);
    await until(() => sender.state.get().pictures.every(({ at }) => at === "sent"));
    says.received = ["id-4", "id-3"];
    says.version++;
    wire.news();
    await until(() => sender.state.get().pictures[1]?.at === "received");
    expect(sender.state.get().pictures.map(({ at }) => at)).toEqual([
      "received",
      "received",
      "sent",
    ]);
    sender.close();
  });

  test("waits for a line that dropped and for a computer that is behind, and sends again", async () => {
    const { wire, state, came, open } = await joined();
    const sender = open();
    await until(() => sender.state.get().line === "open");
    sender.add([picture("one")]);
    wire.drop(3);
    state.full = 2;
    sender.send();
    await until(() => came.size === 1);
    await until(() => sender.state.get().pictures[0]?.at === "sent");
    expect(sender.state.get()).toMatchObject({ isDown: false, line: "open" });
    sender.close();
  });

  test("a code that has ended keeps what was not sent; one that is used or cut off says so", async () => {
    const first = await joined();
    const sender = first.open();
    await until(() => sender.state.get().line === "open");
    first.state.ended = true;
    sender.add([picture("one")]);
    sender.send();
    await until(() => sender.state.get().line === "ended");
    expect(sender.state.get().pictures.map(({ at }) => at)).toEqual(["kept"]);
    const late = first.open();
    // The tab remembers who it is.
    await until(() => late.state.get().line === "ended");

    const second = await joined();
    second.state.isUsed = true;
    const other = second.open();
    await until(() => other.state.get().line === "elsewhere");
    for (const code of ["", "token", "token.short"]) {
      const broken = second.open(code);
      await until(() => broken.state.get().line === "incomplete");
    }
  });

  test("a tab that reloads is the same phone", async () => {
    const stored = new Map<string, string>();
    const { open } = await joined(stored);
    const first = open();
    await until(() => first.state.get().line === "open");
    first.close();
    const again = open();
    await until(() => again.state.get().line !== "joining");
    expect(again.state.get().line).toBe("open");
    again.close();
  });

  test("a picture that the computer could not open is to be taken again", async () => {
    const { wire, says, open } = await joined();
    const sender = open();
    await until(() => sender.state.get().line === "open");
    sender.add([picture("one")]);
    sender.send();
    await until(() => sender.state.get().pictures[0]?.at === "sent");
    says.unreadable = ["id-1"];
    says.version++;
    wire.news();
    await until(() => sender.state.get().pictures[0]?.at === "failed");
    sender.retake("id-1", picture("better"));
    expect(sender.state.get().pictures).toMatchObject([{ id: "id-2", at: "kept" }]);
    sender.close();
  });

  test("the key is in no request", async () => {
    const { wire, came, open, written } = await joined();
    const sender = open();
    await until(() => sender.state.get().line === "open");
    sender.add([picture("one")]);
    sender.send();
    await until(() => came.size === 1);
    expect(wire.asked.join("\n")).not.toContain(written);
    sender.close();
  });
});
