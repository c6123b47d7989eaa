/**
 * Bounds what one stream of a PDF may unfold to. A few kilobytes can be packed from gigabytes of nothing,
 * and pdf.js would unpack them all: 6.7 GB were seen before the page was given up. Imported before
 * pdf.js into its worker, where it and its decoders find these in the place of the browser's own.
 */
import { tellLeftOut } from "./left-out.ts";

/** More than a page of A3 at 600 dpi in colour. */
const mostBytes = 256 * 1024 * 1024;

function tooMuch(): RangeError {
  tellLeftOut();
  return new RangeError("a stream unfolds to more than the limit");
}

/** pdf.js unpacks into arrays of bytes, each twice as long as the one before. */
const BoundedBytes = new Proxy(Uint8Array, {
  construct(target, args: unknown[], asked: new () => unknown) {
    if (typeof args[0] === "number" && args[0] > mostBytes) throw tooMuch();
    return Reflect.construct(target, args, asked) as Uint8Array;
  },
});

const NativeStream = globalThis.DecompressionStream as typeof DecompressionStream | undefined;

/** Small enough that what a piece unfolds to, at most a thousand times its size, can be held at once. */
const pieceBytes = 32 * 1024;

/** Where the browser unpacks by itself, it unpacks all that it is given at once: so it is given pieces. */
class BoundedDecompressionStream {
  readonly writable: WritableStream<Uint8Array<ArrayBuffer>>;
  readonly readable: ReadableStream<Uint8Array>;

  constructor(format: CompressionFormat) {
    if (!NativeStream) throw new TypeError("this browser does not unpack");
    const native = new NativeStream(format);
    let bytes = 0;
    const pieces = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, out) {
        for (let at = 0; at < chunk.byteLength; at += pieceBytes)
          out.enqueue(chunk.subarray(at, at + pieceBytes));
      },
    });
    this.writable = pieces.writable;
    this.readable = pieces.readable.pipeThrough(native).pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, out) {
          bytes += chunk.byteLength;
          if (bytes > mostBytes) out.error(tooMuch());
          else out.enqueue(chunk);
        },
      }),
    );
  }
}

Object.assign(globalThis, {
  Uint8Array: BoundedBytes,
  ...(NativeStream && { DecompressionStream: BoundedDecompressionStream }),
});
