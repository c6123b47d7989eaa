/**
 * Going on with what waits in the outbox: sends what has not arrived, puts the papers on the board and
 * leaves nothing behind. Knows no masks and no files: those are gone.
 */
import { pupilOf } from "../../../shared/papers/codes.ts";
import type { ErrorCode } from "../../../shared/protocol/errors.ts";
import type { BoardSession } from "../../sync/board-session.ts";
import { layPapers, type StoredPaper } from "./new-papers.ts";
import {
  type BatchPaper,
  heldBatches,
  holdBatch,
  pageArrived,
  readPage,
  removeBatch,
  type Waiting,
  waitingBatches,
} from "./outbox.ts";
import { pause } from "./pause.ts";
import { lanes, uploadTiers } from "./send.ts";
import { uploadPicture } from "./upload.ts";

type Session = Pick<BoardSession, "boardId" | "me">;

/** What waits for this member and board and no tab is busy with; [] where this browser keeps nothing. */
export async function findWaiting({ boardId, me }: Session): Promise<readonly Waiting[]> {
  try {
    const [all, held] = await Promise.all([
      waitingBatches(boardId, me.memberId, Date.now()),
      heldBatches(),
    ]);
    return all.filter(({ batch }) => !held.has(batch.id));
  } catch {
    return [];
  }
}

/** A pupil's code that somebody else's paper had by the time theirs came in. */
export interface Recoded {
  readonly asked: string;
  readonly got: string;
}

export type WentOn =
  | { readonly ok: true; readonly papers: number; readonly recoded: readonly Recoded[] }
  | { readonly ok: false; readonly code: ErrorCode }
  /** Another tab has it, or had it and is done. */
  | "elsewhere";

/** Rejects when `signal` aborts. `onStored` hears how many pages of all have arrived. */
export async function goOnWith(
  { batch }: Waiting,
  session: BoardSession,
  signal: AbortSignal,
  onStored: (stored: number, of: number) => void,
): Promise<WentOn> {
  const giveBack = await holdBatch(batch.id);
  if (!giveBack) return "elsewhere";
  try {
    const all = await waitingBatches(session.boardId, session.me.memberId, Date.now());
    const found = all.find((each) => each.batch.id === batch.id);
    if (!found) return "elsewhere";
    const stored = await storePapers(found, session, signal, onStored);
    if (typeof stored === "string") return { ok: false, code: stored };
    layPapers(session, stored);
    const recoded = recodedOf(stored, session);
    await removeBatch(batch);
    return { ok: true, papers: stored.length, recoded };
  } finally {
    giveBack();
  }
}

/** Each pupil once. */
function recodedOf(stored: readonly StoredPaper[], session: BoardSession): readonly Recoded[] {
  const { papers } = session.reader.view();
  const gotten = new Map<string, string>();
  for (const { id, code } of stored) {
    const got = papers.get(id)?.code;
    if (code === undefined || got === undefined) continue;
    const [before, after] = [pupilOf(code), pupilOf(got)];
    if (before !== after) gotten.set(before, after);
  }
  return [...gotten].map(([asked, got]) => ({ asked, got }));
}

async function storePapers(
  { batch, papers }: Waiting,
  { boardId }: Session,
  signal: AbortSignal,
  onStored: (stored: number, of: number) => void,
): Promise<readonly StoredPaper[] | ErrorCode> {
  const left = papers.flatMap((paper) => paper.pages);
  const of = left.length;
  const pages = new Map<string, StoredPaper["pages"][number]>();
  let failed: ErrorCode | undefined;
  async function lane(): Promise<void> {
    for (let id = left.shift(); id && !failed; id = left.shift()) {
      signal.throwIfAborted();
      const page = await readPage(batch, id);
      if (!page) throw new Error("a page is gone from the outbox");
      if ("stored" in page) pages.set(id, { id, tiers: page.stored });
      else {
        const masked = page.tiers.map(({ size, bytes }) => ({
          size,
          jpeg: new Blob([bytes], { type: "image/jpeg" }),
        }));
        const upload = (jpeg: Blob, stop: AbortSignal) =>
          uploadPicture(boardId, jpeg, stop, { fetch: (...asked) => fetch(...asked), wait: pause });
        const tiers = await uploadTiers(masked, upload, signal);
        if (typeof tiers === "string") {
          failed ??= tiers;
          return;
        }
        await pageArrived(batch, id, tiers);
        pages.set(id, { id, tiers });
      }
      onStored(pages.size, of);
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane));
  return failed ?? papers.map((paper) => ({ ...paper, pages: pagesOf(paper, pages) }));
}

const pagesOf = (
  paper: BatchPaper,
  pages: ReadonlyMap<string, StoredPaper["pages"][number]>,
): StoredPaper["pages"] => paper.pages.flatMap((id) => pages.get(id) ?? []);
