/**
 * A page on which somebody can be recognised is hidden from all at once by whoever sees it, its images with
 * it; a member shows it again, masked or as it was.
 */
import { expect, test } from "vitest";
import type { BlobHash, BoardId, PageId, PaperId } from "../../shared/base/ids.ts";
import { readBoard } from "../../shared/board/reader.ts";
import {
  addPapers,
  deletePapers,
  leaveOutImages,
  maskPage,
  papersRoot,
  type Tier,
  tiersUnderCover,
} from "../../shared/papers/papers.ts";
import type {
  BoardAnswer,
  MakeGuestLinkAnswer,
  RestoreAnswer,
  StoreBlobAnswer,
  VersionSummary,
} from "../../shared/protocol/api.ts";
import { readBlobBatch } from "../../shared/protocol/blob-batch.ts";
import * as pictures from "../fixtures/pictures.ts";
import { connect, synced } from "./lane-client.ts";
import { createPassingClock } from "./passing-clock.ts";
import { createVisitor, refusal, startServer, until, type Visitor } from "./running-server.ts";

const page = "the-first-page" as PageId;

/** A board of one paper of one page in two sizes, its member Maya, and Gail, who visits. */
async function stage(options: Parameters<typeof startServer>[0] = {}) {
  const server = await startServer(options);
  const maya = createVisitor(server.url);
  const { teamId } = await maya.start();
  const boardId: BoardId = await maya.newBoard(teamId);
  const path = `/api/boards/${boardId}`;
  const link = await maya.ask("POST", `${path}/guests`, { role: "criticalFriend", days: 7 });
  const gail = createVisitor(server.url);
  const { token } = (await link.json()) as MakeGuestLinkAnswer;
  await gail.ask("POST", "/api/visits", { token, name: "Gail" });
  const store = async (bytes: Buffer): Promise<BlobHash> =>
    ((await (await maya.ask("POST", `${path}/blobs`, bytes)).json()) as StoreBlobAnswer)
      .hash as BlobHash;
  const [small, large] = [await store(pictures.png), await store(pictures.jpeg)];
  const tiers: readonly Tier[] = [
    { w: 200, h: 260, hash: small },
    { w: 1275, h: 1650, hash: large },
  ];
  const keep = async (): Promise<string> => {
    const kept = await maya.ask("POST", `${path}/versions`, { name: "Before" });
    return ((await kept.json()) as VersionSummary).versionId;
  };
  const empty = await keep();
  const lane = connect(server.url, `board/${boardId}`, maya.cookie());
  await synced(lane);
  const paper = { id: "the-only-paper" as PaperId, code: "K7M", order: "a0" };
  addPapers(lane.doc, [{ ...paper, pages: [{ id: page, tiers }] }], null);
  await lane.saved();

  const seen = () => readBoard(lane.doc).pages.get(page);
  const image = (as: Visitor, hash: BlobHash, query = "") =>
    as.ask("GET", `${path}/blobs/${hash}${query}`);
  const cover = (as: Visitor, which: string = page) =>
    as.ask("POST", `${path}/covers`, { page: which });
  const uncover = (as: Visitor) => as.ask("DELETE", `${path}/covers/${page}`);
  /** The lane as it is once the board is put back, or of the copy that is made. */
  async function goBack(versionId: string, as: "here" | "copy") {
    const answer = await maya.ask("POST", `${path}/versions/${versionId}/restore`, { as });
    const { boardId: id } = (await answer.json()) as RestoreAnswer;
    const { epoch } = (await (await maya.ask("GET", `/api/boards/${id}`)).json()) as BoardAnswer;
    const back = connect(server.url, `board/${id}`, maya.cookie(), { epoch });
    await synced(back);
    return { id, lane: back, seen: () => readBoard(back.doc).pages.get(page) };
  }
  return {
    keep,
    /** The version from before the paper came in. */
    empty,
    goBack,
    server,
    maya,
    gail,
    path,
    lane,
    tiers,
    small,
    large,
    store,
    seen,
    image,
    cover,
    uncover,
  };
}

