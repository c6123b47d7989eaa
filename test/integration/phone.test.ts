/** A phone as scanner: one phone, one member, for a while; nothing of it is kept, and nothing is too much. */
import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { systemClock } from "../../server/ops/clock.ts";
import { createPhoneLines } from "../../server/phone/phone-lines.ts";
import type { BoardId, MemberId } from "../../shared/base/ids.ts";
import type {
  JoinPhoneLineAnswer,
  OpenPhoneLineAnswer,
  PhoneAnswer,
  PhoneLineAnswer,
} from "../../shared/protocol/api.ts";
import { limits } from "../../shared/protocol/limits.ts";
import { createVisitor, refusal, startServer, until, type Visitor } from "./running-server.ts";

/** A clock that can be put on. */
function settableClock() {
  let ahead = 0;
  return {
    ...systemClock,
    now: () => Date.now() + ahead,
    putOn: (ms: number) => {
      ahead += ms;
    },
  };
}

async function openLine(options: { maya?: Visitor } = {}) {
  const clock = settableClock();
  const server = await startServer({ clock });
  const maya = options.maya ?? createVisitor(server.url);
  const { teamId, invite, memberId } = await maya.start();
  const boardId = await maya.newBoard(teamId);
  const phones = `/api/boards/${boardId}/phones`;
  const open = async (as = maya) => {
    const answer = await as.ask("POST", phones);
    expect(answer.status).toBe(201);
    return (await answer.json()) as OpenPhoneLineAnswer;
  };
  const { lineId, token } = await open();
  const line = `${phones}/${lineId}`;
  const news = async (since = 0) =>
    (await (await maya.ask("GET", `${line}?since=${since}`)).json()) as PhoneLineAnswer;
  return {
    clock,
    server,
    maya,
    teamId,
    memberId,
    invite,
    boardId,
    phones,
    open,
    line,
    token,
    news,
  };
}

async function phoneFor(url: string, token: string) {
  const visitor = createVisitor(url);
  const joined = await visitor.ask("POST", "/api/phone", { token });
  if (joined.status !== 201) throw new Error(await refusal(joined));
  const { phone } = (await joined.json()) as JoinPhoneLineAnswer;
  const headers = { authorization: `Bearer ${phone}` };
  return {
    headers,
    put: (id: string, bytes: Uint8Array) =>
      visitor.ask("PUT", `/api/phone/pictures/${id}`, bytes, {
        ...headers,
        "content-type": "application/octet-stream",
      }),
    look: (since = 0) => visitor.ask("GET", `/api/phone?since=${since}`, undefined, headers),
    ask: visitor.ask,
  };
}

const bytes = (length: number, value = 7): Uint8Array => new Uint8Array(length).fill(value);

