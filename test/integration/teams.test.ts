/** Starting, joining, who one is, boards: the HTTP contract of the README, over a real socket. */
import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createVisitor, refusal, startServer } from "./running-server.ts";

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
    });
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
