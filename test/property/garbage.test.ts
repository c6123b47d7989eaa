import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import type { MemberId, ShapeId } from "../../shared/base/ids.ts";
import { readMeta } from "../../shared/board/meta.ts";
import { type BoardView, createBoardReader, readBoard } from "../../shared/board/reader.ts";
import { addShape, freeEnd, shapeKinds } from "../../shared/board/shapes.ts";
import { standingOf } from "../../shared/board/standing.ts";
import { thingsOf } from "../../shared/board/things.ts";
import { inventBoard } from "../fixtures/board.ts";
import { boardRoots } from "../fixtures/classroom.ts";
import { allHoldsInView, viewsAreEqual } from "../fixtures/invariants.ts";

/** Made anew at each use: a Yjs type can be put into a document once. */
type Make = () => unknown;

const plain = fc
  .oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom(undefined, NaN, Infinity, -Infinity, -0, 1e308, 5e-324, 10n),
    fc.constantFrom(["__proto__", "a0"], [null, null, null], [0, 0, 1e300, 1e-300], [1e9, -1e9]),
    fc.uint8Array({ maxLength: 20 }),
    // Ink of a known version, then anything.
    fc.uint8Array({ maxLength: 40 }).map((rest) => Uint8Array.of(1, 0, ...rest)),
    fc.uint8Array({ maxLength: 40 }).map((rest) => Uint8Array.of(1, 1, ...rest)),
    fc
      .array(fc.tuple(fc.double(), fc.double(), fc.constant("a".repeat(64))), { maxLength: 3 })
      .map((tiers) => tiers as unknown),
  )
  .map(
    (value): Make =>
      () =>
        structuredClone(value),
  );

const types = fc.constantFrom<Make>(
  () => new Y.Map(),
  () => new Y.Map([["alive", true]]),
  () => Y.Array.from([1, "two", [3]]),
  () => new Y.Text("words"),
  () => new Y.Text(""),
  () => new Y.XmlElement("p"),
  () => new Y.XmlText("xml"),
  () => new Y.Doc(),
  () => {
    const text = new Y.Text();
    const delta = [
      { insert: { a: 1 } },
      { insert: "a", attributes: { t: { b: 2 }, __proto__: 1 } },
    ];
    text.applyDelta([...delta, { insert: new Y.Map() }]);
    return text;
  },
);
const anything = fc.oneof({ weight: 3, arbitrary: plain }, { weight: 1, arbitrary: types });

const registers =
  "alive place code paper order tiers alt page rect by stance text region pos size colour tool width ink pile need name stock criterion mark title question schemaVersion kind fill weight dash textSize from to bend image crop turn group frame locked arrangement folded cut.1 onCards covered outline settled transcript prompt lookFor tried closed tag.a tag.".split(
    " ",
  );
const anyKey = fc.oneof(
  fc.constantFrom("__proto__", "constructor", "prototype", "toString", "", "length"),
  fc.string({ maxLength: 6 }),
);
const aRegister = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...registers) }, anyKey);

/** One thing a broken client may do to a board. */
type Harm = (doc: Y.Doc) => void;

/** Says in a counterexample what was done. */
function named(what: readonly unknown[], harm: Harm): Harm {
  const inWords = (one: unknown) => fc.stringify(typeof one === "function" ? (one as Make)() : one);
  return Object.assign(harm, { [fc.toStringMethod]: () => what.map(inWords).join(" ") });
}
const aRoot = fc.constantFrom(...boardRoots);

/** Anything in one register of a record that exists. */
const inARegister = fc.tuple(aRoot, fc.nat(), aRegister, anything).map(([root, which, key, make]) =>
  named(["register", root, key, make], (doc) => {
    const records = [...doc.getMap(root).values()].filter((held) => held instanceof Y.Map);
    (records[which % Math.max(1, records.length)] as Y.Map<unknown> | undefined)?.set(key, make());
  }),
);

/** A living record of arbitrary registers. */
const entries = fc.array(fc.tuple(aRegister, anything), { maxLength: 6 });
const aRecord = fc.tuple(aRoot, anyKey, entries).map(([root, id, held]) =>
  named(["record", root, id, ...held.flat()], (doc) => {
    const record = new Y.Map<unknown>([["alive", true]]);
    for (const [key, make] of held) record.set(key, make());
    doc.getMap(root).set(id, record);
  }),
);

/** Anything in place of a record. */
const noRecord = fc.tuple(aRoot, fc.nat(), anyKey, anything).map(([root, which, key, make]) =>
  named(["no record", root, key, make], (doc) => {
    const ids = [...doc.getMap(root).keys()];
    doc.getMap(root).set(which % 2 === 0 ? (ids[which % ids.length] ?? key) : key, make());
  }),
);

/** A root used as other types by a client that takes it for those. */
const anotherRoot = fc.tuple(aRoot, anything).map(([root, make]) =>
  named(["another root", root, make], (doc) => {
    const list = new Y.Doc();
    const held = new Y.Map<unknown>([["alive", true]]);
    held.set("held", make());
    list.getArray(root).push([held, 1]);
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(list));
    const text = new Y.Doc();
    text.getText(root).insert(0, "words", { t: "p" });
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(text));
  }),
);

