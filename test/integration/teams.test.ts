/** Starting, joining, who one is, boards: the HTTP contract of the README, over a real socket. */
import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { bundleServer } from "../../server/dev/bundle.ts";
import { systemClock } from "../../server/ops/clock.ts";
import { createLog } from "../../server/ops/log.ts";
import { beginNewEpochs } from "../../server/storage/copy.ts";
import { openStorage } from "../../server/storage/storage.ts";
import { createInvitationTokens } from "../../server/teams/invitations.ts";
import { createTeams } from "../../server/teams/teams.ts";
import type { BoardAnswer, RenewInvitationAnswer, TeamAnswer } from "../../shared/protocol/api.ts";
import { connect, openSocket, synced } from "./lane-client.ts";
import {
  createVisitor,
  newFolder,
  refusal,
  repository,
  startServer,
  until,
} from "./running-server.ts";

describe("a person starts a team", () => {
  test("and is in, with an invitation to pass on", async () => {
    const { url } = await startServer();
    const maya = createVisitor(url);
    const response = await maya.ask("POST", "/api/start", { teamName: "Year 4", name: "Maya" });
    expect(response.status).toBe(201);
    const { teamId, memberId, invite } = (await response.json()) as { [name: string]: string };
    expect(Object.values({ teamId, memberId, invite }).every(Boolean)).toBe(true);
    expect(await (await maya.ask("GET", "/api/me")).json()).toEqual({
      teams: [{ teamId, teamName: "Year 4", memberId, name: "Maya", invite }],
    });
  });

  test("with names kept in one line and no longer than the limit", async () => {
    const { url } = await startServer();
    const maya = createVisitor(url);
    const { teamId } = await maya.start("  Year\n 4 ", "Ma\u202eya");
    const team = await (await maya.ask("GET", `/api/teams/${teamId}`)).json();
    expect(team).toMatchObject({ teamName: "Year 4", me: { name: "Maya" } });
    for (const name of ["", "   ", "x".repeat(81)]) {
      const response = await maya.ask("POST", "/api/start", { teamName: "Year 4", name });
      expect(await refusal(response)).toBe("400 bad_request");
    }
  });

  test("and a second one in the same browser", async () => {
    const { url } = await startServer();
    const maya = createVisitor(url);
    await maya.start("Year 4");
    const before = maya.cookie();
    await maya.start("Science");
    expect(maya.cookie()).toBe(before);
    const { teams } = (await (await maya.ask("GET", "/api/me")).json()) as {
      teams: { teamName: string }[];
    };
    expect(teams.map(({ teamName }) => teamName)).toEqual(["Year 4", "Science"]);
  });
});

describe("a colleague", () => {
  test("sees whose invitation it is, then joins with just a name", async () => {
    const { url } = await startServer();
    const maya = createVisitor(url);
    const { teamId, memberId, invite } = await maya.start();
    const tom = createVisitor(url);
    const look = await tom.ask("POST", "/api/invitations/look", { token: invite });
    expect(await look.json()).toEqual({ teamName: "Year 4" });
    const joined = await tom.join(invite, "Tom");
    expect(joined.teamId).toBe(teamId);
    expect(await (await maya.ask("GET", `/api/teams/${teamId}`)).json()).toEqual({
      teamId,
      teamName: "Year 4",
      invite,
      me: { memberId, name: "Maya" },
      members: [
        { memberId, name: "Maya" },
        { memberId: joined.memberId, name: "Tom" },
      ],
      epoch: 0,
    });
  });

  test("who follows the link again is the same member", async () => {
    const { url } = await startServer();
    const { invite } = await createVisitor(url).start();
    const tom = createVisitor(url);
    const first = await tom.join(invite, "Tom");
    expect(await tom.join(invite, "Tom")).toEqual(first);
  });

  test("at the same computer under another name is another member, not a renamed one", async () => {
    const { url } = await startServer();
    const maya = createVisitor(url);
    const { teamId, memberId, invite } = await maya.start();
    const tom = await maya.join(invite, "Tom");
    expect(tom.memberId).not.toBe(memberId);
    const team = await (await maya.ask("GET", `/api/teams/${teamId}`)).json();
    expect(team).toMatchObject({ me: { name: "Tom" }, members: [{ name: "Maya" }, {}] });
  });

  test("with a wrong token is told so", async () => {
    const { url } = await startServer();
    const tom = createVisitor(url);
    for (const path of ["/api/join", "/api/invitations/look"]) {
      const response = await tom.ask("POST", path, { token: "x".repeat(43), name: "Tom" });
      expect(await refusal(response)).toBe("404 invitation_invalid");
    }
    expect(tom.cookie()).toBe("");
  });
});

