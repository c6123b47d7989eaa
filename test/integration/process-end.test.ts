/** The end of a server with people at work: nobody all at once, and nothing that was acknowledged is lost. */
import { describe, expect, test } from "vitest";
import { type Clock, systemClock } from "../../server/ops/clock.ts";
import { connect, openSocket, synced } from "./lane-client.ts";
import { createVisitor, newFolder, refusal, startServer, until } from "./running-server.ts";
import { startProcess } from "./server-process.ts";

const people = 50;
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A clock whose hands the test moves: what is due then runs. */
function createHeldClock() {
  let now = systemClock.now();
  const timers = new Set<{ readonly at: number; readonly act: () => void }>();
  const clock: Clock = {
    now: () => now,
    after(delayMs, act) {
      const timer = { at: now + delayMs, act };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    every: () => () => {},
  };
  return {
    clock,
    pass(ms: number): void {
      now += ms;
      for (const timer of [...timers].toSorted((a, b) => a.at - b.at)) {
        if (timer.at <= now && timers.delete(timer)) timer.act();
      }
    },
  };
}

describe("a server that is told to end", () => {
  test("is not ready at once, and sends people away one after another", async () => {
    const { clock, pass } = createHeldClock();
    const server = await startServer({ clock, limits: { graceMs: 4_000 } });
    const maya = createVisitor(server.url);
    const lane = `board/${await maya.newBoard((await maya.start()).teamId)}`;
    const codes: number[] = [];
    const sockets = Array.from({ length: people }, () =>
      openSocket(server.url, `/sync/${lane}`, { Cookie: maya.cookie() }),
    );
    for (const { closed } of sockets) void closed.then(({ code }) => codes.push(code));
    await Promise.all(sockets.map(({ opened }) => opened));
    await until("everybody was greeted", () => sockets.every(({ frames }) => frames.length > 0));

    const closing = server.app.close();
    expect(await refusal(await fetch(`${server.url}/readyz`))).toBe("503 shutting_down");
    const late = openSocket(server.url, `/sync/${lane}`, { Cookie: maya.cookie() });
    expect((await late.closed).code).toBe(1012);
    // However the chances fall, neither nearly all nor nearly none go in a half of the time.
    expect(codes.length).toBeLessThan(people / 4);
    let before = 0;
    for (let steps = 0; codes.length < people; steps++) {
      expect(steps).toBeLessThan(400);
      before = codes.length;
      pass(10);
      // Those whose turn it was say goodbye; a round trip of our own comes after theirs.
      await fetch(`${server.url}/healthz`);
      expect(codes.length - before).toBeLessThan(people / 2);
    }
    await closing;
    expect(new Set(codes)).toEqual(new Set([1012]));
  });

  test("has all it said was saved, whoever wrote until the last moment", async () => {
    const folder = newFolder();
    const settings = { NOTICEBOARD_DATA: folder, GRACE_SECONDS: "4" };
    const server = await startProcess(settings);
    const maya = createVisitor(server.url);
    const lane = `board/${await maya.newBoard((await maya.start()).teamId)}`;
    const clients = Array.from({ length: people }, () => connect(server.url, lane, maya.cookie()));
    const codes: number[] = [];
    const saved = clients.map(() => 0);
    await Promise.all(clients.map(synced));
    for (const [who, client] of clients.entries()) {
      client.provider.on("connection-close", (event) => {
        codes.push(event?.code ?? 0);
        saved[who] = client.acked();
        // A page would come back; these people go home.
        client.provider.shouldConnect = false;
      });
    }
    const work = clients.map(async (client, who) => {
      for (let i = 0; client.provider.wsconnected; i++) {
        client.doc.getMap("notes").set(`${who}/${i}`, true);
        while (client.sent() - client.acked() > 5 && client.provider.wsconnected) await nextTurn();
        for (let pause = 0; pause < 20; pause++) await nextTurn();
      }
    });
    await until("everybody's work is saved", () => clients.every((client) => client.acked() > 3));

    expect(await server.end("SIGTERM")).toBe(0);
    await Promise.all(work);
    expect(server.stderr()).toBe("");
    expect(new Set(codes)).toEqual(new Set([1012]));

    const again = await startProcess(settings);
    const reader = connect(again.url, lane, maya.cookie());
    await synced(reader);
    const notes = reader.doc.getMap("notes");
    for (const [who, frames] of saved.entries()) {
      // The first content frame of each is step 2.
      for (let i = 0; i < frames - 1; i++) expect(notes.has(`${who}/${i}`)).toBe(true);
    }
  });

  test("waits for nobody once it is told a second time", async () => {
    const server = await startProcess({ NOTICEBOARD_DATA: newFolder(), GRACE_SECONDS: "600" });
    const maya = createVisitor(server.url);
    const path = `/sync/board/${await maya.newBoard((await maya.start()).teamId)}`;
    const headers = { Cookie: maya.cookie() };
    const [slow, quick] = [
      openSocket(server.url, path, headers),
      openSocket(server.url, path, headers),
    ];
    await Promise.all([slow.opened, quick.opened]);
    // Hears no goodbye, and so says none.
    slow.socket.pause();
    const ended = server.end("SIGTERM");
    expect((await quick.closed).code).toBe(1012);
    void server.end("SIGTERM");
    expect(await ended).toBe(1);
  });
});
