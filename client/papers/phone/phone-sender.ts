/**
 * The phone's end of a line: pictures in order, sealed and sent one after the other, sent again where the
 * line dropped, and whether the computer has each.
 *
 * Pictures are held in this page's memory alone: not in the phone's gallery, not in the browser's store.
 * test/unit/phone-sender.test.ts holds it to its promises.
 */
import type { JoinPhoneLineAnswer, PhoneAnswer } from "../../../shared/protocol/api.ts";
import type { ErrorCode } from "../../../shared/protocol/errors.ts";
import { limits } from "../../../shared/protocol/limits.ts";
import { createStore, type Store } from "../../ui/store.ts";
import { type Key, readKey, seal } from "./sealed.ts";
import { ask, type LinePorts, mayPass, pauseMs } from "./wire.ts";

export interface PhonePicture {
  readonly id: string;
  readonly file: Blob;
  /** `sent`: the server passes it on. `received`: the computer has it. */
  readonly at: "kept" | "sending" | "sent" | "received" | "failed";
  /** Why it failed. */
  readonly why?: ErrorCode;
}

export interface PhoneState {
  /** `elsewhere`: another phone came first, or the code has ended. */
  readonly line: "joining" | "open" | "ended" | "elsewhere" | "incomplete";
  /** No connection at the moment: it is tried again. */
  readonly isDown: boolean;
  readonly isSending: boolean;
  readonly pictures: readonly PhonePicture[];
}

export interface SenderPorts extends LinePorts {
  readonly newId: () => string;
  /** What is sent of a picture that was taken: smaller, if it may be. */
  readonly prepare: (file: Blob) => Promise<Blob>;
  /** Remembers the phone's secret while its tab is open, so that it may reload. */
  readonly memory: Pick<Storage, "getItem" | "setItem">;
}

export interface PhoneSender {
  readonly state: Store<PhoneState>;
  add(files: readonly Blob[]): void;
  /** Another picture in the place of one that was not sent yet. */
  retake(id: string, file: Blob): void;
  remove(id: string): void;
  move(id: string, by: 1 | -1): void;
  send(): void;
  close(): void;
}

/** `code` is what stands behind the # of the link: `token.key`. */
export function createPhoneSender(code: string, ports: SenderPorts): PhoneSender {
  const state = createStore<PhoneState>({
    line: "joining",
    isDown: false,
    isSending: false,
    pictures: [],
  });
  const stop = new AbortController();
  const { signal } = stop;
  const change = (part: Partial<PhoneState>): void => state.set((last) => ({ ...last, ...part }));
  const changePicture = (id: string, part: Partial<PhonePicture>): void =>
    state.set((last) => ({
      ...last,
      pictures: last.pictures.map((one) => (one.id === id ? { ...one, ...part } : one)),
    }));
  let way: { readonly key: Key; readonly headers: { readonly authorization: string } } | undefined;

  /** Asks until there is an answer that will not pass. */
  async function asked(path: string, init: RequestInit) {
    for (let tries = 0; ; tries++) {
      const answer = await ask(ports, path, init, signal);
      const isOver = answer.ok || !mayPass(answer.code);
      change({ isDown: !isOver && answer.code === "unreachable" });
      if (isOver) return answer;
      await ports.wait(pauseMs(tries), signal);
    }
  }

  async function join(): Promise<void> {
    const [token = "", written = ""] = code.split(".");
    const key = await readKey(written);
    if (!token || !key) return change({ line: "incomplete" });
    const remembered = ports.memory.getItem(memoryOf(token));
    let phone = remembered;
    if (!phone) {
      const body = JSON.stringify({ token });
      const headers = { "content-type": "application/json" };
      const answer = await asked("/api/phone", { method: "POST", headers, body });
      if (!answer.ok) return change({ line: "elsewhere" });
      ({ phone } = (await answer.response.json()) as JoinPhoneLineAnswer);
      ports.memory.setItem(memoryOf(token), phone);
    }
    way = { key, headers: { authorization: `Bearer ${phone}` } };
    change({ line: "open" });
    await listen();
  }

  async function listen(): Promise<void> {
    for (let since = 0; way; ) {
      const answer = await asked(`/api/phone?since=${since}`, { headers: way.headers });
      if (!answer.ok) return change({ line: "ended", isSending: false, isDown: false });
      const { version, received, unreadable } = (await answer.response.json()) as PhoneAnswer;
      since = version;
      const has = new Set(received);
      const lost = new Set(unreadable);
      state.set((last) => ({
        ...last,
        pictures: last.pictures.map((one): PhonePicture => {
          if (has.has(one.id)) return one.at === "received" ? one : { ...one, at: "received" };
          return lost.has(one.id) ? { ...one, at: "failed", why: "file_damaged" } : one;
        }),
      }));
    }
  }

  async function sendOne({ id, file }: PhonePicture, at: NonNullable<typeof way>): Promise<void> {
    changePicture(id, { at: "sending" });
    const picture = await ports.prepare(file);
    const body = await seal(at.key, id, await picture.arrayBuffer());
    if (body.byteLength > limits.phonePictureBytes) {
      return changePicture(id, { at: "failed", why: "too_large" });
    }
    const headers = { ...at.headers, "content-type": "application/octet-stream" };
    const answer = await asked(`/api/phone/pictures/${id}`, { method: "PUT", headers, body });
    const isNews = state.get().pictures.find((one) => one.id === id)?.at === "sending";
    if (answer.ok) {
      if (isNews) changePicture(id, { at: "sent" });
      return;
    }
    changePicture(id, { at: "kept" });
    if (answer.code === "access_ended") change({ line: "ended" });
    else changePicture(id, { at: "failed", why: answer.code });
  }

  async function sendAll(at: NonNullable<typeof way>): Promise<void> {
    change({ isSending: true });
    for (;;) {
      const { pictures, line } = state.get();
      const next = pictures.find((one) => one.at === "kept");
      if (!next || line !== "open") break;
      await sendOne(next, at);
    }
    change({ isSending: false });
  }

  join().catch(() => {
    if (!signal.aborted) change({ line: "ended" });
  });

  return {
    state,
    add: (files) =>
      state.set((last) => ({
        ...last,
        pictures: [
          ...last.pictures,
          ...files.map((file): PhonePicture => ({ id: ports.newId(), file, at: "kept" })),
        ],
      })),
    // Under an id of its own: the server may know the old one.
    retake: (id, file) => changePicture(id, { id: ports.newId(), file, at: "kept" }),
    remove: (id) =>
      state.set((last) => ({ ...last, pictures: last.pictures.filter((one) => one.id !== id) })),
    move: (id, by) => state.set((last) => ({ ...last, pictures: moved(last.pictures, id, by) })),
    send() {
      if (!way || state.get().isSending) return;
      sendAll(way).catch(() => {
        if (!signal.aborted) change({ isSending: false });
      });
    },
    close: () => stop.abort(),
  };
}

const memoryOf = (token: string): string => `noticeboard phone ${token.slice(0, 8)}`;

/** Only among those that were not sent: what was is on its way in the order it went. */
function moved(pictures: readonly PhonePicture[], id: string, by: 1 | -1): readonly PhonePicture[] {
  const from = pictures.findIndex((one) => one.id === id);
  const [one, other] = [pictures[from], pictures[from + by]];
  if (one?.at !== "kept" || other?.at !== "kept") return pictures;
  return pictures.with(from, other).with(from + by, one);
}
