/** Page images, in and out: only what is a picture and nothing but, and only for the board's team. */
import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readBlobBatch } from "../../shared/protocol/blob-batch.ts";
import * as pictures from "../fixtures/pictures.ts";
import {
  createVisitor,
  type RunningServer,
  refusal,
  startServer,
  type Visitor,
} from "./running-server.ts";

interface Stage {
  readonly server: RunningServer;
  readonly maya: Visitor;
  /** Where the board's images are. */
  readonly path: string;
}

async function openBoard(): Promise<Stage> {
  const server = await startServer();
  const maya = createVisitor(server.url);
  const { teamId } = await maya.start();
  return { server, maya, path: `/api/boards/${await maya.newBoard(teamId)}/blobs` };
}

const storedFiles = ({ dataFolder }: RunningServer): readonly string[] =>
  readdirSync(join(dataFolder, "blobs"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

describe("a picture", () => {
  test.each([
    ["JPEG", pictures.jpeg, "image/jpeg"],
    ["PNG", pictures.png, "image/png"],
    ["WebP", pictures.webp, "image/webp"],
  ])("from a canvas as %s is kept and given back byte for byte", async (_kind, bytes, type) => {
    const { server, maya, path } = await openBoard();
    const hash = sha256(bytes);
    const stored = await maya.ask("POST", path, bytes, { "Content-Type": "application/json" });
    expect(stored.status).toBe(201);
    expect(await stored.json()).toEqual({ hash, ...pictures.size });
    expect(storedFiles(server)).toEqual([
      join(server.dataFolder, "blobs", hash.slice(0, 2), hash.slice(2, 4), hash),
    ]);
    await server.restart();
    const response = await maya.ask("GET", `${path}/${hash}`);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
    expect(response.headers.get("Content-Type")).toBe(type);
    expect(response.headers.get("Content-Length")).toBe(String(bytes.length));
    expect(response.headers.get("Cache-Control")).toBe("private, max-age=31536000, immutable");
    expect(response.headers.get("Content-Security-Policy")).toBe("default-src 'none'; sandbox");
    expect(response.headers.get("X-Content-Type-Options")).toBe("nosniff");
  });

  test("needs no content type, and twice the same is one file", async () => {
    const { server, maya, path } = await openBoard();
    for (let i = 0; i < 2; i++) {
      expect((await maya.ask("POST", path, pictures.jpeg)).status).toBe(201);
    }
    expect(storedFiles(server)).toHaveLength(1);
  });

  test("is given in parts, and not again to who has it", async () => {
    const { maya, path } = await openBoard();
    await maya.ask("POST", path, pictures.jpeg);
    const at = `${path}/${sha256(pictures.jpeg)}`;
    const size = pictures.jpeg.length;
    const part = async (range: string, headers = {}) => {
      const response = await maya.ask("GET", at, undefined, { Range: range, ...headers });
      const bytes = Buffer.from(await response.arrayBuffer());
      return { status: response.status, range: response.headers.get("Content-Range"), bytes };
    };
    expect(await part("bytes=10-19")).toEqual({
      status: 206,
      range: `bytes 10-19/${size}`,
      bytes: pictures.jpeg.subarray(10, 20),
    });
    expect((await part("bytes=-5")).bytes).toEqual(pictures.jpeg.subarray(size - 5));
    expect((await part(`bytes=${size - 2}-`)).bytes).toEqual(pictures.jpeg.subarray(size - 2));
    expect(await part(`bytes=${size}-`)).toMatchObject({ status: 416, range: `bytes */${size}` });
    expect((await part("bytes=0-1,4-5")).status).toBe(200);
    expect((await part("bytes=0-1", { "If-Range": '"another"' })).status).toBe(200);
    const etag = `"${sha256(pictures.jpeg)}"`;
    expect((await part("bytes=0-1", { "If-None-Match": etag })).status).toBe(304);
    const head = await maya.ask("HEAD", at);
    expect([head.status, head.headers.get("Content-Length")]).toEqual([200, String(size)]);
  });

  test("comes with others in one answer, what is not there as nothing", async () => {
    const { server, maya, path } = await openBoard();
    const kept = [pictures.jpeg, pictures.png];
    for (const bytes of kept) await maya.ask("POST", path, bytes);
    const ask = (hashes: readonly string[]) => maya.ask("GET", `${path}?of=${hashes.join(".")}`);
    const all = await ask(kept.map(sha256));
    expect(all.headers.get("Cache-Control")).toBe("private, max-age=31536000, immutable");
    const bytes = new Uint8Array(await all.arrayBuffer());
    expect(readBlobBatch(bytes).map((part) => Buffer.from(part))).toEqual(kept);
    const some = await ask([sha256(pictures.webp), sha256(pictures.png)]);
    // It may yet come.
    expect(some.headers.get("Cache-Control")).toBe("no-store");
    const [gone, png] = readBlobBatch(new Uint8Array(await some.arrayBuffer()));
    expect([gone?.byteLength, png && Buffer.from(png)]).toEqual([0, pictures.png]);
    expect(await refusal(await ask(["../../secret"]))).toBe("400 bad_request");
    expect(await refusal(await ask(Array(65).fill(sha256(pictures.png))))).toBe("400 bad_request");
    const stranger = createVisitor(server.url);
    await stranger.start();
    const asked = await stranger.ask("GET", `${path}?of=${sha256(pictures.png)}`);
    expect(await refusal(asked)).toBe("403 not_a_member");
  });

  test("of one board is not on another, not even for the same team", async () => {
    const { maya, path } = await openBoard();
    await maya.ask("POST", path, pictures.jpeg);
    const { teams } = (await (await maya.ask("GET", "/api/me")).json()) as {
      teams: { teamId: string }[];
    };
    const other = await maya.newBoard(teams[0]?.teamId ?? "", "Volume");
    const response = await maya.ask("GET", `/api/boards/${other}/blobs/${sha256(pictures.jpeg)}`);
    expect(await refusal(response)).toBe("404 not_found");
  });
});

describe("what comes as a picture and is none that we keep", () => {
  const cases: readonly (readonly [string, Buffer, string])[] = [
    ["a web page", Buffer.from("<html><script>alert(1)</script></html>"), "415 not_an_image"],
    ["a drawing with a script", Buffer.from('<svg xmlns="x"/>'), "415 not_an_image"],
    ["a JPEG that was cut off", pictures.jpeg.subarray(0, -40), "415 not_an_image"],
    ["a PNG that was cut off", pictures.png.subarray(0, -20), "415 not_an_image"],
    ["a WebP that was cut off", pictures.webp.subarray(0, -20), "415 not_an_image"],
    ["a JPEG that is only a beginning", pictures.jpeg.subarray(0, 3), "415 not_an_image"],
    ["a pixel bomb", pictures.claiming(30_000, 30_000), "422 image_too_large"],
    ["a picture without area", pictures.claiming(0, 10), "415 not_an_image"],
    [
      "a photo with the place it was taken",
      pictures.withSegment(0xe1, "Exif\0\0MM\0*GPS"),
      "422 metadata_present",
    ],
    [
      "a photo with XMP",
      pictures.withSegment(0xe1, "http://ns.adobe.com/xap/1.0/\0<x/>"),
      "422 metadata_present",
    ],
    ["a photo with a comment", pictures.withSegment(0xfe, "Ana Lima"), "422 metadata_present"],
    ["a photo with IPTC", pictures.withSegment(0xed, "Photoshop 3.0\0"), "422 metadata_present"],
    ["a photo with a thumbnail", pictures.withSegment(0xe0, "JFXX\0\x10"), "422 metadata_present"],
    [
      "a photo with something behind it",
      Buffer.concat([pictures.jpeg, Buffer.from("PK")]),
      "422 metadata_present",
    ],
    ["a PNG with a text", pictures.withChunk("tEXt", "Author\0Ana Lima"), "422 metadata_present"],
    ["a PNG with EXIF", pictures.withChunk("eXIf", "MM\0*"), "422 metadata_present"],
    ["a WebP with EXIF", pictures.withRiffChunk("EXIF", "MM\0*"), "422 metadata_present"],
  ];
  test.each(cases)("%s is refused and leaves nothing behind", async (_what, bytes, expected) => {
    const { server, maya, path } = await openBoard();
    const response = await maya.ask("POST", path, bytes, { "Content-Type": "image/jpeg" });
    expect(await refusal(response)).toBe(expected);
    expect(storedFiles(server)).toEqual([]);
  });

  test("more bytes than the limit are not read to the end", async () => {
    const { server, maya, path } = await openBoard();
    const bytes = Buffer.concat([pictures.jpeg, Buffer.alloc(12 * 1024 * 1024)]);
    expect(await refusal(await maya.ask("POST", path, bytes))).toBe("413 too_large");
    expect(storedFiles(server)).toEqual([]);
  });

  test("nothing at all is refused", async () => {
    const { maya, path } = await openBoard();
    expect(await refusal(await maya.ask("POST", path))).toBe("415 not_an_image");
  });
});
