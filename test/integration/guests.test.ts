/** Guests: let in to one board by a link, seen by the team, and out when the team or the date says so. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { systemClock } from "../../server/ops/clock.ts";
import type {
  BoardAnswer,
  GuestsAnswer,
  MakeGuestLinkAnswer,
  MeAnswer,
} from "../../shared/protocol/api.ts";
import type { GuestRole } from "../../shared/team/can.ts";
import { connect, type LaneClient, openSocket, synced } from "./lane-client.ts";
import { createVisitor, refusal, startServer, until, type Visitor } from "./running-server.ts";

const dayMs = 24 * 60 * 60 * 1000;

/** A clock that can be put on, and whose second lasts 50 ms. */
function settableClock() {
  let ahead = 0;
  return {
    ...systemClock,
    now: () => Date.now() + ahead,
    every: (ms: number, act: () => void) => systemClock.every(ms === 1_000 ? 50 : ms, act),
    putOn: (ms: number) => {
      ahead += ms;
    },
  };
}

async function openBoard() {
  const clock = settableClock();
  const server = await startServer({ clock });
  const maya = createVisitor(server.url);
  const { teamId, memberId, invite } = await maya.start();
  const boardId = await maya.newBoard(teamId);
  const path = `/api/boards/${boardId}`;
  const letIn = async (role: GuestRole = "criticalFriend", days = 14) => {
    const answer = await maya.ask("POST", `${path}/guests`, { role, days });
    expect(answer.status).toBe(201);
    return (await answer.json()) as MakeGuestLinkAnswer;
  };
  const visit = async (token: string, name: string, who = createVisitor(server.url)) => {
    const answer = await who.ask("POST", "/api/visits", { token, name });
    expect([answer.status, await answer.json()]).toEqual([201, { boardId }]);
    return who;
  };
  const guests = async () =>
    (await (await maya.ask("GET", `${path}/guests`)).json()) as GuestsAnswer;
  const look = async (who: Visitor) => (await (await who.ask("GET", path)).json()) as BoardAnswer;
  const into = (who: Visitor, lane: string): LaneClient => connect(server.url, lane, who.cookie());
  const lane = `board/${boardId}`;
  return {
    server,
    clock,
    maya,
    teamId,
    memberId,
    invite,
    boardId,
    path,
    lane,
    letIn,
    visit,
    guests,
    look,
    into,
  };
}

/** Resolves with what ended it; fails if that takes longer than a second. */
async function endedSoon(client: LaneClient, act: () => Promise<unknown>): Promise<number> {
  const began = Date.now();
  await act();
  await until("the socket is closed", () => client.refused.length > 0);
  expect(Date.now() - began).toBeLessThan(1_000);
  return client.refused[0]?.code ?? 0;
}

describe("a guest's link", () => {
  test("tells what it opens, lets in with a name, and opens that board alone", async () => {
    const { server, maya, teamId, memberId, boardId, path, lane, letIn, visit, look, into } =
      await openBoard();
    const { token, until: end } = await letIn("criticalFriend", 14);
    expect(Math.abs(end - Date.now() - 14 * dayMs)).toBeLessThan(60_000);
    const gail = createVisitor(server.url);
    const told = await gail.ask("POST", "/api/visits/look", { token });
    expect(await told.json()).toEqual({
      role: "criticalFriend",
      until: end,
      teamName: "Year 4",
      boardTitle: "Seasons",
    });
    await visit(token, "Gail", gail);
    const { me, ...board } = await look(gail);
    expect(board).toEqual({
      boardId,
      teamId,
      teamName: "Year 4",
      title: "Seasons",
      // She laid the board down, so her name stands there; nobody else's is told.
      members: [{ memberId, name: "Maya" }],
      role: "criticalFriend",
      canWrite: false,
      epoch: 0,
      epochs: {},
      visit: { role: "criticalFriend", until: end },
    });
    expect(me.name).toBe("Gail");
    await synced(into(gail, lane));

    const other = await maya.newBoard(teamId, "Volume");
    for (const closed of [
      `/api/boards/${other}`,
      `/api/teams/${teamId}`,
      `/api/teams/${teamId}/boards`,
      `${path}/guests`,
    ]) {
      expect(await refusal(await gail.ask("GET", closed))).toBe("403 not_a_member");
    }
    expect((await (await gail.ask("GET", "/api/me")).json()) as MeAnswer).toEqual({ teams: [] });
  });

  test("does not let in as a staff reader, for ever, or for no time", async () => {
    const { maya, path } = await openBoard();
    for (const body of [
      { role: "staffReader", days: 7 },
      { role: "member", days: 7 },
      { role: "specialist", days: 0 },
      { role: "specialist", days: 401 },
      { role: "specialist", days: 1.5 },
    ]) {
      expect(await refusal(await maya.ask("POST", `${path}/guests`, body))).toBe("400 bad_request");
    }
  });

  test("is in no file as it stands in the address", async () => {
    const { server, letIn } = await openBoard();
    const { token } = await letIn();
    const files = readdirSync(server.dataFolder)
      .map((name) => join(server.dataFolder, name))
      .filter((file) => statSync(file).isFile());
    expect(files.filter((file) => readFileSync(file).includes(token))).toEqual([]);
  });

  test("makes nobody of the team a guest there", async () => {
    const { maya, letIn, visit, guests, look } = await openBoard();
    const { token } = await letIn();
    await visit(token, "Maya", maya);
    expect((await guests()).visits).toEqual([]);
    expect((await look(maya)).role).toBe("member");
  });

  test("brings the same person back as the same guest, another name as another", async () => {
    const { letIn, visit, guests, look } = await openBoard();
    const first = await letIn();
    const gail = await visit(first.token, "Gail");
    const { me } = await look(gail);
    const second = await letIn("specialist");
    await visit(second.token, "Gail", gail);
    expect(await look(gail)).toMatchObject({ me, role: "specialist" });
    await visit(second.token, "Hugo", gail);
    expect((await look(gail)).me.name).toBe("Hugo");
    expect((await guests()).visits.map(({ name }) => name)).toEqual(["Hugo", "Gail", "Gail"]);
  });
});

