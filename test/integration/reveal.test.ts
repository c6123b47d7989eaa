/**
 * A blind sort is blind, and a reveal is whole: what somebody puts down privately is nobody else's before it
 * is revealed, by no way there is; and then everybody has all of it, or nobody has any, also when the
 * server is killed in the middle.
 */
import * as encoding from "lib0/encoding";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import type {
  BlobHash,
  BoardId,
  MemberId,
  PageId,
  PaperId,
  PileId,
  RoundId,
} from "../../shared/base/ids.ts";
import { seededRandom } from "../../shared/base/random.ts";
import { readBoard } from "../../shared/board/reader.ts";
import { addPapers } from "../../shared/papers/papers.ts";
import type { MakeGuestLinkAnswer, RevealAnswer } from "../../shared/protocol/api.ts";
import { frameKind, syncKind } from "../../shared/protocol/frames.ts";
import { placePaper } from "../../shared/sorting/places.ts";
import {
  type Act,
  type PrivateEntry,
  putPrivately,
  readReveal,
  readRevealed,
} from "../../shared/sorting/private-entries.ts";
import { placementEntry } from "../../shared/sorting/readings.ts";
import { type Round, startRound } from "../../shared/sorting/rounds.ts";
import { aliasFrom, readProgress, takePart } from "../../shared/sorting/taking-part.ts";
import { roundOf } from "../fixtures/round.ts";
import { connect, type LaneClient, openSocket, synced } from "./lane-client.ts";
import {
  createVisitor,
  newFolder,
  refusal,
  startServer,
  until,
  type Visitor,
} from "./running-server.ts";
import { startProcess } from "./server-process.ts";

const sort: Act = { kind: "sort", act: "first-sort" };
const seed = Number(process.env["SEED"] ?? 20_261_201);

interface Sorter {
  readonly visitor: Visitor;
  readonly memberId: MemberId;
}

async function team(
  url: string,
): Promise<{ maya: Sorter; tom: Sorter; ann: Sorter; boardId: BoardId }> {
  const maya = createVisitor(url);
  const { teamId, memberId, invite } = await maya.start();
  const join = async (name: string): Promise<Sorter> => {
    const visitor = createVisitor(url);
    return { visitor, memberId: (await visitor.join(invite, name)).memberId };
  };
  const [tom, ann] = [await join("Tom"), await join("Ann")];
  const boardId = await maya.newBoard(teamId);
  return { maya: { visitor: maya, memberId }, tom, ann, boardId };
}

const privately = (url: string, boardId: BoardId, { visitor, memberId }: Sorter): LaneClient =>
  connect(url, `private/${boardId}/${memberId}`, visitor.cookie());

/** Puts entries down in one's own lane, until they are on disk. */
async function put(
  url: string,
  boardId: BoardId,
  who: Sorter,
  entries: readonly PrivateEntry[],
  act = sort,
): Promise<void> {
  const lane = privately(url, boardId, who);
  await synced(lane);
  lane.doc.transact(() => {
    for (const entry of entries) putPrivately(lane.doc, act, entry, null);
  });
  await lane.saved();
  lane.close();
}

const placed = (pile: string, count = 3): readonly PrivateEntry[] =>
  Array.from({ length: count }, (_, i) => ({
    thing: `paper-${i}`,
    value: { pile, unsure: i === 1 },
  }));

async function reveal({ visitor }: Sorter, boardId: BoardId, act = sort): Promise<RevealAnswer> {
  const answer = await visitor.ask("POST", `/api/boards/${boardId}/reveals`, act);
  expect(answer.status).toBe(200);
  return (await answer.json()) as RevealAnswer;
}

/** Edits somebody's own lane, until it is on disk. */
async function inLane(
  url: string,
  boardId: BoardId,
  who: Sorter,
  edit: (doc: Y.Doc) => void,
): Promise<void> {
  const lane = privately(url, boardId, who);
  await synced(lane);
  edit(lane.doc);
  await lane.saved();
  lane.close();
}