describe("a phone line", () => {
  test("hands over what the phone sent, byte for byte and in order, and lets go of it when it is taken", async () => {
    const { server, maya, line, token, news } = await openLine();
    const phone = await phoneFor(server.url, token);
    expect((await phone.put("picture-1", bytes(5_000, 1))).status).toBe(202);
    expect((await phone.put("picture-2", bytes(6_000, 2))).status).toBe(202);
    expect(await news()).toMatchObject({ isJoined: true, waiting: ["picture-1", "picture-2"] });
    const got = await maya.ask("GET", `${line}/pictures/picture-1`);
    expect(got.headers.get("cache-control")).toBe("no-store");
    expect(new Uint8Array(await got.arrayBuffer())).toEqual(bytes(5_000, 1));
    expect((await maya.ask("DELETE", `${line}/pictures/picture-1?as=received`)).status).toBe(204);
    expect(await refusal(await maya.ask("GET", `${line}/pictures/picture-1`))).toBe(
      "404 not_found",
    );
    await maya.ask("DELETE", `${line}/pictures/picture-2?as=unreadable`);
    expect((await (await phone.look()).json()) as PhoneAnswer).toMatchObject({
      waiting: [],
      received: ["picture-1"],
      unreadable: ["picture-2"],
    });
    // Sent again because the answer was lost: it is there already.
    expect((await phone.put("picture-1", bytes(5_000, 1))).status).toBe(202);
    expect((await news()).waiting).toEqual([]);
  });

  test("tells both sides at once what is new", async () => {
    const { server, maya, line, token, news } = await openLine();
    const { version } = await news();
    const joining = news(version);
    const phone = await phoneFor(server.url, token);
    expect((await joining).isJoined).toBe(true);
    const coming = news((await joining).version);
    await phone.put("picture-1", bytes(10));
    expect((await coming).waiting).toEqual(["picture-1"]);
    const taken = phone.look(((await (await phone.look()).json()) as PhoneAnswer).version);
    await maya.ask("DELETE", `${line}/pictures/picture-1`);
    expect(((await (await taken).json()) as PhoneAnswer).received).toEqual(["picture-1"]);
  });

  test("is for the first phone alone, and for the member who opened it", async () => {
    const { server, line, token, invite, phones, boardId } = await openLine();
    await phoneFor(server.url, token);
    const second = createVisitor(server.url);
    expect(await refusal(await second.ask("POST", "/api/phone", { token }))).toBe(
      "404 invitation_invalid",
    );
    const tom = createVisitor(server.url);
    await tom.join(invite, "Tom");
    for (const [method, path] of [
      ["GET", line],
      ["DELETE", line],
      ["GET", `${line}/pictures/picture-1`],
      ["DELETE", `${line}/pictures/picture-1`],
    ] as const) {
      expect(await refusal(await tom.ask(method, path))).toBe("403 not_a_member");
      expect(await refusal(await second.ask(method, path))).toBe("401 not_signed_in");
    }
    expect(await refusal(await tom.ask("GET", `${phones}/no-such-line`))).toBe("404 not_found");
    expect(await refusal(await second.ask("POST", `/api/boards/${boardId}/phones`))).toBe(
      "401 not_signed_in",
    );
  });

  test("gives the phone nothing but that: no board, no image, no team, no other line", async () => {
    const { server, boardId, teamId, line, token } = await openLine();
    const phone = await phoneFor(server.url, token);
    for (const path of [
      `/api/boards/${boardId}`,
      `/api/boards/${boardId}/blobs/${"a".repeat(64)}`,
      `/api/teams/${teamId}`,
      `/api/boards/${boardId}/changes?since=0`,
      line,
    ]) {
      const answer = await phone.ask("GET", path, undefined, phone.headers);
      expect(await refusal(answer)).toBe("401 not_signed_in");
    }
    const stored = await phone.ask(
      "POST",
      `/api/boards/${boardId}/blobs`,
      bytes(10),
      phone.headers,
    );
    expect(await refusal(stored)).toBe("401 not_signed_in");
    const nobody = await phone.ask("GET", "/api/phone", undefined, {
      authorization: `Bearer ${"x".repeat(43)}`,
    });
    expect(await refusal(nobody)).toBe("403 access_ended");
  });

  test("ends when the computer hangs up, opens another, goes quiet, or after half an hour", async () => {
    const over = async (phone: Awaited<ReturnType<typeof phoneFor>>): Promise<void> => {
      expect(await refusal(await phone.put("picture-9", bytes(10)))).toBe("403 access_ended");
      expect(await refusal(await phone.look())).toBe("403 access_ended");
    };
    const { server, maya, line, token, open, phones, clock } = await openLine();
    const first = await phoneFor(server.url, token);
    const standing = first.look(((await (await first.look()).json()) as PhoneAnswer).version);
    await maya.ask("DELETE", line);
    // Who waits hears at once.
    expect(await refusal(await standing)).toBe("403 access_ended");
    await over(first);

    const second = await phoneFor(server.url, (await open()).token);
    const third = await open();
    await over(second);
    const thirdPhone = await phoneFor(server.url, third.token);
    clock.putOn(91_000);
    await over(thirdPhone);

    const fourth = await open();
    const fourthPhone = await phoneFor(server.url, fourth.token);
    for (let minutes = 0; minutes < 29; minutes++) {
      clock.putOn(60_000);
      await maya.ask("GET", `${phones}/${fourth.lineId}?since=0`);
    }
    expect((await fourthPhone.put("picture-1", bytes(10))).status).toBe(202);
    clock.putOn(60_001);
    await over(fourthPhone);
    const unused = await open();
    clock.putOn(91_000);
    const late = await createVisitor(server.url).ask("POST", "/api/phone", { token: unused.token });
    expect(await refusal(late)).toBe("404 invitation_invalid");
  });

  test("ends with the right of the member behind it: signed out, or taken out of the team", async () => {
    const { server, maya, token, invite, teamId, boardId } = await openLine();
    const tom = createVisitor(server.url);
    const { memberId } = await tom.join(invite, "Tom");
    const opened = await tom.ask("POST", `/api/boards/${boardId}/phones`);
    const toms = await phoneFor(server.url, ((await opened.json()) as OpenPhoneLineAnswer).token);
    await maya.ask("DELETE", `/api/teams/${teamId}/members/${memberId}`);
    expect(await refusal(await toms.put("picture-1", bytes(10)))).toBe("403 access_ended");
    const mayas = await phoneFor(server.url, token);
    await maya.ask("POST", "/api/sign-out");
    expect(await refusal(await mayas.put("picture-1", bytes(10)))).toBe("403 access_ended");
  });

  test("says when the computer is behind, takes no picture that is too large, none without a length", async () => {
    const { server, maya, line, token } = await openLine();
    const phone = await phoneFor(server.url, token);
    const large = bytes(limits.phonePictureBytes);
    const fit = Math.floor(limits.phoneLineBytes / limits.phonePictureBytes);
    for (let i = 0; i < fit; i++) expect((await phone.put(`picture-${i}`, large)).status).toBe(202);
    expect(await refusal(await phone.put("one-more", bytes(1_000)))).toBe("429 line_full");
    await maya.ask("DELETE", `${line}/pictures/picture-0`);
    expect((await phone.put("one-more", bytes(1_000))).status).toBe(202);
    const larger = await phone.put("too-large", bytes(limits.phonePictureBytes + 1));
    expect(await refusal(larger)).toBe("413 too_large");
    for (const id of ["short", "with space", "a".repeat(41)]) {
      const answer = await phone.put(encodeURIComponent(id), bytes(10));
      expect(await refusal(answer)).toBe("400 bad_request");
    }
    const stream = new ReadableStream({
      start(to) {
        to.enqueue(bytes(10));
        to.close();
      },
    });
    const chunked = await fetch(`${server.url}/api/phone/pictures/picture-x`, {
      method: "PUT",
      headers: { ...phone.headers, "content-type": "application/octet-stream" },
      body: stream,
      duplex: "half",
    } as RequestInit);
    expect(await refusal(chunked)).toBe("400 bad_request");
  });

  test("leaves nothing in the data folder", async () => {
    const { server, token, news } = await openLine();
    const phone = await phoneFor(server.url, token);
    await phone.put("planted-picture", Buffer.from("PLANTED-BYTES".repeat(50_000)));
    await until("the picture waits", async () => (await news()).waiting.length === 1);
    await server.restart();
    for (const planted of ["PLANTED-BYTES", "planted-picture", token]) {
      expect(found(server.dataFolder, planted)).toBe("");
    }
    expect(await refusal(await phone.look())).toBe("403 access_ended");
  });
});