describe("a visit", () => {
  test("leaves its mark when the guest comes in, even if nothing is opened", async () => {
    const { letIn, visit, guests } = await openBoard();
    const { token } = await letIn("specialist");
    await visit(token, "Gail");
    const { visits } = await guests();
    expect(visits).toMatchObject([{ name: "Gail", role: "specialist", isOpen: true }]);
    expect(Math.abs((visits[0]?.at ?? 0) - Date.now())).toBeLessThan(60_000);
  });

  test("leaves another for each later hour in which a page or a bare socket is shown something", async () => {
    const { clock, server, path, lane, letIn, visit, guests } = await openBoard();
    const { token } = await letIn();
    const gail = await visit(token, "Gail");
    await gail.ask("GET", path);
    expect((await guests()).visits).toHaveLength(1);
    clock.putOn(2 * 60 * 60 * 1000);
    await gail.ask("GET", path);
    await until("a mark for HTTP", async () => (await guests()).visits.length === 2);
    clock.putOn(2 * 60 * 60 * 1000);
    const { socket, opened } = openSocket(server.url, `/sync/${lane}`, { Cookie: gail.cookie() });
    await opened;
    await until("a mark for a socket", async () => (await guests()).visits.length === 3);
    // One who is there all the while is marked again as well.
    clock.putOn(2 * 60 * 60 * 1000);
    await until("a mark for staying", async () => (await guests()).visits.length === 4);
    socket.terminate();
  });
});

describe("a guest writes", () => {
  test("in a lane of their own, which members read and other guests do not", async () => {
    const { server, maya, boardId, letIn, visit, look, into } = await openBoard();
    const { token } = await letIn();
    const gail = await visit(token, "Gail");
    const hugo = await visit(token, "Hugo");
    const { me } = await look(gail);
    const lane = `guest/${boardId}/${me.memberId}`;
    const own = into(gail, lane);
    await synced(own);
    own.doc.getMap("probes").set("p1", "What would understanding look like?");
    await own.saved();
    const members = into(maya, lane);
    await until("a member reads it", () => members.doc.getMap("probes").get("p1") !== undefined);
    members.doc.getMap("probes").set("p2", "Put in Gail's mouth");
    await until("a member is refused", () => members.refused.length > 0);
    expect(members.refused[0]?.code).toBe(4405);
    expect(
      await openSocket(server.url, `/sync/${lane}?acks=1`, { Cookie: hugo.cookie() }).closed,
    ).toEqual({ code: 4403, refused: "not_a_member" });
    const names = (await look(maya)).members.map(({ name }) => name);
    expect(names.toSorted()).toEqual(["Gail", "Hugo", "Maya"]);
  });

  test("nothing on the board, the talk or the images, whatever their page shows", async () => {
    const { boardId, path, lane, letIn, visit, maya, into } = await openBoard();
    const { token } = await letIn();
    const gail = await visit(token, "Gail");
    const members = into(maya, lane);
    await synced(members);
    for (const closed of [lane, `talk/${boardId}`]) {
      const client = into(gail, closed);
      await synced(client);
      client.doc.getMap("meta").set("title", "Mine");
      await until("it is refused", () => client.refused.length > 0);
      expect(client.refused[0]?.code).toBe(4405);
    }
    expect(members.doc.getMap("meta").get("title")).toBe("Seasons");
    const picture = await gail.ask("POST", `${path}/blobs`, Buffer.from("x"));
    expect(await refusal(picture)).toBe("403 not_a_member");
  });
});

