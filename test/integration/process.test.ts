/** The process: what it says when it is ready, what when it cannot be, and how it ends. */
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { type AddressInfo, createConnection } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { connect, openSocket, synced } from "./lane-client.ts";
import { createVisitor, newFolder, startServer } from "./running-server.ts";
import { runToEnd, startProcess } from "./server-process.ts";

/** Asks for a socket and is gone before the answer; resolves when it is. */
function upgradeAndReset(url: string, path: string): Promise<void> {
  const { port, hostname } = new URL(url);
  return new Promise((resolve) => {
    const socket = createConnection(Number(port), hostname, () => {
      socket.write(
        `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
      );
      setImmediate(() => socket.resetAndDestroy());
    });
    socket.on("error", () => {});
    socket.on("close", () => resolve());
  });
}

describe("the process", () => {
  test("says one line when it is ready, and ends in order when told to", async () => {
    const folder = newFolder();
    const server = await startProcess({ NOTICEBOARD_DATA: folder });
    const { port } = new URL(server.url);
    expect(server.url).toBe(`http://localhost:${port}`);
    const maya = createVisitor(server.url);
    const lane = `board/${await maya.newBoard((await maya.start()).teamId)}`;
    const a = connect(server.url, lane, maya.cookie());
    await synced(a);
    a.doc.getMap("notes").set("last", "word");
    const { closed } = openSocket(server.url, `/sync/${lane}`, { Cookie: maya.cookie() });
    await a.saved();
    a.close();
    expect(await server.end("SIGTERM")).toBe(0);
    expect((await closed).code).toBe(1012);
    expect(server.stdout()).toBe(`Noticeboard is ready at ${server.url}\n`);
    expect(server.stderr()).toBe("");
    const again = await startProcess({ NOTICEBOARD_DATA: folder });
    const b = connect(again.url, lane, maya.cookie());
    await synced(b);
    expect(b.doc.getMap("notes").get("last")).toBe("word");
  });

  test("outlives sockets that are reset while they are told there is nothing for them", async () => {
    const server = await startProcess({ NOTICEBOARD_DATA: newFolder() });
    for (let i = 0; i < 20; i++) await upgradeAndReset(server.url, "/nothing");
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    expect(server.stderr()).toBe("");
  });

  test("outlives sockets that are reset while they are told that they are too many", async () => {
    // In this process, where an error that nobody hears fails the run.
    const server = await startServer({ limits: { socketsPerMinute: 1 } });
    for (let i = 0; i < 20; i++) await upgradeAndReset(server.url, "/sync/nothing");
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });

  test("names the public address if there is one", async () => {
    const server = await startProcess({
      NOTICEBOARD_DATA: newFolder(),
      PUBLIC_URL: "https://board.school.example/",
    });
    expect(server.url).toBe("https://board.school.example");
  });

  test("does not start a second time on one folder", async () => {
    const folder = newFolder();
    await startProcess({ NOTICEBOARD_DATA: folder });
    const { code, stdout, stderr } = await runToEnd({ PORT: "0", NOTICEBOARD_DATA: folder });
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toBe(
      `Another Noticeboard is running on the data folder ${folder}. Stop it first, or set NOTICEBOARD_DATA to another folder.\n`,
    );
  });

  test("says in one sentence that the port is taken", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, resolve));
    onTestFinished(() => void other.close());
    const { port } = other.address() as AddressInfo;
    const { code, stderr } = await runToEnd({ PORT: String(port), NOTICEBOARD_DATA: newFolder() });
    expect(code).toBe(1);
    expect(stderr).toBe(
      `Port ${port} is taken by another program. Stop that program, or set PORT to another number.\n`,
    );
  });

  test("says in one sentence that the data folder cannot be written", async () => {
    const folder = join(newFolder(), "data");
    writeFileSync(folder, "a file");
    const { code, stderr } = await runToEnd({ PORT: "0", NOTICEBOARD_DATA: folder });
    expect(code).toBe(1);
    expect(stderr).toBe(
      `The data folder ${folder} cannot be written. Give this account the right to write it, or set NOTICEBOARD_DATA to another folder.\n`,
    );
  });

  test("names every setting that makes no sense, what was given and what is allowed", async () => {
    const { code, stderr } = await runToEnd({ PORT: "99999", PUBLIC_URL: "board.school" });
    expect(code).toBe(1);
    expect(stderr).toBe(
      'PORT is "99999", but must be a whole number from 0 to 65535, such as 4444.\n' +
        'PUBLIC_URL is "board.school", but must be the http or https address people use, without a path, such as https://board.school.example.\n',
    );
  });
});