/** The files in which a text stands, by grep. */
function found(folder: string, text: string): string {
  try {
    return execFileSync("grep", ["-rlaF", text, folder]).toString();
  } catch {
    return "";
  }
}

describe("the lines of everybody together", () => {
  const owner = (n: number) => ({
    boardId: "board" as BoardId,
    memberId: `member-${n}` as MemberId,
    session: `session-${n}`,
  });

  test("hold no more than the limit in memory, also of pictures that are still being read", () => {
    const lines = createPhoneLines(systemClock);
    const half = limits.phoneLineBytes / 2;
    const reserved = [];
    for (let n = 0; ; n++) {
      const opened = lines.open(owner(n));
      if (!opened) throw new Error("the bytes end before the lines do");
      const one = lines.reserve(opened.line.lineId, half);
      const two = lines.reserve(opened.line.lineId, half);
      if (!one.ok || !two.ok) break;
      reserved.push(one.free, two.free);
      expect(lines.reserve(opened.line.lineId, 1)).toEqual({ ok: false, code: "line_full" });
    }
    expect(lines.heldBytes()).toBeLessThanOrEqual(limits.phoneLinesBytes);
    for (const free of [...reserved, ...reserved]) free();
    expect(lines.heldBytes()).toBeLessThanOrEqual(half);
    lines.close();
  });

  test("give their memory back when they end, and are not without end themselves", () => {
    const lines = createPhoneLines(systemClock);
    const opened = lines.open(owner(0));
    lines.put(opened?.line.lineId ?? "", "picture-1", bytes(1_000));
    expect(lines.heldBytes()).toBe(1_000);
    lines.open(owner(0));
    expect(lines.heldBytes()).toBe(0);
    let count = 0;
    while (count < 1_000 && lines.open(owner(count + 1))) count++;
    expect(count).toBeLessThan(1_000);
    lines.close();
  });
});
