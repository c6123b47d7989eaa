/** Many pages on their way: a cut loses nothing that arrived, and a mask that failed is never sent. */
import { describe, expect, test } from "vitest";
import { createSender, type PageToSend, type Shelf } from "../../client/papers/intake/send.ts";
import type { MaskedTier } from "../../client/papers/intake/worker/burn.ts";
import type { BlobHash } from "../../shared/base/ids.ts";
import { pageRect } from "../../shared/geometry/rect.ts";
import type { ErrorCode } from "../../shared/protocol/errors.ts";

const box = pageRect(0.1, 0.1, 0.5, 0.1);
const pageNames = new Map<Blob, number>();

function page(key: number, over: Partial<PageToSend> = {}): PageToSend {
  const image = new Blob([`page ${key}`]);
  pageNames.set(image, key);
  return {
    key,
    image,
    fit: undefined,
    straight: undefined,
    turn: 0,
    white: false,
    boxes: [box],
    ...over,
  };
}

/** A worker and a store; `refuse` says why the tier of a page at a width is not taken. */
function house(options: {
  readonly refuse?: (key: number, sent: number) => ErrorCode | undefined;
  readonly unmaskable?: number;
}) {
  const stored: string[] = [];
  let burning = 0;
  let most = 0;
  let burnt = 0;
  const sender = createSender({
    async burn({ image }) {
      burning++;
      burnt++;
      most = Math.max(most, burning);
      await Promise.resolve();
      burning--;
      const key = pageNames.get(image);
      if (key === options.unmaskable) return "mask_failed";
      return [200, 640].map((w) => ({ jpeg: new Blob([`${key} at ${w}`]), size: { w, h: w } }));
    },
    async upload(jpeg, signal) {
      signal.throwIfAborted();
      const text = await jpeg.text();
      const code = options.refuse?.(Number(text.split(" ")[0]), stored.length);
      if (code) return { ok: false, code };
      stored.push(text);
      return { ok: true, hash: `hash of ${text}` as BlobHash };
    },
  });
  return { sender, stored, most: () => most, burnt: () => burnt };
}
const signal = new AbortController().signal;
const stack = (count: number) => Array.from({ length: count }, (_, key) => page(key));

describe("sending a stack", () => {
  test("stores every tier of every page and answers them page by page", async () => {
    const { sender, most } = house({});
    const counts: number[] = [];
    const sent = await sender.send(stack(28), signal, (count) => counts.push(count));
    expect(sent.ok && sent.tiers.size).toBe(28);
    expect(sent.ok && sent.tiers.get(5)).toEqual([
      { w: 200, h: 200, hash: "hash of 5 at 200" },
      { w: 640, h: 640, hash: "hash of 5 at 640" },
    ]);
    expect(counts[0]).toBe(0);
    expect(counts.at(-1)).toBe(28);
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    expect(most()).toBeLessThanOrEqual(3);
  });

  test("goes on where a cut stopped it: what arrived is not sent again", async () => {
    let cut = true;
    const { sender, stored } = house({
      refuse: (_, sent) => (cut && sent >= 20 ? "upload_failed" : undefined),
    });
    const pages = stack(28);
    const first = await sender.send(pages, signal, () => {});
    expect(first).toEqual({ ok: false, code: "upload_failed" });
    const whole = stored.length;
    cut = false;
    const counts: number[] = [];
    const second = await sender.send(pages, signal, (count) => counts.push(count));
    expect(second.ok).toBe(true);
    expect(counts[0]).toBeGreaterThanOrEqual(8);
    // At most the few pages that were under way when the line was cut go twice.
    expect(stored.length).toBeLessThanOrEqual(28 * 2 + 3 * 2);
    expect(stored.length).toBeGreaterThan(whole);
    expect(new Set(stored).size).toBe(56);
  });

  test("sends a page anew that was masked otherwise since", async () => {
    const { sender, stored } = house({});
    const pages = stack(2);
    await sender.send(pages, signal, () => {});
    const [first, second] = pages;
    if (!first || !second) throw new Error("two pages");
    const more = { ...second, boxes: [box, pageRect(0, 0.5, 1, 0.1)] };
    await sender.send([first, more], signal, () => {});
    expect(stored.filter((text) => text.startsWith("0 "))).toHaveLength(2);
    expect(stored.filter((text) => text.startsWith("1 "))).toHaveLength(4);
  });

  test("never sends a page whose mask could not be verified", async () => {
    const { sender, stored } = house({ unmaskable: 3 });
    expect(await sender.send(stack(5), signal, () => {})).toEqual({
      ok: false,
      code: "mask_failed",
    });
    expect(stored.some((text) => text.startsWith("3 "))).toBe(false);
  });

  test("rejects when it is cancelled", async () => {
    const { sender } = house({});
    const stop = new AbortController();
    const sending = sender.send(stack(28), stop.signal, () => stop.abort(new Error("cancelled")));
    await expect(sending).rejects.toThrow("cancelled");
  });

  test("the rest of the stack is masked though the line is down, and not masked again", async () => {
    const down = { is: true };
    const { sender, stored, burnt } = house({
      refuse: () => (down.is ? "upload_failed" : undefined),
    });
    const lying = new Map<number, readonly MaskedTier[]>();
    const shelf: Shelf = {
      has: (key) => lying.has(key),
      put: async (key, tiers) => void lying.set(key, tiers),
      take: async (key) => lying.get(key) ?? [],
      arrived: async () => {},
    };
    const pages = stack(12);
    const cut = await sender.send(pages, signal, () => {}, shelf);
    expect(cut).toEqual({ ok: false, code: "upload_failed" });
    expect([lying.size, stored.length, burnt()]).toEqual([12, 0, 12]);
    down.is = false;
    const sent = await sender.send(pages, signal, () => {}, shelf);
    expect(sent.ok && sent.tiers.size).toBe(12);
    expect(burnt()).toBe(12);
  });
});
