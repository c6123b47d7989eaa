/**
 * Writes a zip file, one entry after the other, none held in memory together with another.
 *
 * Only the container is ours (PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16): deflate and
 * the checksum are Node's. A library would have to be told all sizes beforehand or leave them out of the
 * entries' heads, which a reader that trusts nobody then has to guess. No zip64: a file of more than 4 GB or
 * 65,535 entries is not written.
 */
import type { FileHandle } from "node:fs/promises";
import { crc32, deflateRawSync } from "node:zlib";

/** What the format's fields can count. */
const most = { bytes: 0xffff_ffff, entries: 0xffff } as const;

export class TooMuchForZipError extends Error {
  override readonly name = "TooMuchForZipError";
}

export interface ZipWriter {
  /** Adds a file; deflated if it is text, as it is if it is packed already. Throws TooMuchForZipError. */
  add(name: string, bytes: Uint8Array, how: "deflate" | "store"): Promise<void>;
  /** Writes the directory. The zip is then whole, and on the disk once the handle is synced. */
  finish(): Promise<void>;
}

/** Midnight on 1 January 1980, as DOS counts: when a file was made is nobody's business. */
const noTime = 0;
const noDate = 0x21;
/** Names are UTF-8. */
const flags = 0x0800;
const version = 20;

export function createZipWriter(file: FileHandle): ZipWriter {
  const directory: Buffer[] = [];
  let count = 0;
  let at = 0;
  const write = async (bytes: Uint8Array): Promise<void> => {
    await file.writeFile(bytes);
    at += bytes.byteLength;
  };

  return {
    async add(name, bytes, how) {
      if (count === most.entries || at + bytes.byteLength > most.bytes)
        throw new TooMuchForZipError();
      const label = Buffer.from(name, "utf8");
      const body = how === "deflate" ? deflateRawSync(bytes) : bytes;
      const facts = Buffer.alloc(26);
      facts.writeUInt16LE(version, 0);
      facts.writeUInt16LE(flags, 2);
      facts.writeUInt16LE(how === "deflate" ? 8 : 0, 4);
      facts.writeUInt16LE(noTime, 6);
      facts.writeUInt16LE(noDate, 8);
      facts.writeUInt32LE(crc32(bytes), 10);
      facts.writeUInt32LE(body.byteLength, 14);
      facts.writeUInt32LE(bytes.byteLength, 18);
      facts.writeUInt16LE(label.byteLength, 22);
      const offset = at;
      await write(Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), facts, label]));
      await write(body);

      const made = Buffer.alloc(2);
      made.writeUInt16LE(version);
      const rest = Buffer.alloc(14);
      rest.writeUInt32LE(offset, 10);
      count++;
      directory.push(Buffer.from("PK\x01\x02", "latin1"), made, facts, rest, label);
    },

    async finish() {
      const offset = at;
      for (const part of directory) await write(part);
      const end = Buffer.alloc(22);
      end.write("PK\x05\x06", "latin1");
      end.writeUInt16LE(count, 8);
      end.writeUInt16LE(count, 10);
      end.writeUInt32LE(at - offset, 12);
      end.writeUInt32LE(offset, 16);
      await write(end);
    },
  };
}