/** Brings in papers and starts a round of them into the board's own piles. */
function layOutRound(doc: Y.Doc, count: number): Round {
  const id = (kind: string, i: number): string => `${kind}-${i}-0123456789`.slice(0, 16);
  const papers = Array.from({ length: count }, (_, i) => ({
    id: id("paper", i) as PaperId,
    code: `K${i}`,
    order: `a${i}`,
    pages: [{ id: id("page", i) as PageId, tiers: [{ w: 200, h: 260, hash: noImage }] }],
  }));
  addPapers(doc, papers, null);
  const round = roundOf({
    papers: papers.map((paper) => paper.id),
    piles: readBoard(doc).piles.map((pile) => pile.id),
  });
  startRound(doc, round, null);
  return round;
}
const noImage = "0".repeat(64) as BlobHash;

const asList = (board: Y.Doc, act = sort) =>
  [...readRevealed(board, act)].map(([member, entries]) => [
    member,
    entries.toSorted((a, b) => (a.thing < b.thing ? -1 : 1)),
  ]);

describe("a reveal", () => {
  test("brings everybody's entries of that act, and of no other, to everybody in one go", async () => {
    const { url } = await startServer();
    const { maya, tom, ann, boardId } = await team(url);
    await put(url, boardId, maya, placed("not-yet"));
    await put(url, boardId, tom, placed("got-it"));
    await put(url, boardId, tom, placed("other"), { kind: "sort", act: "second-sort" });
    await put(url, boardId, tom, [{ thing: "poll-1", value: 4 }], { ...sort, kind: "poll" });
    const board = connect(url, `board/${boardId}`, ann.visitor.cookie());
    await synced(board);
    const changes: number[] = [];
    board.doc.getMap("revealed").observe(({ keysChanged }) => changes.push(keysChanged.size));
    const { at, by } = await reveal(ann, boardId);
    await until("it is seen", () => readReveal(board.doc, sort));
    expect(changes).toEqual([6]);
    expect(new Map(readRevealed(board.doc, sort)).size).toBe(2);
    expect(Object.fromEntries(asList(board.doc))).toEqual({
      [maya.memberId]: placed("not-yet"),
      [tom.memberId]: placed("got-it"),
    });
    expect(readReveal(board.doc, sort)).toEqual({ at, by: ann.memberId });
    expect(by).toBe(ann.memberId);
    expect(readRevealed(board.doc, { ...sort, kind: "poll" }).size).toBe(0);
  });

  test("asked for twice, also at once, is one; a late member's entries come with a later one", async () => {
    const { url } = await startServer();
    const { maya, tom, ann, boardId } = await team(url);
    await put(url, boardId, maya, placed("not-yet"));
    const answers = await Promise.all([maya, tom, ann].map((who) => reveal(who, boardId)));
    expect(answers).toEqual([answers[0], answers[0], answers[0]]);
    // What was shown stays as it was shown, whatever its author does with it after.
    await put(url, boardId, maya, placed("changed-since", 4));
    await put(url, boardId, ann, placed("got-it"));
    expect(await reveal(tom, boardId)).toEqual(answers[0]);
    const board = connect(url, `board/${boardId}`, tom.visitor.cookie());
    await synced(board);
    expect(Object.fromEntries(asList(board.doc))).toEqual({
      [maya.memberId]: [...placed("not-yet"), placed("changed-since", 4)[3]],
      [ann.memberId]: placed("got-it"),
    });
    const before = Y.encodeStateVector(board.doc);
    await reveal(maya, boardId);
    const after = connect(url, `board/${boardId}`, tom.visitor.cookie());
    await synced(after);
    expect(Y.encodeStateVector(after.doc)).toEqual(before);
  });

  test("passes over what makes no sense in a private lane", async () => {
    const { url } = await startServer();
    const { maya, tom, boardId } = await team(url);
    const lane = privately(url, boardId, tom);
    await synced(lane);
    const root = lane.doc.getMap("private");
    root.set("sort/first-sort/paper-0", { pile: "not-yet", unsure: false });
    root.set("sort/first-sort/bytes", new Uint8Array(10));
    root.set("sort/first-sort/type", new Y.Map());
    root.set("sort/first-sort/long", "x".repeat(100_000));
    root.set("sort/first-sort/deep", [[[[[[[["deep"]]]]]]]]);
    root.set("sort/first-sort/a/b", 1);
    root.set("sort/first-sort/", 1);
    root.set("sort/first-sort", 1);
    root.set("sort", 1);
    lane.doc.getArray("revealed-not").push([1]);
    await lane.saved();
    await put(url, boardId, maya, placed("got-it", 1));
    await reveal(maya, boardId);
    const board = connect(url, `board/${boardId}`, maya.visitor.cookie());
    await synced(board);
    expect(Object.fromEntries(asList(board.doc))).toEqual({
      [tom.memberId]: placed("not-yet", 1),
      [maya.memberId]: placed("got-it", 1),
    });
  });

  test("is asked for in the documented form, for acts that can be", async () => {
    const { url } = await startServer();
    const { maya, boardId } = await team(url);
    for (const body of [
      { kind: "sort", act: "" },
      { kind: "sort", act: "a/b" },
      { kind: "sort", act: "x".repeat(65) },
      { kind: "secrets", act: "first" },
      { kind: "sort" },
    ]) {
      const answer = await maya.visitor.ask("POST", `/api/boards/${boardId}/reveals`, body);
      expect(await refusal(answer)).toBe("400 bad_request");
    }
  });

  test("tells no name of whoever goes by another, and nobody can take what somebody goes by", async () => {
    const { url } = await startServer();
    const { maya, tom, ann, boardId } = await team(url);
    const alias = aliasFrom("0123456789abcdef");
    const goBy = (who: Sorter, as: string) =>
      inLane(url, boardId, who, (doc) => doc.getMap("acts").set("sort/first-sort", [as, true]));
    await goBy(maya, alias);
    await goBy(tom, maya.memberId);
    for (const who of [maya, tom]) await put(url, boardId, who, placed("not-yet"));
    await reveal(ann, boardId);
    const board = connect(url, `board/${boardId}`, ann.visitor.cookie());
    await synced(board);
    const first = [[alias, placed("not-yet")] as const, [tom.memberId, placed("not-yet")] as const];
    expect(new Map(asList(board.doc) as never)).toEqual(new Map<unknown, unknown>(first));
    const revealed = JSON.stringify(board.doc.getMap("revealed").toJSON());
    expect(revealed).not.toContain(maya.memberId);

    // Ann has seen it now, and speaks in Maya's name: nothing of either is added.
    await goBy(ann, alias);
    await put(url, boardId, ann, [{ thing: "paper-77", value: { pile: "got-it", unsure: false } }]);
    await reveal(ann, boardId);
    await put(url, boardId, tom, placed("got-it", 4));
    await reveal(tom, boardId);
    await until("Tom's is there", () => asList(board.doc).some(([, own]) => own?.length === 4));
    expect(JSON.stringify(board.doc.getMap("revealed").toJSON())).not.toContain("paper-77");
  });

  test("of a sort lays each paper once: where all put it, or to be talked about", async () => {
    const { url } = await startServer();
    const { maya, tom, ann, boardId } = await team(url);
    const board = connect(url, `board/${boardId}`, maya.visitor.cookie());
    await synced(board);
    const round = layOutRound(board.doc, 5);
    await board.saved();
    const [notYet, almost, gotIt] = readBoard(board.doc).piles.map(({ id }) => id);
    if (!notYet || !almost || !gotIt) throw new Error("a new board has its piles");
    const act: Act = { kind: "sort", act: round.id };
    const sorts = [
      [maya, [notYet, almost, gotIt, gotIt, undefined]],
      [tom, [notYet, gotIt, gotIt, undefined, undefined]],
    ] as const;
    for (const [who, piles] of sorts) {
      const own = piles.flatMap((pile, i) =>
        pile ? placementEntry(round.papers[i] as PaperId, { pile, unsure: false }) : [],
      );
      await put(url, boardId, who, own, act);
    }
    const watching = connect(url, `board/${boardId}`, ann.visitor.cookie());
    await synced(watching);
    const steps: string[] = [];
    const lie = (doc: Y.Doc): string => {
      const { places, piles } = readBoard(doc);
      const at = (paper: PaperId) => piles.findIndex(({ id }) => id === places.get(paper)?.pile);
      return round.papers.map(at).join(" ");
    };
    watching.doc.on("afterTransaction", () => {
      steps.push(`${readReveal(watching.doc, act) ? "revealed" : "hidden"} ${lie(watching.doc)}`);
    });
    await reveal(ann, boardId, act);
    await until("it is seen", () => readReveal(watching.doc, act));
    expect(new Set(steps)).toEqual(new Set(["revealed 0 -1 2 -1 -1"]));

    // What the team did since is not undone by whoever comes later.
    placePaper(board.doc, round.papers[0] as PaperId, { pile: gotIt, order: "a1" }, null);
    await board.saved();
    await put(
      url,
      boardId,
      ann,
      [placementEntry(round.papers[0] as PaperId, { pile: notYet, unsure: false })],
      act,
    );
    await reveal(ann, boardId, act);
    await until("Ann's is there", () => readRevealed(watching.doc, act).size === 3);
    expect(lie(watching.doc)).toBe("2 -1 2 -1 -1");
  });

  test("is the server's to write: nobody puts words into another's mouth", async () => {
    const { url } = await startServer();
    const { maya, tom, boardId } = await team(url);
    for (const root of ["revealed", "reveals", "progress"]) {
      const board = connect(url, `board/${boardId}`, tom.visitor.cookie());
      await synced(board);
      board.doc.getMap(root).set(`sort/first-sort/${maya.memberId}/paper-0`, { pile: "not-yet" });
      await until("it is refused", () => board.refused.length > 0);
    }
    const board = connect(url, `board/${boardId}`, maya.visitor.cookie());
    await synced(board);
    expect(asList(board.doc)).toEqual([]);
  });
});

