/** The built page as the server gives it: small, cached where it may be, and under every address of its own. */
import { mkdirSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { expect, test } from "vitest";
import { newFolder, refusal, startServer } from "./running-server.ts";

const script = `console.log(${JSON.stringify("seasons ".repeat(500))});`;

async function servePage(): Promise<string> {
  const pageFolder = newFolder();
  mkdirSync(join(pageFolder, "assets"));
  writeFileSync(join(pageFolder, "index.html"), "<!doctype html><title>Noticeboard</title>");
  writeFileSync(join(pageFolder, "assets/index-Ab3.js"), script);
  writeFileSync(join(pageFolder, "assets/index-Ab3.js.br"), brotliCompressSync(script));
  writeFileSync(join(pageFolder, "..", "beside.txt"), "not for anybody");
  return (await startServer({ pageFolder })).url;
}

test("every address of the page's own gives the page, always fresh", async () => {
  const url = await servePage();
  for (const path of ["/", "/join", "/board/Ab3Cd5Ef7Gh9", "/board/Ab3?list"]) {
    const response = await fetch(`${url}${path}`);
    expect(response.status).toBe(200);
    expect(response.headers.get("Cache-Control")).toBe("no-cache");
    expect(response.headers.get("Content-Security-Policy")).toContain("default-src 'self'");
    expect(await response.text()).toContain("Noticeboard");
  }
});

test("named by their content, assets are compressed and kept for ever", async () => {
  const url = await servePage();
  const response = await fetch(`${url}/assets/index-Ab3.js`, {
    headers: { "Accept-Encoding": "br" },
  });
  expect(await response.text()).toBe(script);
  expect(response.headers.get("Content-Encoding")).toBe("br");
  expect(response.headers.get("Content-Type")).toMatch("javascript");
  expect(response.headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
  const plain = await fetch(`${url}/assets/index-Ab3.js`, {
    headers: { "Accept-Encoding": "identity" },
  });
  expect(plain.headers.get("Content-Encoding")).toBeNull();
  expect(await plain.text()).toBe(script);
});

test("what is not there is said to be not there, and not answered with the page", async () => {
  const url = await servePage();
  const ask = async (path: string, method = "GET") =>
    refusal(await fetch(`${url}${path}`, { method }));
  expect(await ask("/assets/old-Xy9.js")).toBe("404 not_found");
  expect(await ask("/favicon.ico")).toBe("404 not_found");
  expect(await ask("/api/nothing")).toBe("404 not_found");
  expect(await ask("/board/Ab3", "POST")).toBe("404 not_found");
});

test("no address leads out of the page's folder", async () => {
  const url = await servePage();
  const answer = (path: string) =>
    new Promise<string>((resolve) => {
      request(url, { path }, (response) => {
        let text = "";
        response.on("data", (part: Buffer) => {
          text += part.toString();
        });
        response.on("end", () => resolve(text));
      }).end();
    });
  for (const path of ["/../beside.txt", "/%2e%2e/beside.txt", "/assets/..%2f..%2fbeside.txt"]) {
    expect(await answer(path)).not.toContain("not for anybody");
  }
});
