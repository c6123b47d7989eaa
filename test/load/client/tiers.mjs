/**
 * The harness's scans in the sizes that our intake makes of a page (client/papers/intake/worker/burn.ts):
 * each from the one before, JPEG of the same quality, drawn by the same browser. Made once.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** As in burn.ts. */
const widths = [200, 640, 1275];
const quality = 0.85;

export async function ensureTiers(harness, folder, count = 300) {
  const manifestFile = join(folder, "manifest.json");
  if (existsSync(manifestFile)) return;
  mkdirSync(folder, { recursive: true });
  const { launch } = await import(pathToFileURL(join(harness, "src/browser.mjs")).href);
  const { FIXTURE_DIR } = await import(pathToFileURL(join(harness, "src/fixtures.mjs")).href);
  const browser = await launch({});
  const manifest = {};
  try {
    await browser.page.goto("about:blank");
    for (let i = 0; i < count; i++) {
      const scan = readFileSync(join(FIXTURE_DIR, `scan-${String(i).padStart(3, "0")}.jpg`));
      const asked = { scan: scan.toString("base64"), widths, quality };
      const made = await browser.page.evaluate(drawTiers, asked);
      manifest[i] = made.map(({ w, h, jpeg }) => {
        const file = `${i}-${w}.jpg`;
        writeFileSync(join(folder, file), Buffer.from(jpeg, "base64"));
        return { w, h, file };
      });
    }
  } finally {
    await browser.close();
  }
  writeFileSync(manifestFile, JSON.stringify(manifest));
}

/** Runs in the page. */
async function drawTiers({ scan, widths: wanted, quality: of }) {
  const bytes = Uint8Array.from(atob(scan), (letter) => letter.charCodeAt(0));
  let from = await createImageBitmap(new Blob([bytes], { type: "image/jpeg" }));
  const full = { w: from.width, h: from.height };
  const tiers = [];
  for (const w of [...wanted.filter((width) => width * 1.15 < full.w), full.w].toReversed()) {
    const h = Math.round((full.h * w) / full.w);
    const canvas = new OffscreenCanvas(w, h);
    const ink = canvas.getContext("2d");
    ink.imageSmoothingQuality = "high";
    ink.drawImage(from, 0, 0, w, h);
    from = canvas;
    const jpeg = new Uint8Array(
      await (await canvas.convertToBlob({ type: "image/jpeg", quality: of })).arrayBuffer(),
    );
    let text = "";
    for (let k = 0; k < jpeg.length; k += 32_768) {
      text += String.fromCharCode(...jpeg.subarray(k, k + 32_768));
    }
    tiers.unshift({ w, h, jpeg: btoa(text) });
  }
  return tiers;
}