describe("the invitation", () => {
  test("is in no file as it stands in the link", async () => {
    const { url, dataFolder } = await startServer();
    const { invite } = await createVisitor(url).start();
    const files = readdirSync(dataFolder)
      .map((name) => join(dataFolder, name))
      .filter((path) => statSync(path).isFile());
    expect(files.length).toBeGreaterThan(1);
    expect(files.filter((path) => readFileSync(path).includes(invite))).toEqual([]);
  });

  test("is a new one that works where the key of the old one is lost", async () => {
    const server = await startServer();
    const maya = createVisitor(server.url);
    const { teamId, invite } = await maya.start();
    rmSync(join(server.dataFolder, "invitations.key"));
    await server.restart();
    const team = (await (await maya.ask("GET", `/api/teams/${teamId}`)).json()) as {
      invite: string;
    };
    expect(team.invite).not.toBe(invite);
    const tom = createVisitor(server.url);
    expect((await tom.join(team.invite, "Tom")).teamId).toBe(teamId);
  });
});

describe("an invitation that is taken back", () => {
  test("opens nothing any more, and the new one does; who is in stays in", async () => {
    const { url } = await startServer();
    const maya = createVisitor(url);
    const { teamId, invite } = await maya.start();
    const tom = createVisitor(url);
    await tom.join(invite, "Tom");
    const answer = await tom.ask("POST", `/api/teams/${teamId}/invitation`);
    expect(answer.status).toBe(201);
    const renewed = ((await answer.json()) as RenewInvitationAnswer).invite;
    const ann = createVisitor(url);
    for (const path of ["/api/join", "/api/invitations/look"]) {
      const refused = await ann.ask("POST", path, { token: invite, name: "Ann" });
      expect(await refusal(refused)).toBe("404 invitation_invalid");
    }
    await ann.join(renewed, "Ann");
    for (const member of [maya, tom, ann]) {
      const team = (await (await member.ask("GET", `/api/teams/${teamId}`)).json()) as TeamAnswer;
      expect(team.invite).toBe(renewed);
    }
  });
});

