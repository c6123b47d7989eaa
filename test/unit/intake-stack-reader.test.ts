/** A stack is read whatever one of its files does: locked, endless, broken, too long. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createGate } from "../../client/papers/intake/gate.ts";
import { IntakeEnded } from "../../client/papers/intake/intake-client.ts";
import { freshIntake, type IntakeState } from "../../client/papers/intake/intake-state.ts";
import { createStackReader } from "../../client/papers/intake/stack-reader.ts";
import type { IntakeWork } from "../../client/papers/intake/worker/intake-worker.ts";
import type { PageImage } from "../../client/papers/intake/worker/page-image.ts";
import { createStore } from "../../client/ui/store.ts";

type Read = IntakeWork["readFile"];

const image = new Blob(["page"]);
const size = { w: 850, h: 1100 };
const page: PageImage = {
  image,
  size,
  whole: image,
  wholeSize: size,
  fit: undefined,
  separator: undefined,
  unsure: false,
  thumb: new Blob(["small"]),
  blank: false,
};
const file = (name: string): File => new File([name], name);

/** A reader over a worker that does with each file what `read` says, or what its name asks for. */
function setUp(read: Read) {
  const state = createStore<IntakeState>(freshIntake);
  const gate = createGate();
  let end: () => void = () => {};
  const reader = createStackReader(state, {
    gate,
    patience: { openMs: 1000, pageMs: 500 },
    client: {
      readFile: (...asked) =>
        Promise.race([
          read(...asked),
          new Promise<never>((_, reject) => {
            end = () => reject(new IntakeEnded("ended"));
          }),
        ]),
      end: () => end(),
    },
  });
  const pages = () =>
    state
      .get()
      .pages.map(({ source, number, readable }) => `${source}.${number}${readable ? "" : "!"}`);
  return { state, gate, reader, pages, files: () => state.get().files };
}

/** Reads all `of` pages, never coming back from those in `endless`. */
const reading =
  (of: number, endless: readonly number[] = []): Read =>
  async (_file, { from }, onPage) => {
    await onPage(0, of, undefined);
    for (let number = from; number <= of; number++) {
      if (endless.includes(number)) await new Promise(() => {});
      await onPage(number, of, page);
    }
    return undefined;
  };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a stack being read", () => {
  test("a page that never comes is told of as unreadable, and those behind it are read", async () => {
    const { reader, pages, files } = setUp(reading(4, [2]));
    reader.add([file("a.pdf")]);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(pages()).toEqual(["0.1", "0.2!", "0.3", "0.4"]);
    expect(files()[0]?.state).toBe("read");
  });

  test("a file of nothing but such pages is given up, and leaves none of them", async () => {
    const { reader, pages, files } = setUp(reading(9, [1, 2, 3, 4, 5, 6, 7, 8, 9]));
    reader.add([file("a.pdf")]);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(files()[0]?.refusal).toBe("file_too_heavy");
    expect(pages()).toEqual([]);
  });

  test("one that never opens is refused, and the next file is read", async () => {
    const { reader, pages, files } = setUp((each, ...rest) =>
      each.size === 1 ? new Promise(() => {}) : reading(2)(each, ...rest),
    );
    reader.add([file("a"), file("b.pdf")]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(files().map(({ state, refusal }) => refusal ?? state)).toEqual([
      "file_too_heavy",
      "read",
    ]);
    expect(pages()).toEqual(["1.1", "1.2"]);
  });

  test("a locked file asks again after a wrong password, and its pages take their place in the order", async () => {
    const asked: (string | undefined)[] = [];
    const { reader, pages, files, state } = setUp(async (each, how, onPage) => {
      if (each.size > 1) return reading(1)(each, how, onPage);
      asked.push(how.password);
      if (how.password === undefined) return "password_needed";
      return how.password === "Maple7" ? reading(2)(each, how, onPage) : "password_wrong";
    });
    reader.add([file("a"), file("b.pdf")]);
    await vi.advanceTimersByTimeAsync(10);
    expect(files().map((each) => each.state)).toEqual(["locked", "read"]);
    reader.unlock(0, "maple7");
    await vi.advanceTimersByTimeAsync(10);
    expect(files()[0]).toMatchObject({ state: "locked", refusal: "password_wrong", asks: true });
    reader.unlock(0, "Maple7");
    await vi.advanceTimersByTimeAsync(10);
    expect(files()[0]).toMatchObject({ state: "read", refusal: undefined, asks: false });
    expect(pages()).toEqual(["0.1", "0.2", "1.1"]);
    expect(asked).toEqual([undefined, "maple7", "Maple7"]);
    expect(JSON.stringify(state.get())).not.toMatch(/maple/i);
  });

  test("a file is told how much room the stack has left", async () => {
    const rooms: number[] = [];
    const { reader } = setUp((each, how, onPage) => {
      rooms.push(how.mostPages);
      return reading(200)(each, how, onPage);
    });
    reader.add([file("a.pdf"), file("b.pdf")]);
    await vi.advanceTimersByTimeAsync(10);
    expect(rooms).toEqual([500, 300]);
  });

  test("a pause takes no page and runs out of no patience; stopping leaves nothing of the file", async () => {
    const { reader, gate, pages, files } = setUp(reading(3));
    gate.shut();
    reader.add([file("a.pdf")]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(pages()).toEqual([]);
    gate.open();
    await vi.advanceTimersByTimeAsync(10);
    expect(pages()).toEqual(["0.1", "0.2", "0.3"]);
    gate.shut();
    reader.add([file("b.pdf")]);
    await vi.advanceTimersByTimeAsync(10);
    gate.open();
    reader.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(files().map(({ name }) => name)).toEqual(["a.pdf"]);
    expect(pages()).toEqual(["0.1", "0.2", "0.3"]);
  });
});