describe("guests are out", () => {
  test("within a second when their link is taken back; nobody comes by it again", async () => {
    const { maya, path, lane, letIn, visit, into, guests } = await openBoard();
    const { token, linkId } = await letIn();
    const gail = await visit(token, "Gail");
    const hugo = await visit((await letIn("specialist")).token, "Hugo");
    const socket = into(gail, lane);
    const others = into(hugo, lane);
    await synced(socket);
    await synced(others);
    const revoke = () => maya.ask("DELETE", `${path}/guests/${linkId}`);
    expect(await endedSoon(socket, revoke)).toBe(4406);
    expect(await refusal(await gail.ask("GET", path))).toBe("401 not_signed_in");
    for (const address of ["/api/visits/look", "/api/visits"]) {
      const answer = await gail.ask("POST", address, { token, name: "Gail" });
      expect(await refusal(answer)).toBe("404 invitation_invalid");
    }
    expect(others.refused).toEqual([]);
    expect((await hugo.ask("GET", path)).status).toBe(200);
    const { links, visits } = await guests();
    expect(links.map(({ role }) => role)).toEqual(["specialist"]);
    expect(visits.map(({ name, isOpen }) => [name, isOpen])).toEqual([
      ["Hugo", true],
      ["Gail", false],
    ]);
    expect(await refusal(await revoke())).toBe("404 not_found");
  });

  test("one by one: who is sent away cannot come back by the link, others who came by it stay", async () => {
    const { maya, path, lane, letIn, visit, into, look } = await openBoard();
    const { token } = await letIn();
    const gail = await visit(token, "Gail");
    const hugo = await visit(token, "Hugo");
    const socket = into(gail, lane);
    await synced(socket);
    const { me } = await look(gail);
    const end = () => maya.ask("DELETE", `${path}/visits/${me.memberId}`);
    expect(await endedSoon(socket, end)).toBe(4406);
    const again = await gail.ask("POST", "/api/visits", { token, name: "Gail again" });
    expect(await refusal(again)).toBe("404 invitation_invalid");
    expect((await hugo.ask("GET", path)).status).toBe(200);
  });

  test("when their time has run out, on the socket as on HTTP, with nobody doing anything", async () => {
    const { clock, server, path, lane, letIn, visit, into, guests } = await openBoard();
    const { token } = await letIn("criticalFriend", 1);
    const gail = await visit(token, "Gail");
    const socket = into(gail, lane);
    await synced(socket);
    clock.putOn(dayMs - 60_000);
    expect((await gail.ask("GET", path)).status).toBe(200);
    clock.putOn(120_000);
    await until("the socket is closed", () => socket.refused.length > 0);
    expect(socket.refused[0]?.code).toBe(4406);
    expect(await refusal(await gail.ask("GET", path))).toBe("401 not_signed_in");
    expect(
      await openSocket(server.url, `/sync/${lane}?acks=1`, { Cookie: gail.cookie() }).closed,
    ).toEqual({ code: 4401, refused: "not_signed_in" });
    const answer = await gail.ask("POST", "/api/visits", { token, name: "Gail" });
    expect(await refusal(answer)).toBe("404 invitation_invalid");
    expect((await guests()).links).toEqual([]);
  });

  test("also when they write while it happens: nothing of theirs is taken after", async () => {
    const { maya, boardId, path, letIn, visit, look, into } = await openBoard();
    const { token, linkId } = await letIn();
    const gail = await visit(token, "Gail");
    const lane = `guest/${boardId}/${(await look(gail)).me.memberId}`;
    const own = into(gail, lane);
    await synced(own);
    let writes = 0;
    own.doc.getMap("probes").set("first", 0);
    await own.saved();
    const revoked = maya.ask("DELETE", `${path}/guests/${linkId}`).then(() => writes);
    while (own.refused.length === 0) {
      own.doc.getMap("probes").set("n", writes++);
      await new Promise((resolve) => setImmediate(resolve));
    }
    const last = await revoked;
    const after = into(maya, lane);
    await synced(after);
    const taken = after.doc.getMap("probes").get("n");
    expect(typeof taken === "number" ? taken : -1).toBeLessThanOrEqual(last + 1);
  });
});
