/**
 * The table of rights asked of the wire: everybody tries everything there is to try, on what is theirs and
 * on what is not, by HTTP and by bare sockets, in an order drawn from a seed. What is answered is what
 * `can` says, each time: no page stands between.
 */
import * as encoding from "lib0/encoding";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import type { BoardId, GuestId, MemberId, TeamId } from "../../shared/base/ids.ts";
import { seededRandom } from "../../shared/base/random.ts";
import type {
  BoardAnswer,
  MakeGuestLinkAnswer,
  OpenPhoneLineAnswer,
  StoreBlobAnswer,
} from "../../shared/protocol/api.ts";
import { frameKind, syncKind } from "../../shared/protocol/frames.ts";
import { type Lane, laneName } from "../../shared/protocol/lanes.ts";
import { type Actor, can, type Subject, type Verb } from "../../shared/team/can.ts";
import { jpeg } from "../fixtures/pictures.ts";
import { openSocket } from "./lane-client.ts";
import { createVisitor, refusal, startServer, type Visitor } from "./running-server.ts";

const seed = Number(process.env["SEED"] ?? 20_261_201);

interface Person {
  readonly name: string;
  readonly visitor: Visitor;
  /** Who this is towards a subject, worked out here and not asked of the server. */
  readonly actorOn: (subject: Subject) => Actor;
}

/** One thing to try: what the answer says of it is `true`, `false`, or a surprise in words. */
interface Attempt {
  readonly verb: Verb;
  readonly subject: Subject;
  readonly what: string;
  readonly isAllowed: (as: Visitor) => Promise<boolean | string>;
}

const stranger: Actor = { role: "stranger" };

/** What HTTP says: refused for want of rights, or anything else, which comes behind the question of rights. */
async function byHttp(answer: Response): Promise<boolean | string> {
  if (answer.ok) return true;
  const said = await refusal(answer);
  if (said === "401 not_signed_in" || said === "403 not_a_member") return false;
  return said === "404 not_found" || said === "409 last_member" ? true : said;
}

const note = (): Uint8Array => {
  const doc = new Y.Doc();
  doc.getMap("tried").set(`by-${doc.clientID}`, true);
  return Y.encodeStateAsUpdate(doc);
};

/** Sends one edit on a lane; says how it went: refused at the door, read only, or saved. */
async function tryLane(
  url: string,
  lane: Lane,
  cookie: string,
): Promise<"door" | "read" | "saved"> {
  const bare = openSocket(url, `/sync/${laneName(lane)}?acks=1`, cookie ? { Cookie: cookie } : {});
  const saved = new Promise<"saved">((resolve) => {
    bare.socket.on("message", (data) => {
      if (new Uint8Array(data as Buffer)[0] === frameKind.saved) resolve("saved");
    });
  });
  await bare.opened;
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, frameKind.sync);
  encoding.writeVarUint(encoder, syncKind.update);
  encoding.writeVarUint8Array(encoder, note());
  bare.socket.send(encoding.toUint8Array(encoder));
  const end = await Promise.race([saved, bare.closed]);
  bare.socket.terminate();
  if (end === "saved") return "saved";
  const said = `${end.code} ${end.refused}`;
  if (said === "4405 read_only") return "read";
  expect(["4401 not_signed_in", "4403 not_a_member"]).toContain(said);
  expect(contentOf(bare.frames)).toEqual([]);
  return "door";
}

/** Who is refused at the door has been told nothing of the lane. */
const contentOf = (frames: readonly Uint8Array[]): readonly Uint8Array[] =>
  frames.filter((frame) => frame[0] === frameKind.sync || frame[0] === frameKind.awareness);

