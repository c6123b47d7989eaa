/** Pictures under lock: what comes back is what went in, and nothing else opens. */
import { describe, expect, test } from "vitest";
import { newKey, readKey, seal, unseal } from "../../client/papers/phone/sealed.ts";

const picture = new TextEncoder().encode("a page with a name on it, a name on it, a name on it");

describe("a sealed picture", () => {
  test("opens with the key as it stands in the link, and to the same bytes", async () => {
    const { key, written } = await newKey();
    const sealed = await seal(key, "picture-1", picture);
    const read = await readKey(written);
    if (!read) throw new Error("the key is read");
    const opened = await unseal(read, "picture-1", sealed);
    expect(new Uint8Array(opened ?? new ArrayBuffer())).toEqual(picture);
  });

  test("says nothing of what is in it, and is another each time", async () => {
    const { key } = await newKey();
    const [one, two] = [await seal(key, "a", picture), await seal(key, "a", picture)];
    expect(Buffer.from(one).includes("name on it")).toBe(false);
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(false);
  });

  test("does not open with another key, under another id, changed in one bit, cut off or unmarked", async () => {
    const { key } = await newKey();
    const { key: other } = await newKey();
    const sealed = await seal(key, "picture-1", picture);
    const bent = sealed.slice();
    bent[20] = (bent[20] ?? 0) ^ 1;
    const unmarked = sealed.slice();
    unmarked[0] = 9;
    expect(await unseal(other, "picture-1", sealed)).toBeUndefined();
    expect(await unseal(key, "picture-2", sealed)).toBeUndefined();
    for (const bytes of [bent, unmarked, sealed.slice(0, -1), sealed.slice(0, 5)]) {
      expect(await unseal(key, "picture-1", bytes)).toBeUndefined();
    }
  });

  test("what is no key is none", async () => {
    for (const written of ["", "short", "ü".repeat(43), "a".repeat(44)]) {
      expect(await readKey(written)).toBeUndefined();
    }
  });
});