/** Everything a person's browser ever gets to see: each frame of each lane, each answer. */
function witness(url: string, who: Visitor, lanes: readonly string[]) {
  const seen: Buffer[] = [];
  const content: string[] = [];
  const sockets = lanes.map((lane) => {
    const bare = openSocket(url, `/sync/${lane}?acks=1`, { Cookie: who.cookie() });
    bare.socket.on("message", (data) => {
      const bytes = Buffer.from(data as Buffer);
      seen.push(bytes);
      if (bytes[0] === frameKind.sync && bytes[1] !== syncKind.step1) content.push(lane);
      // A heartbeat is an awareness update about nobody.
      if (bytes[0] === frameKind.awareness && bytes.length > 3) content.push(lane);
    });
    return bare;
  });
  const send = (kinds: readonly number[], body?: Uint8Array): void => {
    const encoder = encoding.createEncoder();
    for (const kind of kinds) encoding.writeVarUint(encoder, kind);
    if (body) encoding.writeVarUint8Array(encoder, body);
    for (const { socket } of sockets) {
      if (socket.readyState === socket.OPEN) socket.send(encoding.toUint8Array(encoder));
    }
  };
  return {
    seen,
    /** Where something about a document or a person came from since the last time this was asked. */
    news: () => content.splice(0),
    opened: () => Promise.all(sockets.map(({ opened }) => opened)),
    /** Asks every lane for all it has, and who is there. */
    askAll(): void {
      send([frameKind.sync, syncKind.step1], Y.encodeStateVector(new Y.Doc()));
      send([frameKind.queryAwareness]);
    },
    /** The answers as a page reads them, with what only tells the time of asking left out. */
    async look(paths: readonly string[]): Promise<readonly string[]> {
      const answers: string[] = [];
      for (const path of paths) {
        const answer = await who.ask("GET", path);
        const body = await answer.text();
        seen.push(Buffer.from(body), Buffer.from(JSON.stringify([...answer.headers])));
        answers.push(`${path} ${answer.status} ${body.replace(/"until":\d+/, "")}`);
      }
      return answers;
    },
  };
}