test("a guest who recognises somebody hides the page from all, and its images; a member shows it again", async () => {
  const { maya, gail, path, lane, tiers, small, large, seen, image, cover, uncover } =
    await stage();
  expect((await image(gail, large)).status).toBe(200);
  expect((await cover(gail)).status).toBe(204);
  await until("the cover", () => seen()?.covered === true);
  // No reader has any image of it to show; its size stays.
  expect(seen()).toMatchObject({ tiers: [], size: { w: 1275, h: 1650 } });
  for (const who of [maya, gail]) {
    for (const hash of [small, large])
      expect(await refusal(await image(who, hash))).toBe("403 page_covered");
  }
  const batch = await maya.ask("GET", `${path}/blobs?of=${small}.${large}`);
  expect(batch.headers.get("Cache-Control")).toBe("no-store");
  const parts = readBlobBatch(new Uint8Array(await batch.arrayBuffer()));
  expect(parts?.map((part) => part?.byteLength ?? 0)).toEqual([0, 0]);
  // Who masks it must see it; a guest cannot.
  const toMask = await image(maya, large, "?to=mask");
  expect(Buffer.from(await toMask.arrayBuffer())).toEqual(pictures.jpeg);
  expect(toMask.headers.get("Cache-Control")).toBe("no-store");
  expect(await refusal(await image(gail, large, "?to=mask"))).toBe("403 page_covered");
  expect(await refusal(await uncover(gail))).toBe("403 not_a_member");

  // Twice is as once, and one act shows it again.
  expect((await cover(maya)).status).toBe(204);
  expect((await uncover(maya)).status).toBe(204);
  await until("the page", () => seen()?.covered === false);
  expect(seen()?.tiers).toEqual(tiers);
  expect((await image(gail, large)).status).toBe(200);
  expect(await refusal(await cover(maya, "no-such-page"))).toBe("404 not_found");
  lane.close();
});

test("what was masked under the cover stays refused, also after a restart; the masked page is shown", async () => {
  const { server, maya, lane, small, large, store, seen, image, cover } = await stage();
  await cover(maya);
  await until("the cover", () => seen()?.covered === true);
  expect(tiersUnderCover(lane.doc, page).map(({ hash }) => hash)).toEqual([small, large]);
  const hash = await store(pictures.webp);
  maskPage(lane.doc, page, [{ w: 640, h: 830, hash }], true);
  expect(seen()).toMatchObject({ covered: false, tiers: [{ hash }] });
  await lane.saved();
  await server.restart();
  expect((await image(maya, hash)).status).toBe(200);
  expect(await refusal(await image(maya, large))).toBe("403 page_covered");
  lane.close();
});

test("masking something else meanwhile does not take the cover off", async () => {
  const { maya, lane, store, seen, cover } = await stage();
  await cover(maya);
  await until("the cover", () => seen()?.covered === true);
  maskPage(lane.doc, page, [{ w: 640, h: 830, hash: await store(pictures.webp) }]);
  expect(seen()).toMatchObject({ covered: true, tiers: [] });
  lane.close();
});

