/**
 * The built page: hashed assets cached for ever, `index.html` for every address of the page itself.
 * Files were compressed when built (`.br`, `.gz` beside them); the one that fits is sent as it is.
 */
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";

/** `folder`: the built page. Whoever asks for what is not there gets `index.html` (see `sendPage`). */
export async function addStaticFiles(http: FastifyInstance, folder: string): Promise<void> {
  const assets = join(folder, "assets");
  await http.register(fastifyStatic, {
    root: folder,
    preCompressed: true,
    cacheControl: false,
    setHeaders(response, path) {
      const isHashed = path.startsWith(assets);
      void response.header(
        "Cache-Control",
        isHashed ? "public, max-age=31536000, immutable" : "no-cache",
      );
    },
  });
}

/** Whether an address that no file has is one of the page's own, such as `/board/Ab3…`. */
export function isPageAddress(method: string, path: string): boolean {
  const isRead = method === "GET" || method === "HEAD";
  const lastName = path.slice(path.lastIndexOf("/") + 1);
  return isRead && !/^\/(api|sync|assets)(\/|$)/.test(path) && !lastName.includes(".");
}