describe("until the reveal", () => {
  test("no byte of what one puts down reaches anybody, and nothing changes that they can see", async () => {
    const random = seededRandom(seed);
    const server = await startProcess({ NOTICEBOARD_DATA: newFolder(), LOG_LEVEL: "debug" });
    const { url } = server;
    const { maya, tom, boardId } = await team(url);
    const { teamId } = (await (await tom.visitor.ask("GET", `/api/boards/${boardId}`)).json()) as {
      teamId: string;
    };
    const made = await maya.visitor.ask("POST", `/api/boards/${boardId}/guests`, {
      role: "criticalFriend",
      days: 7,
    });
    const gail = createVisitor(url);
    const { token } = (await made.json()) as MakeGuestLinkAnswer;
    await gail.ask("POST", "/api/visits", { token, name: "Gail" });

    const mayas = `private/${boardId}/${maya.memberId}`;
    const own = `private/${boardId}/${tom.memberId}`;
    const board = [`board/${boardId}`, `talk/${boardId}`];
    const witnesses = [
      witness(url, tom.visitor, [...board, `team/${teamId}`, own, mayas]),
      witness(url, gail, [...board, `team/${teamId}`, mayas]),
    ];
    const paths = [
      "/api/me",
      "/api/sessions",
      `/api/teams/${teamId}`,
      `/api/teams/${teamId}/boards`,
      `/api/boards/${boardId}`,
      `/api/boards/${boardId}/guests`,
      `/api/boards/${boardId}/changes?since=0`,
      `/api/boards/${boardId}/versions`,
      `/api/${mayas}`,
      "/readyz",
      "/healthz",
      "/metrics",
    ];
    await Promise.all(witnesses.map(({ opened }) => opened()));
    for (const { askAll } of witnesses) askAll();
    const before: (readonly string[])[] = [];
    for (const { look } of witnesses) before.push(await look(paths));
    const settled = (): boolean => witnesses.every(({ news }) => news().length === 0);
    await until("all lanes have said what they hold", settled);

    const lane = privately(url, boardId, maya);
    await synced(lane);
    const canary = `canary${seed}x`;
    lane.provider.awareness.setLocalState({ name: `${canary}-here` });
    const looks: (readonly string[])[][] = [];
    for (let i = 0; i < 60; i++) {
      const thing = `paper-${Math.floor(random() * 24)}`;
      putPrivately(lane.doc, sort, { thing, value: { pile: `${canary}-${i}` } }, null);
      if (random() < 0.3) lane.doc.getMap("private").delete(`sort/first-sort/${thing}`);
      if (random() < 0.5) await lane.saved();
      if (random() < 0.1) {
        const shown: (readonly string[])[] = [];
        for (const { look } of witnesses) shown.push(await look(paths));
        looks.push(shown);
      }
    }
    await lane.saved();
    // How many are done is all that anybody hears meanwhile.
    takePart(
      lane.doc,
      sort,
      { alias: aliasFrom(`${canary}0000000000000000`.slice(0, 16)), finished: true, late: false },
      null,
    );
    await lane.saved();
    expect(looks, `seed ${seed}`).toEqual(looks.map(() => before));
    // Nothing came by itself all the while; and asking for everything brings what it brought before.
    expect(
      witnesses.map(({ news }) => news()),
      `seed ${seed}`,
    ).toEqual([[], []]);
    const counted = await maya.visitor.ask("POST", `/api/boards/${boardId}/progress`, sort);
    expect(await counted.json()).toMatchObject({ began: 1, finished: 1 });
    await until("the count is seen by both", () =>
      witnesses.every(({ seen }) => Buffer.concat(seen).includes("progress")),
    );
    const told = connect(url, `board/${boardId}`, tom.visitor.cookie());
    await synced(told);
    expect(readProgress(told.doc, sort)).toEqual({ began: 1, finished: 1 });
    expect(JSON.stringify(told.doc.toJSON())).not.toContain(maya.memberId);
    told.close();
    for (const { askAll } of witnesses) askAll();
    await until("the lanes have answered again", () =>
      witnesses.every(({ news }) => news().length > 0),
    );
    const everything = Buffer.concat(witnesses.flatMap(({ seen }) => seen));
    expect(everything.length).toBeGreaterThan(1_000);
    expect(everything.includes(canary)).toBe(false);
    expect(server.stderr()).not.toContain(canary);
    expect(server.stdout()).not.toContain(canary);

    // The witness is no blind one: what is revealed it does see.
    await put(url, boardId, maya, [{ thing: "paper-99", value: `${canary}-shown` }]);
    await reveal(tom, boardId);
    await until("the reveal is seen by all", () =>
      witnesses.every(({ seen }) => Buffer.concat(seen).includes(`${canary}-shown`)),
    );
    expect(server.stderr()).not.toContain(canary);
  });
});