for (const as of ["here", "copy"] as const) {
  const where = as === "here" ? "on the board that goes back" : "in the copy that is opened";

  test(`a page covered after a version was kept is covered ${where}, and can be shown again there`, async () => {
    const { maya, lane, large, tiers, seen, cover, keep, goBack } = await stage();
    const versionId = await keep();
    await cover(maya);
    await until("the cover", () => seen()?.covered === true);
    const back = await goBack(versionId, as);
    expect(back.seen()).toMatchObject({ covered: true, tiers: [], size: { w: 1275, h: 1650 } });
    const image = () => maya.ask("GET", `/api/boards/${back.id}/blobs/${large}`);
    expect(await refusal(await image())).toBe("403 page_covered");
    await maya.ask("DELETE", `/api/boards/${back.id}/covers/${page}`);
    await until("the page", () => back.seen()?.covered === false);
    expect(back.seen()?.tiers).toEqual(tiers);
    expect((await image()).status).toBe(200);
    lane.close();
    back.lane.close();
  });

  test(`a page masked under its cover after a version was kept is shown masked ${where}`, async () => {
    const { maya, lane, large, seen, cover, store, keep, goBack } = await stage();
    const versionId = await keep();
    await cover(maya);
    await until("the cover", () => seen()?.covered === true);
    const hash = await store(pictures.webp);
    maskPage(lane.doc, page, [{ w: 640, h: 830, hash }], true);
    await lane.saved();
    const back = await goBack(versionId, as);
    expect(back.seen()).toMatchObject({ covered: false, tiers: [{ hash }] });
    const image = (of: BlobHash) => maya.ask("GET", `/api/boards/${back.id}/blobs/${of}`);
    expect((await image(hash)).status).toBe(200);
    expect(await refusal(await image(large))).toBe("403 page_covered");
    lane.close();
    back.lane.close();
  });

  test(`a page masked late stays masked ${where}, also by way of a time before it came in`, async () => {
    const { lane, store, keep, empty, goBack } = await stage();
    const versionId = await keep();
    const hash = await store(pictures.webp);
    maskPage(lane.doc, page, [{ w: 640, h: 830, hash }]);
    await lane.saved();
    const before = await goBack(empty, "here");
    expect(before.seen()).toBeUndefined();
    const back = await goBack(versionId, as);
    expect(back.seen()).toMatchObject({ covered: false, tiers: [{ hash }] });
    for (const each of [lane, before.lane, back.lane]) each.close();
  });
}

test("a page masked late stays masked on the board that goes back, though its paper was deleted and is cleared away", async () => {
  const { clock, passHours } = createPassingClock();
  const { lane, store, keep, goBack } = await stage({ clock });
  const versionId = await keep();
  const hash = await store(pictures.webp);
  maskPage(lane.doc, page, [{ w: 640, h: 830, hash }]);
  deletePapers(lane.doc, ["the-only-paper" as PaperId], null);
  await lane.saved();
  passHours(6 * 24);
  passHours(25);
  await until("it is cleared away", () => lane.doc.getMap(papersRoot).size === 0);
  const back = await goBack(versionId, "here");
  expect(back.seen()).toMatchObject({ covered: false, tiers: [{ hash }] });
  for (const each of [lane, back.lane]) each.close();
});

test("a page whose images did not come with the board stays covered", async () => {
  const { maya, lane, seen, image, large, cover, uncover } = await stage();
  await cover(maya);
  await until("the cover", () => seen()?.covered === true);
  leaveOutImages(lane.doc, page, null);
  await lane.saved();
  expect((await uncover(maya)).status).toBe(204);
  // Told to everybody before it was answered for, if anything had come of it.
  const other = "the-same-again" as PageId;
  expect(await refusal(await cover(maya, other))).toBe("404 not_found");
  expect(seen()).toMatchObject({ covered: true, leftOut: true, tiers: [] });
  expect(await refusal(await image(maya, large))).toBe("403 page_covered");
  lane.close();
});

test("a paper that came in twice is covered twice, and what one was masked for is not shown by covering it again", async () => {
  const { maya, path, lane, tiers, large, store, seen, image, cover, uncover } = await stage();
  const twin = "the-same-again" as PageId;
  const paper = { id: "the-same-paper" as PaperId, code: "C4D", order: "a1" };
  addPapers(lane.doc, [{ ...paper, pages: [{ id: twin, tiers }] }], null);
  await lane.saved();
  const other = () => readBoard(lane.doc).pages.get(twin);
  await cover(maya);
  await until("both covers", () => seen()?.covered === true && other()?.covered === true);
  const hash = await store(pictures.webp);
  maskPage(lane.doc, page, [{ w: 640, h: 830, hash }], true);
  await lane.saved();
  expect(other()?.covered).toBe(true);

  await cover(maya);
  await until("the cover again", () => seen()?.covered === true);
  await uncover(maya);
  await until("the masked page", () => seen()?.covered === false);
  expect((await image(maya, hash)).status).toBe(200);
  expect(await refusal(await image(maya, large))).toBe("403 page_covered");
  // Whoever has looked at the other and shows it as it is, shows its image.
  await maya.ask("DELETE", `${path}/covers/${twin}`);
  await until("the other page", () => other()?.covered === false);
  expect((await image(maya, large)).status).toBe(200);
  lane.close();
});