describe("a member who is removed", () => {
  async function threeOnABoard() {
    const { url } = await startServer();
    const maya = createVisitor(url);
    const { teamId, memberId, invite } = await maya.start();
    const tom = createVisitor(url);
    const { memberId: tomsId } = await tom.join(invite, "Tom");
    const boardId = await maya.newBoard(teamId);
    const lane = `board/${boardId}`;
    const remove = (who: typeof maya, id: string) =>
      who.ask("DELETE", `/api/teams/${teamId}/members/${id}`);
    return { url, maya, memberId, tom, tomsId, teamId, invite, boardId, lane, remove };
  }

  test("is out of every lane within a second and of HTTP at once; their work stays, with their name", async () => {
    const { url, maya, memberId, tom, tomsId, teamId, boardId, lane, remove } =
      await threeOnABoard();
    const lanes = [lane, `talk/${boardId}`, `team/${teamId}`, `private/${boardId}/${tomsId}`];
    const toms = lanes.map((name) => connect(url, name, tom.cookie()));
    const mayas = connect(url, lane, maya.cookie());
    await Promise.all([...toms, mayas].map(synced));
    toms[0]?.doc.getMap("test").set("tom", "wrote this");
    await until("it is shared", () => mayas.doc.getMap("test").get("tom") !== undefined);
    const began = Date.now();
    expect((await remove(maya, tomsId)).status).toBe(204);
    await until("every socket is closed", () => toms.every(({ refused }) => refused.length > 0));
    expect(Date.now() - began).toBeLessThan(1_000);
    expect(toms.map(({ refused }) => refused[0]?.code)).toEqual([4406, 4406, 4406, 4406]);
    expect(await refusal(await tom.ask("GET", `/api/boards/${boardId}`))).toBe("401 not_signed_in");
    const again = openSocket(url, `/sync/${lane}?acks=1`, { Cookie: tom.cookie() });
    expect((await again.closed).refused).toBe("not_signed_in");
    expect(mayas.refused).toEqual([]);
    expect(mayas.doc.getMap("test").get("tom")).toBe("wrote this");
    const board = (await (await maya.ask("GET", `/api/boards/${boardId}`)).json()) as BoardAnswer;
    expect(board.members).toEqual([
      { memberId, name: "Maya" },
      { memberId: tomsId, name: "Tom" },
    ]);
    const team = (await (await maya.ask("GET", `/api/teams/${teamId}`)).json()) as TeamAnswer;
    expect(team.members).toEqual([{ memberId, name: "Maya" }]);
  });

  test("by a colleague cannot come back by the link they know; who leaves by themselves changes no link", async () => {
    const { url, maya, tom, tomsId, teamId, invite, remove } = await threeOnABoard();
    const ann = createVisitor(url);
    const { memberId: annsId } = await ann.join(invite, "Ann");
    expect((await remove(ann, annsId)).status).toBe(204);
    expect((await ann.ask("POST", "/api/invitations/look", { token: invite })).status).toBe(200);
    expect((await remove(maya, tomsId)).status).toBe(204);
    const back = await tom.ask("POST", "/api/join", { token: invite, name: "Tom" });
    expect(await refusal(back)).toBe("404 invitation_invalid");
    const team = (await (await maya.ask("GET", `/api/teams/${teamId}`)).json()) as TeamAnswer;
    expect(team.invite).not.toBe(invite);
  });

  test("is never the last one, not even when two remove each other at once", async () => {
    const { maya, memberId, tom, tomsId, teamId, remove } = await threeOnABoard();
    expect(await refusal(await remove(maya, "nobody-here"))).toBe("404 not_found");
    const both = await Promise.all([remove(maya, tomsId), remove(tom, memberId)]);
    expect(both.filter(({ status }) => status === 204)).toHaveLength(1);
    const [left, id] = (await maya.ask("GET", `/api/teams/${teamId}`)).ok
      ? [maya, memberId]
      : [tom, tomsId];
    expect(await refusal(await remove(left, id))).toBe("409 last_member");
    expect((await left.ask("GET", `/api/teams/${teamId}`)).status).toBe(200);
  });

  test("is not the last one either where both were asked for in the same commit", async () => {
    const folder = newFolder();
    const { workers } = await bundleServer(repository);
    const log = createLog("silent");
    const storage = await openStorage({ folder, worker: workers.log, clock: systemClock, log });
    onTestFinished(() => storage.close());
    const teams = createTeams(storage.records, createInvitationTokens(folder));
    const { teamId, memberId, invite } = await teams.start("Year 4", "Maya", "session-1");
    const tom = await teams.join(invite, "Tom", "session-2", () => undefined);
    const tomsId = tom?.memberId ?? memberId;
    const both = await Promise.all([
      teams.remove(teamId, tomsId, memberId),
      teams.remove(teamId, memberId, tomsId),
    ]);
    expect(both).toEqual([undefined, "last_member"]);
    expect(teams.members(teamId)).toEqual([{ memberId, name: "Maya" }]);
  });
});

