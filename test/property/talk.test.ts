import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { createHistory } from "../../client/sync/history.ts";
import { invariant } from "../../shared/base/assert.ts";
import type { MemberId, NoteId, ReplyId, ThreadId } from "../../shared/base/ids.ts";
import { seededRandom } from "../../shared/base/random.ts";
import { sameValue } from "../../shared/records/records.ts";
import { aboutKey } from "../../shared/talk/about.ts";
import { repliesRoot, threadsRoot } from "../../shared/talk/roots.ts";
import {
  createTalkReader,
  isOpen,
  mentions,
  readTalk,
  type TalkView,
} from "../../shared/talk/talk-reader.ts";
import { addReply, deleteReply, openThread, settleThread } from "../../shared/talk/threads.ts";
import { paragraphsOf } from "../../shared/text/flat-text.ts";
import { createTalkers, type Talker } from "../fixtures/talking.ts";

const repliesIn = ({ threads }: TalkView) => threads.flatMap(({ replies }) => replies);

/** Everybody sees the same talk: each member's replies as that member left them, and no other. */
function nothingIsLost(talkers: readonly Talker[]): void {
  const told = talkers.flatMap((talker) => [...talker.told]);
  const left = new Map(told.flatMap(([id, { alive, words }]) => (alive ? [[id, words]] : [])));
  for (const { doc } of talkers) {
    const seen = new Map(repliesIn(readTalk(doc)).map(({ id, words }) => [id, words]));
    expect(seen).toEqual(left);
  }
}

/** Nothing stands above what its writer had before them. */
function answersStandBelow({ told, doc }: Talker): void {
  for (const { replies } of readTalk(doc).threads) {
    const places = new Map(replies.map(({ id }, i) => [id, i]));
    for (const [id, { seen }] of told) {
      const place = places.get(id);
      if (place === undefined) continue;
      for (const earlier of seen) expect(places.get(earlier) ?? -1).toBeLessThan(place);
    }
  }
}

/** A reader kept open all along shows what one opened this moment would. */
function showsTheTruth(view: TalkView, fresh: TalkView): void {
  // Asked thousands of times, where `toEqual` alone takes too long.
  if (!sameValue(view.threads, fresh.threads)) expect(view).toEqual(fresh);
  expect(view.threadsAbout.size).toBe(fresh.threadsAbout.size);
}

function talk(seed: number, inOrder: boolean): void {
  const random = seededRandom(seed);
  const room = createTalkers(["ann", "ben", "cem"], random, inOrder);
  for (let step = 0; step < 150; step++) {
    const talker = room.talkers[Math.floor(random() * room.talkers.length)];
    if (random() < 0.4) talker?.act();
    else room.deliverOne();
    if (talker) showsTheTruth(talker.reader.view(), readTalk(talker.doc));
  }
  room.settle();
  const [first, ...others] = room.talkers.map(({ doc }) => readTalk(doc));
  for (const view of others) expect(view).toEqual(first);
  nothingIsLost(room.talkers);
  room.talkers.forEach(answersStandBelow);
  room.close();
}

const lessons = Number(process.env["LESSONS"] ?? 6);

describe.each([{ inOrder: true }, { inOrder: false }])(
  "talk, in order: $inOrder",
  ({ inOrder }) => {
    test("loses no reply, keeps what answers below what it answers, and ends the same for all", {
      timeout: 60_000,
    }, () => {
      for (let seed = 1; seed <= lessons; seed++) {
        try {
          talk(seed, inOrder);
        } catch (cause) {
          throw new Error(`seed ${seed}: ${String(cause)}`, { cause });
        }
      }
      expect(lessons).toBeGreaterThan(0);
    });
  },
);

const ann = { by: "ann" as MemberId, at: 1_000 };
const ben = { by: "ben" as MemberId, at: 2_000 };
const thread = "thread-one" as ThreadId;
const about = { kind: "note", id: "note-none" as NoteId } as const;
const said = (id: string, words: string, who = ann) => ({
  id: id as ReplyId,
  blocks: paragraphsOf(words),
  ...who,
});

/** Two pages on one lane; `meet` brings each what the other has. */
function twoPages() {
  const pages = [new Y.Doc(), new Y.Doc()] as const;
  const meet = (): void => {
    const states = pages.map((doc) => Y.encodeStateAsUpdate(doc));
    pages.forEach((doc, i) => Y.applyUpdate(doc, states[1 - i] as Uint8Array));
  };
  return { pages, meet };
}