async function stage() {
  const server = await startServer();
  const { url } = server;
  const maya = createVisitor(url);
  const { teamId, memberId: mayasId, invite } = await maya.start();
  const tom = createVisitor(url);
  const { memberId: tomsId } = await tom.join(invite, "Tom");
  const boardId = await maya.newBoard(teamId);
  const secondId = await maya.newBoard(teamId, "Volume");
  const eve = createVisitor(url);
  const { teamId: evesTeam, memberId: evesId } = await eve.start("Others", "Eve");
  const evesBoard = await eve.newBoard(evesTeam);

  async function guestOn(board: BoardId, role: string, name: string) {
    const host = board === evesBoard ? eve : maya;
    const made = await host.ask("POST", `/api/boards/${board}/guests`, { role, days: 7 });
    const { token, linkId } = (await made.json()) as MakeGuestLinkAnswer;
    const visitor = createVisitor(url);
    await visitor.ask("POST", "/api/visits", { token, name });
    const { me } = (await (await visitor.ask("GET", `/api/boards/${board}`)).json()) as BoardAnswer;
    return { visitor, guestId: me.memberId as string as GuestId, linkId };
  }
  const gail = await guestOn(boardId, "criticalFriend", "Gail");
  const hugo = await guestOn(boardId, "specialist", "Hugo");
  const ina = await guestOn(secondId, "criticalFriend", "Ina");
  const jan = await guestOn(evesBoard, "specialist", "Jan");
  const gone = await guestOn(boardId, "criticalFriend", "Gone");
  await maya.ask("DELETE", `/api/boards/${boardId}/guests/${gone.linkId}`);
  const left = createVisitor(url);
  const { memberId: leftId } = await left.join(invite, "Left");
  await left.ask("DELETE", `/api/teams/${teamId}/members/${leftId}`);

  const stored = await maya.ask("POST", `/api/boards/${boardId}/blobs`, jpeg);
  const { hash } = (await stored.json()) as StoreBlobAnswer;
  const opened = await maya.ask("POST", `/api/boards/${boardId}/phones`);
  const { lineId } = (await opened.json()) as OpenPhoneLineAnswer;

  const member = (memberId: MemberId, team: TeamId) => (subject: Subject) =>
    subject.teamId === team ? ({ role: "member", memberId, teamId: team } as const) : stranger;
  const guest =
    (role: "criticalFriend" | "specialist", guestId: GuestId, board: BoardId) =>
    (subject: Subject) =>
      subject.boardId === board ? ({ role, guestId, boardId: board } as const) : stranger;
  const nobody = () => stranger;
  const people: readonly Person[] = [
    { name: "Maya", visitor: maya, actorOn: member(mayasId, teamId) },
    { name: "Tom", visitor: tom, actorOn: member(tomsId, teamId) },
    { name: "Eve", visitor: eve, actorOn: member(evesId, evesTeam) },
    {
      name: "Gail",
      visitor: gail.visitor,
      actorOn: guest("criticalFriend", gail.guestId, boardId),
    },
    { name: "Hugo", visitor: hugo.visitor, actorOn: guest("specialist", hugo.guestId, boardId) },
    { name: "Ina", visitor: ina.visitor, actorOn: guest("criticalFriend", ina.guestId, secondId) },
    { name: "Jan", visitor: jan.visitor, actorOn: guest("specialist", jan.guestId, evesBoard) },
    { name: "Gone", visitor: gone.visitor, actorOn: nobody },
    { name: "Left", visitor: left, actorOn: nobody },
    { name: "no session", visitor: createVisitor(url), actorOn: nobody },
  ];
  return {
    url,
    people,
    hash,
    phone: { lineId, subject: { teamId, boardId, memberId: mayasId } },
    teams: [teamId, evesTeam],
    boards: [
      { teamId, boardId, guests: [gail.guestId, hugo.guestId], members: [mayasId, tomsId] },
      { teamId, boardId: secondId, guests: [ina.guestId], members: [mayasId, tomsId] },
      { teamId: evesTeam, boardId: evesBoard, guests: [jan.guestId], members: [evesId, mayasId] },
    ],
  };
}
type Stage = Awaited<ReturnType<typeof stage>>;

/** Everything that can be asked by HTTP of a team. */
const ofTeam = (teamId: TeamId): readonly Attempt[] => {
  const path = `/api/teams/${teamId}`;
  const ask = (verb: Verb, method: string, to: string, body?: object): Attempt => ({
    verb,
    subject: { teamId },
    what: `${method} ${to}`,
    isAllowed: async (as) => byHttp(await as.ask(method, `${path}${to}`, body)),
  });
  return [
    ask("readTeam", "GET", ""),
    ask("readTeam", "GET", "/boards"),
    ask("invite", "POST", "/invitation"),
    ask("removeMember", "DELETE", "/members/nobody-here"),
    ask("createBoard", "POST", "/boards", { title: "One more" }),
  ];
};

/** Everything that can be asked by HTTP of a board. */
const ofBoard = (teamId: TeamId, boardId: BoardId, hash: string): readonly Attempt[] => {
  const path = `/api/boards/${boardId}`;
  const ask = (verb: Verb, method: string, to: string, body?: object): Attempt => ({
    verb,
    subject: { teamId, boardId },
    what: `${method} ${to}`,
    isAllowed: async (as) => byHttp(await as.ask(method, `${path}${to}`, body)),
  });
  return [
    ask("openBoard", "GET", ""),
    ask("readImage", "GET", `/blobs/${hash}`),
    ask("storeImage", "POST", "/blobs", jpeg),
    ask("coverPage", "POST", "/covers", { page: "no-such-page" }),
    ask("uncoverPage", "DELETE", "/covers/no-such-page"),
    ask("seeGuests", "GET", "/guests"),
    ask("letGuestsIn", "POST", "/guests", { role: "specialist", days: 1 }),
    ask("letGuestsIn", "DELETE", "/guests/no-such-link"),
    ask("letGuestsIn", "DELETE", "/visits/no-such-guest"),
    ask("reveal", "POST", "/reveals", { kind: "sort", act: "first" }),
    ask("readChanges", "GET", "/changes?since=0"),
    ask("readVersions", "GET", "/versions"),
    ask("keepVersion", "POST", "/versions", { name: "Tuesday" }),
    ask("restoreVersion", "POST", "/versions/no-such-version/restore", { as: "copy" }),
  ];
};

