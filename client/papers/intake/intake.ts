/**
 * One "Bring in papers" from files to papers on the board.
 *
 * Owns the order of things: pages stay here as encoded pictures, and nothing lies on the board until
 * every page of every paper is masked, checked and stored; then one act puts all of them there. Ending
 * it at any moment leaves nothing behind.
 */
import type { PageRect } from "../../../shared/geometry/rect.ts";
import { addPapers } from "../../../shared/papers/papers.ts";
import type { ErrorCode } from "../../../shared/protocol/errors.ts";
import type { BoardSession } from "../../sync/board-session.ts";
import { createStore, type Store } from "../../ui/store.ts";
import { createIntakeClient, type IntakeClient } from "./intake-client.ts";
import {
  freshIntake,
  type IntakePage,
  type IntakeState,
  pageAsRead,
  papersToSend,
  revokeThumb,
  type Step,
  withSuggestion,
} from "./intake-state.ts";
import { withBoxes, withExtra, withNameless } from "./masks.ts";
import { newPapers } from "./new-papers.ts";
import { pause } from "./pause.ts";
import { fetchPractice } from "./practice.ts";
import { createSender } from "./send.ts";
import { type Opening, type PerPaper, turned } from "./stack.ts";
import { createStackReader } from "./stack-reader.ts";
import { uploadPicture } from "./upload.ts";
import type { MaskedTier } from "./worker/burn.ts";
import { thumbWidth } from "./worker/page-image.ts";

export interface Intake {
  readonly state: Store<IntakeState>;
  readonly client: IntakeClient;
  addFiles(files: readonly File[]): void;
  /** Stops reading; files read to their end stay. */
  stopReading(): void;
  /** Takes the refused files off the list. */
  forgetProblems(): void;
  go(step: Step): void;
  setPerPaper(perPaper: PerPaper): void;
  /** Takes pages out of the stack, or puts them back. */
  drop(keys: readonly number[], dropped: boolean): void;
  turn(key: number): void;
  open(key: number, opening: Opening): void;
  /** Shows the pages of this number (from 0) for masking. */
  toNumber(number: number): void;
  /** Takes one page up for masking by itself, or lays it back. */
  touch(key: number | undefined): void;
  setBoxes(number: number, boxes: readonly PageRect[]): void;
  setNameless(number: number, nameless: boolean): void;
  setExtra(key: number, boxes: readonly PageRect[]): void;
  /** Stores what is not stored yet and puts the papers on the board; also "try again". */
  bringIn(): Promise<void>;
  /** Brings in the practice set, which is masked already, by the same way. */
  practise(): Promise<void>;
  stopSending(): void;
  /** Ends everything and gives the pictures' memory back. */
  end(): void;
}

