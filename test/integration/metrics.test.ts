/** The numbers for whoever watches: at the admin address alone, and about the server, not about people. */
import { describe, expect, test } from "vitest";
import { jpeg } from "../fixtures/pictures.ts";
import { connect, openSocket, synced } from "./lane-client.ts";
import { createVisitor, newFolder, refusal, startServer, until } from "./running-server.ts";
import { startProcess } from "./server-process.ts";

describe("metrics", () => {
  test("are at the admin address and never on the public port", async () => {
    const server = await startProcess({
      NOTICEBOARD_DATA: newFolder(),
      ADMIN: "127.0.0.1:0",
      LOG_LEVEL: "info",
    });
    await until("the address is logged", () => /"address":"[^"]+"/.test(server.stderr()));
    const address = /"address":"([^"]+)"/.exec(server.stderr())?.[1] ?? "";
    const maya = createVisitor(server.url);
    const boardId = await maya.newBoard((await maya.start("Year 4 owls", "Maya Lind")).teamId);
    const client = connect(server.url, `board/${boardId}`, maya.cookie());
    await synced(client);
    client.doc.getMap("notes").set("a", "b");
    await client.saved();
    await maya.ask("POST", `/api/boards/${boardId}/blobs`, jpeg);
    const odd = openSocket(server.url, `/sync/board/${boardId}`, { Cookie: maya.cookie() });
    await odd.opened;
    odd.socket.send(Buffer.of(0, 2, 200, 1));
    await odd.closed;

    const response = await fetch(`http://${address}/metrics`);
    expect(response.headers.get("Content-Type")).toMatch(/^text\/plain/);
    const text = await response.text();
    const valueOf = (name: string): number =>
      Number(
        text
          .split("\n")
          .find((line) => line.startsWith(`${name} `))
          ?.split(" ")[1],
      );
    expect(valueOf("process_cpu_seconds_total")).toBeGreaterThan(0);
    expect(valueOf("noticeboard_disk_free_bytes")).toBeGreaterThan(0);
    expect(valueOf("noticeboard_commit_seconds_count")).toBeGreaterThan(0);
    expect(valueOf("noticeboard_images_stored_total")).toBe(1);
    expect(valueOf("noticeboard_images_stored_bytes_total")).toBe(jpeg.length);
    expect(valueOf("noticeboard_rooms_open")).toBe(1);
    expect(valueOf("noticeboard_peers_open")).toBe(1);
    expect(valueOf("noticeboard_updates_committed_total")).toBe(1);
    expect(valueOf('noticeboard_refused_total{code="malformed"}')).toBe(1);
    for (const word of ["Maya", "owls", boardId]) expect(text).not.toContain(word);

    expect((await fetch(`http://${address}/api/me`)).status).toBe(404);
    const asked = await fetch(`${server.url}/metrics`);
    expect(await asked.text()).not.toContain("noticeboard_");
    expect(await server.end("SIGTERM")).toBe(0);
  });

  test("cannot be asked to listen where another program does", async () => {
    const other = await startServer();
    const { host } = new URL(other.url);
    await expect(startProcess({ NOTICEBOARD_DATA: newFolder(), ADMIN: host })).rejects.toThrow(
      `ADMIN is "${host}", but Noticeboard cannot listen there: `,
    );
  });
});

describe("on a disk that is nearly full", () => {
  test("images are refused and the server is not ready, while edits are still saved", async () => {
    let free = 10;
    const server = await startServer({ diskFloorBytes: 1_000, readFree: async () => free });
    const maya = createVisitor(server.url);
    const boardId = await maya.newBoard((await maya.start()).teamId);
    const upload = () => maya.ask("POST", `/api/boards/${boardId}/blobs`, jpeg);
    expect(await refusal(await upload())).toBe("503 storage_unavailable");
    expect(await refusal(await fetch(`${server.url}/readyz`))).toBe("503 storage_unavailable");
    const client = connect(server.url, `board/${boardId}`, maya.cookie());
    await synced(client);
    client.doc.getMap("notes").set("a", "b");
    await client.saved();
    free = 1_000;
    await until("there is room again", async () => (await upload()).status === 201);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  });
});
