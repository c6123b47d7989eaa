/**
 * Many images in one answer: each as its length in four bytes, most significant first, and its bytes; a
 * length of 0 for one that is not sent along. test/unit/protocol holds it to its round trip.
 */

/** How many images may be asked for at once, and how large one may be to be sent along. */
export const blobBatch = { most: 64, bytesEach: 256 * 1024 } as const;

export function lengthPrefix(bytes: number): Uint8Array {
  const prefix = new Uint8Array(4);
  new DataView(prefix.buffer).setUint32(0, bytes);
  return prefix;
}

/** The parts in order, as views into `bytes`. What is cut off or makes no sense is left out. */
export function readBlobBatch(bytes: Uint8Array): readonly Uint8Array<ArrayBuffer>[] {
  const { buffer, byteOffset, byteLength } = bytes as Uint8Array<ArrayBuffer>;
  const view = new DataView(buffer, byteOffset, byteLength);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let at = 0; at + 4 <= byteLength; ) {
    const length = view.getUint32(at);
    at += 4;
    if (at + length > byteLength) break;
    parts.push(new Uint8Array(buffer, byteOffset + at, length));
    at += length;
  }
  return parts;
}
