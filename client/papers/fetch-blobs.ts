/** Many stored images in one request, as the server's batch route sends them (server/http/blob-routes.ts). */
import { type BoardId, isBlobHash } from "../../shared/base/ids.ts";
import { readBlobBatch } from "../../shared/protocol/blob-batch.ts";

/**
 * The images at `urls` (tiers.ts `blobUrl`), in their order; undefined for one that the server leaves out.
 * Rejects where nothing came.
 */
export async function fetchBlobs(
  board: BoardId,
  urls: readonly string[],
): Promise<readonly (Blob | undefined)[]> {
  const hashes = urls.map((url) => url.slice(url.lastIndexOf("/") + 1)).filter(isBlobHash);
  // One order for one set: opened again, it is in the browser's cache.
  const sorted = hashes.toSorted();
  const answer = await fetch(`/api/boards/${board}/blobs?of=${sorted.join(".")}`);
  if (!answer.ok) throw new Error(`pictures: ${answer.status}`);
  const bytes = await answer.arrayBuffer();
  const parts = readBlobBatch(new Uint8Array(bytes));
  const found = new Map(
    sorted.map((hash, i) => {
      const part = parts[i];
      return [hash, part && part.byteLength > 0 ? new Blob([part]) : undefined];
    }),
  );
  return urls.map((url) =>
    found.get(url.slice(url.lastIndexOf("/") + 1) as (typeof sorted)[number]),
  );
}
