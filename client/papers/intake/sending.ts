/**
 * From masks to papers on the board: burns and stores every page, by way of the outbox, and puts all
 * papers there in one act. Owns the one sending at a time and its place in the intake's state.
 */

import { describeTask } from "../../../shared/board/meta.ts";
import { pupilOf } from "../../../shared/papers/codes.ts";
import type { ErrorCode } from "../../../shared/protocol/errors.ts";
import type { BoardSession } from "../../sync/board-session.ts";
import type { Store } from "../../ui/store.ts";
import { type Pupil, pupilNamed } from "../keys/key-book.ts";
import { type AskedCode, type OpenBatch, openBatch } from "./batch.ts";
import { makeCodes } from "./codes.ts";
import type { Gate } from "./gate.ts";
import type { IntakeClient } from "./intake-client.ts";
import {
  codesToUse,
  type IntakePage,
  type IntakeState,
  pageAsRead,
  papersToSend,
} from "./intake-state.ts";
import { layPapers, random } from "./new-papers.ts";
import { pause } from "./pause.ts";
import { fetchPractice } from "./practice.ts";
import { createSender } from "./send.ts";
import { uploadPicture } from "./upload.ts";
import type { MaskedTier } from "./worker/burn.ts";

export interface Sending {
  /** Stores what is not stored yet and puts the papers on the board; also "try again". */
  bringIn(): Promise<void>;
  /** Brings in the practice set, which is masked already, by the same way. */
  practise(): Promise<void>;
  /** Ends the sending; what is masked is let go. */
  letGo(): void;
  /** Ends the sending; what is masked waits in the outbox. */
  leave(): void;
}

export interface SendingPorts {
  readonly session: BoardSession;
  readonly state: Store<IntakeState>;
  readonly client: IntakeClient;
  readonly gate: Gate;
}

export function createSending({ session, state, client, gate }: SendingPorts): Sending {
  let sending: AbortController | undefined;
  let batch: OpenBatch | undefined;
  const sender = createSender({
    gate,
    burn: (work) =>
      client.run<readonly MaskedTier[] | "mask_failed">((worker) => worker.burnPage(work)),
    upload: (jpeg, signal) =>
      uploadPicture(session.boardId, jpeg, signal, {
        fetch: (...request) => fetch(...request),
        wait: pause,
      }),
  });
  const change = (part: Partial<IntakeState>): void => state.set((last) => ({ ...last, ...part }));

  /** The codes of the key book, which nobody else may get. */
  const ofOthers = (): readonly string[] =>
    state.get().pupils.book.flatMap(({ code }) => code ?? []);

  /**
   * New pupils keep the codes that were made for them, however often the sending is tried and whoever else is
   * named meanwhile: a key book may have been kept with them.
   */
  const made: Pupil[] = [];
  function codeFor(name: string): string {
    const known = pupilNamed(made, name)?.code;
    if (known !== undefined) return known;
    const there = [...session.reader.view().papers.values()].map(({ code }) => pupilOf(code));
    const taken = new Set([...there, ...ofOthers(), ...made.flatMap(({ code }) => code ?? [])]);
    const [code = ""] = makeCodes(1, taken, random);
    made.push({ code, name, group: "" });
    return code;
  }
  const askedCodes = (): readonly AskedCode[] =>
    codesToUse(state.get(), (names) => names.map(codeFor));

  /** The batch of this stack: the one begun before, unless something was masked otherwise since. */
  async function batchOf(papers: ReturnType<typeof papersToSend>): Promise<OpenBatch> {
    const codes = askedCodes();
    if (batch?.isOf(papers, codes)) return batch;
    await batch?.remove();
    batch = undefined;
    return openBatch(papers, codes, {
      board: session.boardId,
      member: session.me.memberId,
      newId: session.newId,
      now: Date.now(),
    });
  }

  async function send(signal: AbortSignal): Promise<void> {
    const papers = papersToSend(state.get());
    const pages = papers.flat();
    const of = pages.length;
    const open = await batchOf(papers);
    if (signal.aborted) return open.remove();
    batch = open;
    const asked = open.batch.papers.map(({ code = "" }) => code);
    let stored = 0;
    const onStored = (count: number): void => {
      stored = count;
      if (!signal.aborted) change({ sending: { is: "going", stored, of, codes: asked } });
    };
    const sent = await sender.send(pages, signal, onStored, open.shelf);
    if (signal.aborted) return;
    if (!sent.ok) {
      const waits = sent.code !== "mask_failed" && open.isKept();
      const { code } = sent;
      return change({ sending: { is: "stopped", stored, of, code, waits, codes: asked } });
    }
    layPapers(
      session,
      open.batch.papers.map((paper, i) => ({
        ...paper,
        pages: paper.pages.map((page, j) => ({
          id: page,
          tiers: sent.tiers.get(papers[i]?.[j]?.key ?? -1) ?? [],
        })),
      })),
      ofOthers(),
    );
    const { papers: there, meta } = session.reader.view();
    const task = { ...meta.task, ...state.get().task };
    session.act((origin) => describeTask(session.doc, task, origin));
    const codes = open.batch.papers.map(({ id }) => there.get(id)?.code ?? "");
    batch = undefined;
    await open.remove();
    change({ sending: { is: "done", codes } });
  }

  /** Runs `work` as the one sending at a time; what breaks it, unless it was stopped, is shown as `code`. */
  async function sendWith(
    code: ErrorCode,
    work: (signal: AbortSignal) => Promise<void>,
  ): Promise<void> {
    if (sending) return;
    const own = new AbortController();
    sending = own;
    change({ step: "send", sending: { is: "going", stored: 0, of: 0, codes: [] } });
    try {
      await work(own.signal);
    } catch {
      if (!own.signal.aborted)
        change({ sending: { is: "stopped", stored: 0, of: 0, code, waits: false, codes: [] } });
    } finally {
      if (sending === own) sending = undefined;
    }
  }

  function stop(): OpenBatch | undefined {
    sending?.abort();
    sending = undefined;
    const open = batch;
    batch = undefined;
    return open;
  }

  return {
    bringIn: () => sendWith("internal", send),
    practise: () =>
      sendWith("unreachable", async (signal) => {
        if (state.get().pages.length === 0) change({ pages: await practicePages(signal) });
        await send(signal);
      }),
    letGo() {
      void stop()?.remove();
    },
    leave() {
      stop()?.leave();
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
