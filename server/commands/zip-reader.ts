/**
 * Reads a zip file that somebody may have made to do harm: by its directory, one entry at a time, never
 * more of one than the caller allows, whatever its head says of its size.
 *
 * Encrypted entries, zip64 and methods other than stored and deflated are refused. Names are only keys to
 * be looked up: nothing is ever written under them.
 */
import type { FileHandle } from "node:fs/promises";
import { crc32, inflateRawSync } from "node:zlib";

/** It is no zip, or one that we do not read. The message is half a sentence. */
export class BadZipError extends Error {
  override readonly name = "BadZipError";
}

export interface ZipReader {
  readonly names: readonly string[];
  /** The whole file of that name. Throws BadZipError if it is larger than `most` bytes, or not there. */
  read(name: string, most: number): Promise<Buffer>;
}

interface Entry {
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly offset: number;
}

const endBytes = 22;
const headBytes = 30;
const rowBytes = 46;
/** A comment may stand behind the end. */
const searchBytes = endBytes + 0xffff;
/** What packing may add to something that cannot be made smaller. */
const packingBytes = 64 * 1024;
/** 65,535 entries with the names we give them. */
const mostDirectoryBytes = 16 * 1024 * 1024;

/** Reads the directory. Throws BadZipError. */
export async function openZip(file: FileHandle): Promise<ZipReader> {
  const size = (await file.stat()).size;
  const readAt = async (offset: number, length: number): Promise<Buffer> => {
    if (offset + length > size) throw new BadZipError("it is cut off");
    const bytes = Buffer.alloc(length);
    let filled = 0;
    while (filled < length) {
      const { bytesRead } = await file.read(bytes, filled, length - filled, offset + filled);
      if (bytesRead === 0) throw new BadZipError("it is cut off");
      filled += bytesRead;
    }
    return bytes;
  };

  const searched = Math.min(size, searchBytes);
  const tail = await readAt(size - searched, searched);
  const at = tail.lastIndexOf("PK\x05\x06", undefined, "latin1");
  if (at === -1 || at + endBytes > tail.length)
    throw new BadZipError("it is no zip file, or cut off");
  const count = tail.readUInt16LE(at + 10);
  const directoryBytes = tail.readUInt32LE(at + 12);
  if (directoryBytes > mostDirectoryBytes) throw new BadZipError("its directory is too large");
  const directory = await readAt(tail.readUInt32LE(at + 16), directoryBytes);
  const entries = readDirectory(directory, count);

  return {
    names: [...entries.keys()],
    async read(name, most) {
      const entry = entries.get(name);
      if (!entry) throw new BadZipError(`${name} is missing`);
      const { method, crc, packedBytes, bytes, offset } = entry;
      if (bytes > most || packedBytes > most + packingBytes)
        throw new BadZipError(`${name} is too large`);
      const head = await readAt(offset, headBytes);
      if (head.toString("latin1", 0, 4) !== "PK\x03\x04")
        throw new BadZipError(`${name} is damaged`);
      const from = offset + headBytes + head.readUInt16LE(26) + head.readUInt16LE(28);
      const packed = await readAt(from, packedBytes);
      const whole = method === 0 ? packed : inflate(name, packed, bytes);
      if (whole.byteLength !== bytes || crc32(whole) !== crc) {
        throw new BadZipError(`${name} is damaged`);
      }
      return whole;
    },
  };
}

function readDirectory(directory: Buffer, count: number): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  let at = 0;
  for (let i = 0; i < count; i++) {
    if (
      at + rowBytes > directory.length ||
      directory.toString("latin1", at, at + 4) !== "PK\x01\x02"
    )
      throw new BadZipError("its directory is damaged");
    const flags = directory.readUInt16LE(at + 8);
    const method = directory.readUInt16LE(at + 10);
    const labelBytes = directory.readUInt16LE(at + 28);
    const next =
      at +
      rowBytes +
      labelBytes +
      directory.readUInt16LE(at + 30) +
      directory.readUInt16LE(at + 32);
    if (next > directory.length) throw new BadZipError("its directory is damaged");
    const name = directory.toString("utf8", at + rowBytes, at + rowBytes + labelBytes);
    if ((flags & 1) === 1 || (method !== 0 && method !== 8)) {
      throw new BadZipError(`${name} is encrypted or packed in a way that is not read here`);
    }
    if (entries.has(name)) throw new BadZipError(`${name} is there twice`);
    entries.set(name, {
      method,
      crc: directory.readUInt32LE(at + 16),
      packedBytes: directory.readUInt32LE(at + 20),
      bytes: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
    });
    at = next;
  }
  return entries;
}

/** Never more than was announced, whatever is in there. */
function inflate(name: string, packed: Buffer, bytes: number): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, bytes) });
  } catch (error) {
    throw new BadZipError(`${name} is damaged`, { cause: error });
  }
}