export function createIntake(session: BoardSession): Intake {
  const state = createStore<IntakeState>(freshIntake);
  const client = createIntakeClient();
  const reader = createStackReader(state, client);
  let sending: AbortController | undefined;
  const sender = createSender({
    burn: (work) =>
      client.run<readonly MaskedTier[] | "mask_failed">((worker) => worker.burnPage(work)),
    upload: (jpeg, signal) =>
      uploadPicture(session.boardId, jpeg, signal, {
        fetch: (...request) => fetch(...request),
        wait: pause,
      }),
  });

  const change = (part: Partial<IntakeState>): void => state.set((last) => ({ ...last, ...part }));
  const changePages = (
    keys: ReadonlySet<number>,
    next: (page: IntakePage) => Partial<IntakePage>,
  ): void =>
    state.set((last) => ({
      ...last,
      pages: last.pages.map((page) => (keys.has(page.key) ? { ...page, ...next(page) } : page)),
    }));
  const pageOf = (key: number): IntakePage | undefined =>
    state.get().pages.find((page) => page.key === key);

  /** The small picture follows the turn; should it fail, the sheet shows the page as it was. */
  async function renewThumb(key: number): Promise<void> {
    const page = pageOf(key);
    const image = page?.image;
    if (!image) return;
    const small = await client
      .run((worker) => worker.showPage({ image, turn: page.turn, boxes: [] }, thumbWidth))
      .catch(() => undefined);
    const now = pageOf(key);
    if (!small || !now || now.turn !== page.turn) return;
    revokeThumb(now);
    changePages(new Set([key]), () => ({ thumb: URL.createObjectURL(small) }));
  }

  async function send(signal: AbortSignal): Promise<void> {
    const papers = papersToSend(state.get());
    const pages = papers.flat();
    const of = pages.length;
    let stored = 0;
    const sent = await sender.send(pages, signal, (count) => {
      stored = count;
      if (!signal.aborted) change({ sending: { is: "going", stored, of } });
    });
    if (signal.aborted) return;
    if (!sent.ok) return change({ sending: { is: "stopped", stored, of, code: sent.code } });
    const fresh = newPapers(
      session.reader.view(),
      papers.map((paper) => paper.map(({ key }) => sent.tiers.get(key) ?? [])),
      { newId: session.newId, random },
    );
    session.act((origin) => addPapers(session.doc, fresh, origin));
    change({ sending: { is: "done", papers: papers.length } });
  }

  /** Runs `work` as the one sending at a time; what breaks it, unless it was stopped, is shown as `code`. */
  async function sendWith(
    code: ErrorCode,
    work: (signal: AbortSignal) => Promise<void>,
  ): Promise<void> {
    if (sending) return;
    const own = new AbortController();
    sending = own;
    change({ step: "send", sending: { is: "going", stored: 0, of: 0 } });
    try {
      await work(own.signal);
    } catch {
      if (!own.signal.aborted) change({ sending: { is: "stopped", stored: 0, of: 0, code } });
    } finally {
      if (sending === own) sending = undefined;
    }
  }

  return {
    state,
    client,
    addFiles: reader.add,
    stopReading: reader.stop,
    forgetProblems: () =>
      state.set((last) => ({
        ...last,
        files: last.files.filter((file) => file.state !== "refused"),
      })),
    go: (step) =>
      state.set((last) => ({
        ...last,
        step,
        number: 0,
        touching: undefined,
        masks: step === "names" ? withSuggestion(last.masks) : last.masks,
      })),
    setPerPaper: (perPaper) => change({ perPaper }),
    drop: (keys, dropped) => changePages(new Set(keys), () => ({ dropped })),
    turn(key) {
      changePages(new Set([key]), (page) => ({ turn: turned(page.turn), shape: 1 / page.shape }));
      void renewThumb(key);
    },
    open: (key, opening) => changePages(new Set([key]), () => ({ opening })),
    toNumber: (number) => change({ number }),
    touch: (touching) => change({ touching }),
    setBoxes: (number, boxes) =>
      state.set((last) => ({ ...last, masks: withBoxes(last.masks, number, boxes) })),
    setNameless: (number, nameless) =>
      state.set((last) => ({ ...last, masks: withNameless(last.masks, number, nameless) })),
    setExtra: (key, boxes) =>
      state.set((last) => ({ ...last, masks: withExtra(last.masks, key, boxes) })),
    bringIn: () => sendWith("internal", send),
    practise: () =>
      sendWith("unreachable", async (signal) => {
        if (state.get().pages.length === 0) change({ pages: await practicePages(signal) });
        await send(signal);
      }),
    stopSending() {
      sending?.abort();
      sending = undefined;
      client.end();
      change({ step: "look", sending: undefined });
    },
    end() {
      sending?.abort();
      sending = undefined;
      reader.stop();
      for (const page of state.get().pages) revokeThumb(page);
      state.set(freshIntake);
    },
  };
}

async function practicePages(signal: AbortSignal): Promise<readonly IntakePage[]> {
  const images = await fetchPractice(signal);
  return images.map((image, i) => ({
    ...pageAsRead({ key: i, source: 0, number: 1 }, undefined),
    readable: true,
    image,
  }));
}

const random = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 4_294_967_296;