/** A lane, for reading and for writing. */
function ofLane(url: string, subject: Subject, lane: Lane, read: Verb, write: Verb) {
  const what = laneName(lane).split("/")[0] ?? "";
  const attempt = (verb: Verb, wanted: readonly string[]): Attempt => ({
    verb,
    subject,
    what,
    isAllowed: async (as) => wanted.includes(await tryLane(url, lane, as.cookie())),
  });
  return [attempt(read, ["read", "saved"]), attempt(write, ["saved"])];
}

/** A member's own phone line, which is no colleague's. */
function ofPhone({ lineId, subject }: Stage["phone"]): readonly Attempt[] {
  const path = `/api/boards/${subject.boardId}/phones/${lineId}`;
  return ["", "/pictures/no-such-picture"].map((to) => ({
    verb: "usePhone",
    subject,
    what: `GET /phones/…${to}`,
    isAllowed: async (as) => byHttp(await as.ask("GET", `${path}${to}`)),
  }));
}

function everything({ url, hash, phone, teams, boards }: Stage): readonly Attempt[] {
  return [
    ...ofPhone(phone),
    ...teams.flatMap((teamId) => [
      ...ofTeam(teamId),
      ...ofLane(url, { teamId }, { kind: "team", teamId }, "readTeamLane", "writeTeamLane"),
    ]),
    ...boards.flatMap(({ teamId, boardId, guests, members }) => {
      const on = { teamId, boardId };
      const board = { kind: "board", boardId } as const;
      const talk = { kind: "talk", boardId } as const;
      return [
        ...ofBoard(teamId, boardId, hash),
        ...ofLane(url, on, board, "readBoardLane", "writeBoardLane"),
        ...ofLane(url, on, talk, "readTalkLane", "writeTalkLane"),
        ...guests.flatMap((guestId) => {
          const lane = { kind: "guest", boardId, guestId } as const;
          return ofLane(url, { ...on, guestId }, lane, "readGuestLane", "writeGuestLane");
        }),
        ...members.flatMap((memberId) => {
          const lane = { kind: "private", boardId, memberId } as const;
          return ofLane(url, { ...on, memberId }, lane, "readPrivateLane", "writePrivateLane");
        }),
      ];
    }),
  ];
}

function shuffled<T>(list: readonly T[], random: () => number): readonly T[] {
  return list
    .map((one) => ({ one, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ one }) => one);
}

describe("on the wire", () => {
  test("everybody may exactly what the table says, in whatever order they try", async () => {
    const staged = await stage();
    const tries = shuffled(
      staged.people.flatMap((person) => everything(staged).map((attempt) => ({ person, attempt }))),
      seededRandom(seed),
    );
    const wrong: string[] = [];
    const seen = new Set<string>();
    for (const { person, attempt } of tries) {
      const { verb, subject, what } = attempt;
      const should = can(person.actorOn(subject), verb, subject);
      const does = await attempt.isAllowed(person.visitor);
      if (does !== should) wrong.push(`${person.name} ${verb} (${what}): ${does}, not ${should}`);
      seen.add(`${verb} ${should}`);
    }
    expect(wrong, `seed ${seed}`).toEqual([]);
    // Nobody reads the access log yet: it has no address. A phone sends pictures without a session:
    // phone.test.ts asks that.
    const verbs = new Set(tries.map(({ attempt }) => attempt.verb));
    for (const verb of verbs)
      expect([...seen]).toEqual(expect.arrayContaining([`${verb} true`, `${verb} false`]));
    expect(verbs.size).toBe(27);
  }, 120_000);

  test("what does not exist is answered as what is another's", async () => {
    const { url, people, boards } = await stage();
    const [board] = boards;
    for (const { visitor, name } of people) {
      const cookie = visitor.cookie();
      const signedIn = name !== "no session" && name !== "Gone" && name !== "Left";
      const said = signedIn ? "403 not_a_member" : "401 not_signed_in";
      for (const path of ["/api/boards/no-such-board", "/api/teams/no-such-team"]) {
        expect(await refusal(await visitor.ask("GET", path))).toBe(said);
      }
      for (const lane of [
        "board/no-such-board",
        "talk/no-such-board",
        "team/no-such-team",
        "private/no-such-board/no-such-member",
        `private/${board?.boardId}/no-such-member`,
        "guest/no-such-board/no-such-guest",
      ]) {
        const { closed } = openSocket(
          url,
          `/sync/${lane}?acks=1`,
          cookie ? { Cookie: cookie } : {},
        );
        expect((await closed).refused).toBe(said.slice(4));
      }
    }
  });
});