/** Letters, newlines or their attributes put or taken anywhere in a text. */
const aChange = fc.tuple(fc.nat(), fc.nat(20), fc.nat(20), fc.string({ maxLength: 3 }));
const inAText = aChange.map(([which, at, count, words]) =>
  named(["text", at, count, words], (doc) => {
    const texts = [...doc.getMap<Y.Map<unknown>>("notes").values()].flatMap((record) => {
      const text: unknown = record instanceof Y.Map ? record.get("text") : undefined;
      return text instanceof Y.Text ? text : [];
    });
    const text = texts[which % Math.max(1, texts.length)];
    if (!text) return;
    const from = Math.min(at, text.length);
    text.delete(from, Math.min(count, text.length - from));
    text.insert(Math.min(at, text.length), words, { t: 1, __proto__: "x" });
    text.insertEmbed(0, { id: "m" });
  }),
);

const harm = fc.oneof(
  { weight: 6, arbitrary: inARegister },
  { weight: 3, arbitrary: aRecord },
  { weight: 2, arbitrary: noRecord },
  { weight: 1, arbitrary: anotherRoot },
  { weight: 1, arbitrary: inAText },
);

/** Numbers that can be drawn, words that can be shown, keys that can be sorted by. */
function isSane(view: BoardView): void {
  const insane: string[] = [];
  const look = (held: unknown, path: string): void => {
    if (typeof held === "number") {
      if (!(Math.abs(held) <= 1e9)) insane.push(`${path} = ${held}`);
    } else if (held instanceof Map) {
      for (const [key, item] of held as Map<string, unknown>) look(item, `${path}/${key}`);
    } else if (typeof held === "object" && held !== null) {
      if (held instanceof Y.AbstractType) insane.push(`${path} is a Yjs type`);
      for (const [key, item] of Object.entries(held)) look(item, `${path}/${key}`);
    } else if (typeof held === "boolean") {
      if (
        !/\/(checked|locked|folded|onCards|covered|leftOut|closed)$|^\/columns\/\d+\/values\//.test(
          path,
        )
      ) {
        insane.push(`${path} is ${held}`);
      }
    } else if (held !== undefined && typeof held !== "string") {
      insane.push(`${path} is ${typeof held}`);
    }
  };
  look(view, "");
  look(thingsOf(view), "things");
  for (const { id, words, order } of [
    ...view.notes.values(),
    ...view.shapes.values(),
    ...view.needs,
  ]) {
    if (typeof words !== "string" || typeof order !== "string") insane.push(id);
  }
  for (const [id, pages] of view.pagesOf) if (pages.length === 0) insane.push(`${id} has no page`);
  for (const { id } of view.needs) standingOf(view, id);
  expect(insane).toEqual([]);
}

const sizes = { papers: 4, pagesPerPaper: 2, marks: 6, notes: 3, strokes: 4, needs: 3 };
const sound = Y.encodeStateAsUpdate(withShapes(inventBoard(sizes).doc));

function withShapes(doc: Y.Doc): Y.Doc {
  const ends = { from: freeEnd({ x: 0, y: 0 }), to: freeEnd({ x: 90, y: 9 }) };
  for (const kind of shapeKinds) {
    addShape(doc, { id: `shape-${kind}` as ShapeId, kind, by: "ann" as MemberId, ends }, "laid");
  }
  return doc;
}

describe("whatever a broken client writes", () => {
  test("the board reads on without throwing, and makes sense", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.array(harm, { minLength: 1, maxLength: 12 }), (harms) => {
        const doc = new Y.Doc();
        Y.applyUpdate(doc, sound);
        const reader = createBoardReader(doc);
        reader.subscribe(() => {});
        reader.view();
        for (const hurt of harms) hurt(doc);
        const view = reader.view();
        isSane(view);
        allHoldsInView(view);
        viewsAreEqual(view, readBoard(doc));
        reader.destroy();
      }),
      { numRuns: 250 },
    );
  });

  test("two who have the same read the same", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.array(harm, { minLength: 1, maxLength: 8 }), (harms) => {
        const doc = new Y.Doc();
        Y.applyUpdate(doc, sound);
        for (const hurt of harms) hurt(doc);
        const other = new Y.Doc();
        Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
        viewsAreEqual(readBoard(other), readBoard(doc));
      }),
      { numRuns: 80 },
    );
  });

  test("reading never writes", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.array(harm, { minLength: 1, maxLength: 8 }), (harms) => {
        const doc = new Y.Doc();
        Y.applyUpdate(doc, sound);
        for (const hurt of harms) hurt(doc);
        let written = 0;
        doc.on("update", () => written++);
        readBoard(doc);
        readMeta(doc);
        expect(written).toBe(0);
      }),
      { numRuns: 80 },
    );
  });

  test("the prototype of everything stays clean", () => {
    const doc = new Y.Doc();
    for (const root of boardRoots) {
      const record = new Y.Map<unknown>([["alive", true]]);
      record.set("__proto__", { polluted: true });
      record.set("page", "__proto__");
      doc.getMap(root).set("__proto__", record);
    }
    readBoard(doc);
    expect("polluted" in {}).toBe(false);
  });
});