describe("boards", () => {
  test("are made with a title and listed newest first", async () => {
    const { url } = await startServer();
    const maya = createVisitor(url);
    const { teamId, memberId } = await maya.start();
    const first = await maya.newBoard(teamId, "Seasons");
    const second = await maya.newBoard(teamId, "Volume");
    const { boards } = (await (await maya.ask("GET", `/api/teams/${teamId}/boards`)).json()) as {
      boards: { boardId: string; title: string; createdAt: number }[];
    };
    expect(boards.map(({ boardId, title }) => [boardId, title])).toEqual([
      [second, "Volume"],
      [first, "Seasons"],
    ]);
    expect(Math.abs((boards[0]?.createdAt ?? 0) - Date.now())).toBeLessThan(60_000);
    const me = { memberId, name: "Maya" };
    expect(await (await maya.ask("GET", `/api/boards/${first}`)).json()).toEqual({
      boardId: first,
      teamId,
      teamName: "Year 4",
      title: "Seasons",
      me,
      members: [me],
      role: "member",
      canWrite: true,
      epoch: 0,
      epochs: {},
    });
  });

  test("tell under which epoch their lanes are after a backup was put back, and open under it", async () => {
    const first = await startServer();
    const maya = createVisitor(first.url);
    const { teamId, memberId } = await maya.start();
    const boardId = await maya.newBoard(teamId);
    const own = `private/${boardId}/${memberId}`;
    const team = `team/${teamId}`;
    for (const lane of [own, team]) {
      const client = connect(first.url, lane, maya.cookie());
      await synced(client);
      client.doc.getMap("test").set("before", lane);
      await client.saved();
    }
    await first.close();
    await beginNewEpochs(join(first.dataFolder, "noticeboard.db"), 5_000);
    const { url } = await startServer({ dataFolder: first.dataFolder });
    const at = { Cookie: maya.cookie() };
    const read = async (path: string) => (await fetch(`${url}${path}`, { headers: at })).json();
    const { epochs } = (await read(`/api/boards/${boardId}`)) as BoardAnswer;
    expect(epochs).toEqual({ [`board/${boardId}`]: 5, [own]: 5 });
    const { epoch } = (await read(`/api/teams/${teamId}`)) as TeamAnswer;
    expect(epoch).toBe(5);
    for (const lane of [own, team]) {
      const old = openSocket(url, `/sync/${lane}?acks=1`, at);
      expect(await old.closed).toEqual({ code: 4409, refused: "stale_epoch" });
      const client = connect(url, lane, maya.cookie(), { epoch: 5 });
      await until("it is read", () => client.doc.getMap("test").get("before") === lane);
    }
  });

  test("are closed to people without a session and to other teams", async () => {
    const { url } = await startServer();
    const maya = createVisitor(url);
    const { teamId } = await maya.start();
    const boardId = await maya.newBoard(teamId);
    const stranger = createVisitor(url);
    const other = createVisitor(url);
    await other.start("Others", "Eve");
    const asks = [
      ["GET", `/api/teams/${teamId}`],
      ["GET", `/api/teams/${teamId}/boards`],
      ["POST", `/api/teams/${teamId}/boards`, { title: "Mine" }],
      ["GET", `/api/boards/${boardId}`],
      ["POST", `/api/boards/${boardId}/blobs`, Buffer.from("x")],
      ["GET", `/api/boards/${boardId}/blobs/${"0".repeat(64)}`],
    ] as const;
    for (const [method, path, body] of asks) {
      expect(await refusal(await stranger.ask(method, path, body))).toBe("401 not_signed_in");
      expect(await refusal(await other.ask(method, path, body))).toBe("403 not_a_member");
    }
  });

  test("that do not exist are answered as those of others: nobody learns which there are", async () => {
    const { url } = await startServer();
    const maya = createVisitor(url);
    await maya.start();
    for (const path of ["/api/boards/nothing-here", "/api/teams/nothing-here"]) {
      expect(await refusal(await maya.ask("GET", path))).toBe("403 not_a_member");
    }
    expect(await refusal(await maya.ask("GET", "/api/nothing"))).toBe("404 not_found");
  });
});

describe("a request that is not of the documented form", () => {
  test("is refused in the form of the table, and changes nothing", async () => {
    const { url } = await startServer();
    const maya = createVisitor(url);
    const { teamId } = await maya.start();
    const json = { "Content-Type": "application/json" };
    const raw = (path: string, body: string, headers: { [name: string]: string } = json) =>
      maya.ask("POST", path, Buffer.from(body), headers);
    expect(await refusal(await raw("/api/start", "{"))).toBe("400 bad_request");
    expect(await refusal(await raw("/api/start", ""))).toBe("400 bad_request");
    expect(await refusal(await raw("/api/start", '{"teamName":1,"name":"Maya"}'))).toBe(
      "400 bad_request",
    );
    expect(await refusal(await raw("/api/start", "a", { "Content-Type": "text/plain" }))).toBe(
      "400 bad_request",
    );
    const long = JSON.stringify({ title: "x".repeat(100_000) });
    expect(await refusal(await raw(`/api/teams/${teamId}/boards`, long))).toBe("413 too_large");
    const { boards } = (await (await maya.ask("GET", `/api/teams/${teamId}/boards`)).json()) as {
      boards: unknown[];
    };
    expect(boards).toEqual([]);
  });
});