describe("a reveal that the server is killed in", () => {
  test("is there as a whole afterwards, or not at all, and can be asked for again", async () => {
    const random = seededRandom(seed);
    const settings = { NOTICEBOARD_DATA: newFolder() };
    let server = await startProcess(settings);
    const { maya, tom, ann, boardId } = await team(server.url);
    const again = (who: Sorter): Sorter => ({ ...who, visitor: at(server.url, who.visitor) });
    const count = 150;
    const laying = connect(server.url, `board/${boardId}`, maya.visitor.cookie());
    await synced(laying);
    const { papers, piles } = layOutRound(laying.doc, count);
    for (let round = 0; round < 5; round++) {
      const id = `round-${round}` as RoundId;
      startRound(laying.doc, roundOf({ id, papers, piles }), null);
    }
    await laying.saved();
    laying.close();
    /** How long one takes on a server that has just been started. */
    let takesMs = 0;
    for (let round = 0; round < 5; round++) {
      const act: Act = { kind: "sort", act: `round-${round}` };
      const pile = piles[round % 3] ?? ("" as PileId);
      const own = papers.map((paper) => placementEntry(paper, { pile, unsure: false }));
      for (const who of [maya, tom]) await put(server.url, boardId, again(who), own, act);
      const watching = connect(server.url, `board/${boardId}`, ann.visitor.cookie());
      await synced(watching);
      const began = Date.now();
      const asked = again(ann)
        .visitor.ask("POST", `/api/boards/${boardId}/reveals`, act)
        .then(
          ({ status }) => status,
          () => 0,
        );
      // The first and the last at the moment it can first be seen, the others at one nobody chose.
      const isChosen = round === 0 || round === 4;
      const seen = (): boolean => watching.doc.getMap("revealed").size > round * 2 * count;
      const killAt = began + random() * takesMs;
      await until("the moment to kill it", () => (isChosen ? seen() : Date.now() >= killAt));
      takesMs = Math.max(takesMs, isChosen ? Date.now() - began : 0);
      await server.end("SIGKILL");
      const status = await asked;
      watching.close();
      server = await startProcess(settings);
      const board = connect(server.url, `board/${boardId}`, ann.visitor.cookie());
      await synced(board);
      const sizes = [...readRevealed(board.doc, act).values()].map(({ length }) => length);
      const isThere = readReveal(board.doc, act) !== undefined;
      expect(sizes, `seed ${seed}, round ${round}`).toEqual(isThere ? [count, count] : []);
      const laid = readBoard(board.doc).sorted.piles.get(pile)?.length ?? 0;
      expect(laid, `seed ${seed}, round ${round}`).toBe(isThere ? count : 0);
      // Whoever was told that it is there, or saw it, finds it there.
      expect(isThere || (status !== 200 && !isChosen)).toBe(true);
      await reveal(again(tom), boardId, act);
      await until("it is all there", () => readRevealed(board.doc, act).size === 2);
      board.close();
    }
  }, 60_000);
});

/** The same browser at the server's new address. */
function at(url: string, visitor: Visitor): Visitor {
  const moved = createVisitor(url);
  return {
    ...moved,
    cookie: visitor.cookie,
    ask: (method, path, body) => moved.ask(method, path, body, { Cookie: visitor.cookie() }),
  };
}
