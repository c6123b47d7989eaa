/**
 * Nothing of a board, a person or a secret stands in the log, however much is asked to be logged: words
 * planted everywhere somebody may type, upload or hold something are looked for in all that was written.
 */
import { request } from "node:http";
import { expect, test } from "vitest";
import { createLog, type Facts } from "../../server/ops/log.ts";
import { withSegment } from "../fixtures/pictures.ts";
import { connect, openSocket, synced } from "./lane-client.ts";
import { createVisitor, newFolder, until } from "./running-server.ts";
import { startProcess } from "./server-process.ts";

const canaries = {
  name: "Quillfeather",
  colleague: "Zephyrine",
  team: "Wombatschool",
  title: "Marmaladetitle",
  word: "Rhubarbword",
  file: "Brontosaurfile",
  presence: "Kazoopresence",
  forged: "Xylophonecookie",
  query: "Umbrellaquery",
};

test("a whole journey at level debug leaves no name, title, word, file name or secret in the log", async () => {
  const folder = newFolder();
  const server = await startProcess({ NOTICEBOARD_DATA: folder, LOG_LEVEL: "debug" });
  const maya = createVisitor(server.url);
  const { teamId, invite } = await maya.start(canaries.team, canaries.name);
  const colleague = createVisitor(server.url);
  await colleague.ask("POST", "/api/invitations/look", { token: invite });
  await colleague.join(invite, canaries.colleague);
  const boardId = await maya.newBoard(teamId, canaries.title);
  const lane = `board/${boardId}`;

  // What goes well …
  const client = connect(server.url, lane, maya.cookie());
  await synced(client);
  client.doc.getMap("notes").set(canaries.word, canaries.word);
  client.provider.awareness.setLocalStateField("user", { name: canaries.presence });
  await client.saved();
  await maya.ask("POST", `/api/boards/${boardId}/blobs`, withSegment(0xfe, canaries.file), {
    "Content-Disposition": `attachment; filename="${canaries.file}.pdf"`,
  });

  // … and all that does not: forms that break, secrets in the wrong place, frames that are none.
  await maya.ask("POST", `/api/teams/${teamId}/boards`, { title: { text: canaries.title } });
  await maya.ask(
    "POST",
    `/api/teams/${teamId}/boards`,
    Buffer.from(`{"title": "${canaries.title}`),
    {
      "Content-Type": "application/json",
    },
  );
  await maya.ask("POST", "/api/join", { token: `${invite}${canaries.query}`, name: canaries.name });
  await maya.ask("GET", `/api/boards/${boardId}?word=${canaries.query}`);
  await fetch(`${server.url}/api/me`, {
    headers: { Cookie: `nb=${canaries.forged}`, Authorization: `Bearer ${canaries.forged}` },
  });
  for (const frame of [
    Buffer.from(canaries.word),
    Buffer.concat([Buffer.of(0, 2, 200), Buffer.from(canaries.word)]),
    Buffer.concat([Buffer.of(1, 40), Buffer.from(JSON.stringify({ name: canaries.presence }))]),
  ]) {
    const { socket, opened, closed } = openSocket(server.url, `/sync/${lane}?acks=1`, {
      Cookie: maya.cookie(),
    });
    await opened;
    socket.send(frame);
    socket.close();
    await closed;
  }
  const broken = openSocket(server.url, `/sync/${lane}`, { Cookie: maya.cookie() });
  await broken.opened;
  // A frame that breaks the rules of WebSocket itself: what a library throws is logged.
  (broken.socket as unknown as { _socket: { write(bytes: Buffer): void } })._socket.write(
    Buffer.concat([Buffer.from([0xff, 0xff]), Buffer.from(canaries.word)]),
  );
  await broken.closed;
  await new Promise<void>((resolve) => {
    const headers = { Cookie: `${maya.cookie()}; x=${canaries.forged}`, "Content-Length": "100" };
    const cut = request(`${server.url}/api/boards/${boardId}/blobs`, { method: "POST", headers });
    cut.on("error", () => resolve());
    cut.write(canaries.file, () => cut.destroy());
  });
  client.close();
  await until("the socket's failure is logged", () => server.stderr().includes("a socket failed"));
  expect(await server.end("SIGTERM")).toBe(0);

  const written = server.stdout() + server.stderr();
  const secrets = [
    invite,
    ...maya
      .cookie()
      .split("; ")
      .map((pair) => pair.split("=")[1] ?? ""),
  ];
  for (const secret of [...Object.values(canaries), ...secrets]) {
    expect(secret.length).toBeGreaterThan(8);
    expect(written).not.toContain(secret);
  }
});

test.each<[string, object]>([
  ["a cookie", { cookie: canaries.forged }],
  ["a request's cookie", { request: { headers: { cookie: canaries.forged } } }],
  ["headers", { headers: { "x-anything": canaries.forged } }],
  ["a cookie being set", { headers: { "set-cookie": [canaries.forged] } }],
  ["an authorization", { request: { authorization: canaries.forged } }],
  ["an invitation", { invite: canaries.forged }],
  ["a token", { body: { token: canaries.forged } }],
])("%s that gets past the list of facts by a cast is painted over", (_what, facts) => {
  const lines: string[] = [];
  const log = createLog("debug", { write: (line) => lines.push(line) });
  log.debug(facts as Facts, "something happened");
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain("[redacted]");
  expect(lines[0]).not.toContain(canaries.forged);
});
