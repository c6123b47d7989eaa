import fc from "fast-check";
import { expect, test } from "vitest";
import { lengthPrefix, readBlobBatch } from "../../../shared/protocol/blob-batch.ts";

const joined = (parts: readonly Uint8Array[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...lengthPrefix(part.byteLength), ...part]));
const lists = (parts: readonly Uint8Array[]): number[][] => parts.map((part) => [...part]);

test("what is sent together comes out one by one, empty ones too", () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 300 })), (parts) => {
      expect(lists(readBlobBatch(joined(parts)))).toEqual(lists(parts));
    }),
  );
});

test("an answer that was cut off gives what is whole, whatever it holds", () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 40 })), fc.nat(), (parts, cut) => {
      const bytes = joined(parts);
      const some = readBlobBatch(bytes.slice(0, bytes.length - (cut % (bytes.length + 1))));
      expect(lists(some)).toEqual(lists(parts.slice(0, some.length)));
    }),
  );
  fc.assert(
    fc.property(fc.uint8Array(), (garbage) => {
      expect(() => readBlobBatch(garbage)).not.toThrow();
    }),
  );
});