describe("a thread", () => {
  test.each([
    ["undone", true],
    ["deleted", false],
  ])("that is answered while its beginning is %s stays, with the answer", (_, isUndone) => {
    const { pages, meet } = twoPages();
    const [a, b] = pages;
    const history = createHistory(a, [threadsRoot, repliesRoot], ["ann"]);
    openThread(a, { id: thread, about, first: said("reply-one", "Which line?") }, "ann");
    meet();
    addReply(b, thread, said("reply-two", "The third.", ben), "ben");
    if (isUndone) history.undo();
    else deleteReply(a, "reply-one" as ReplyId, "ann");
    meet();
    for (const doc of pages) {
      expect(readTalk(doc).threads).toMatchObject([
        { id: thread, about, replies: [{ words: "The third." }] },
      ]);
    }
  });

  test("that two settle at once is settled as one of them did, by whom and when", () => {
    const { pages, meet } = twoPages();
    const [a, b] = pages;
    openThread(a, { id: thread, about, first: said("reply-one", "Which line?") }, "ann");
    meet();
    settleThread(a, thread, { isResolved: true, ...ann }, "ann");
    settleThread(b, thread, { isResolved: false, ...ben }, "ben");
    meet();
    const [one, other] = pages.map((doc) => readTalk(doc).threads[0]?.standing);
    expect(one).toEqual(other);
    expect([
      { isResolved: true, ...ann },
      { isResolved: false, ...ben },
    ]).toContainEqual(one);
  });

  test("tells whom colleagues name in it, and not who names themselves", () => {
    const doc = new Y.Doc();
    const named = { kind: "mention", id: "ben", label: "Ben", marks: "", link: undefined } as const;
    const first = { ...said("reply-one", ""), blocks: [{ ...paragraphsOf("")[0], runs: [named] }] };
    openThread(doc, { id: thread, about, first: first as never }, "ann");
    const [read] = readTalk(doc).threads;
    if (!read) throw new Error("the thread is there");
    expect(mentions(read, "ben" as MemberId)).toBe(true);
    expect(mentions(read, "cem" as MemberId)).toBe(false);
    expect(
      mentions(
        { ...read, replies: read.replies.map((one) => ({ ...one, by: "ben" as MemberId })) },
        "ben" as MemberId,
      ),
    ).toBe(false);
  });
});

const junk = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }).map((value) => () => value),
  fc.constantFrom(
    () => new Y.Map([["alive", true]]),
    () => new Y.Text("words"),
    () => Y.Array.from([1]),
    () => undefined,
    () => NaN,
    () => 1e300,
    () => ["point", 1, 2],
    () => ["point", "x", {}],
    () => ["pile"],
    () => [true, "ann", 5],
    () => Uint8Array.of(1),
  ),
);
const register = fc.constantFrom(
  ..."alive about by at standing thread kind turn text editedAt __proto__".split(" "),
);
const harm = fc.tuple(
  fc.constantFrom(threadsRoot, repliesRoot),
  fc.constantFrom("thread-one", "reply-one", "reply-two", "another-id", "constructor"),
  fc.option(register, { nil: undefined }),
  junk,
);

describe("a talk lane that others have written nonsense into", () => {
  test("is read all the same, by a reader opened before it as by one after", {
    timeout: 60_000,
  }, () => {
    fc.assert(
      fc.property(fc.array(harm, { maxLength: 12 }), (harms) => {
        const doc = new Y.Doc();
        openThread(doc, { id: thread, about, first: said("reply-one", "Which line?") }, "ann");
        addReply(doc, thread, said("reply-two", "The third.", ben), "ben");
        const reader = createTalkReader(doc);
        for (const [root, id, key, make] of harms) {
          const record: unknown = doc.getMap(root).get(id);
          if (key === undefined) doc.getMap(root).set(id, make());
          else if (record instanceof Y.Map) record.set(key, make());
          else
            doc.getMap(root).set(
              id,
              new Y.Map<unknown>([
                ["alive", true],
                [key, make()],
              ]),
            );
          const { threads } = readTalk(doc);
          expect(reader.view().threads).toEqual(threads);
          for (const one of threads) {
            invariant(one.replies.length > 0, "a thread has a reply");
            invariant(typeof isOpen(one) === "boolean", "a thread is open or not");
            invariant(!one.about || aboutKey(one.about) !== "", "what it is about has a key");
            invariant(new Date(one.at).getTime() === one.at, "its time is one");
          }
        }
        reader.destroy();
      }),
      { numRuns: 150 },
    );
  });
});
