/**
 * The computer's end of a phone line: opens it, fetches what the phone sent, opens that with the key and
 * hands it on as files, as if somebody had dropped them. Tells the phone only then that it has them.
 *
 * A picture that was fetched before the line dropped is not handed on twice.
 * test/unit/phone-line.test.ts holds it to its promises.
 */
import type { BoardId } from "../../../shared/base/ids.ts";
import type { OpenPhoneLineAnswer, PhoneLineAnswer } from "../../../shared/protocol/api.ts";
import type { ErrorCode } from "../../../shared/protocol/errors.ts";
import { createStore, type Store } from "../../ui/store.ts";
import { type Key, newKey, unseal } from "./sealed.ts";
import { ask, type LinePorts, mayPass, pauseMs } from "./wire.ts";

export type PhoneLineState =
  | { readonly is: "opening" }
  /** `code` is what stands behind the # of the phone's link. */
  | {
      readonly is: "open";
      readonly code: string;
      readonly until: number;
      readonly isJoined: boolean;
      readonly received: number;
      readonly unreadable: number;
      /** The line is down at the moment. */
      readonly isDown: boolean;
    }
  | { readonly is: "ended"; readonly why: ErrorCode; readonly received: number };

export interface ComputersLine {
  readonly state: Store<PhoneLineState>;
  /** Hangs up: the phone can send nothing any more. */
  close(): void;
}

export function openPhoneLine(
  board: BoardId,
  take: (picture: ArrayBuffer) => void,
  ports: LinePorts,
): ComputersLine {
  const state = createStore<PhoneLineState>({ is: "opening" });
  const stop = new AbortController();
  const { signal } = stop;
  const lines = `/api/boards/${board}/phones`;
  let line: string | undefined;
  let received = 0;
  /** Handed on; the phone may not have been told yet. */
  const taken = new Set<string>();

  const endWith = (why: ErrorCode): void => state.set({ is: "ended", why, received });
  function change(part: Partial<Extract<PhoneLineState, { is: "open" }>>): void {
    state.set((last) => (last.is === "open" ? { ...last, ...part } : last));
  }

  /** False when the line dropped on the way. */
  async function fetchPicture(key: Key, id: string): Promise<boolean> {
    const path = `${line}/pictures/${id}`;
    let as = "received";
    if (!taken.has(id)) {
      const asked = await ask(ports, path, {}, signal);
      if (!asked.ok) return asked.code === "not_found";
      const bytes = await asked.response.arrayBuffer().catch(() => undefined);
      if (!bytes) return false;
      const picture = await unseal(key, id, new Uint8Array(bytes));
      signal.throwIfAborted();
      if (picture) {
        taken.add(id);
        received++;
        take(picture);
        change({ received });
      } else {
        as = "unreadable";
        state.set((last) =>
          last.is === "open" ? { ...last, unreadable: last.unreadable + 1 } : last,
        );
      }
    }
    const told = await ask(ports, `${path}?as=${as}`, { method: "DELETE" }, signal);
    return told.ok || told.code === "not_found";
  }

  async function listen(key: Key): Promise<void> {
    let since = 0;
    for (let tries = 0; ; ) {
      const asked = await ask(ports, `${line}?since=${since}`, {}, signal);
      let isUp = asked.ok;
      if (!asked.ok && !mayPass(asked.code)) return endWith(asked.code);
      if (asked.ok) {
        const { version, isJoined, waiting } = (await asked.response.json()) as PhoneLineAnswer;
        since = version;
        change({ isJoined, isDown: false });
        for (const id of waiting) {
          isUp = await fetchPicture(key, id);
          if (!isUp) break;
        }
      }
      if (isUp) {
        tries = 0;
        continue;
      }
      // What was not fetched is asked for again.
      since = 0;
      change({ isDown: true });
      await ports.wait(pauseMs(tries++), signal);
    }
  }

  async function run(): Promise<void> {
    const { key, written } = await newKey();
    const asked = await ask(ports, lines, { method: "POST" }, signal);
    if (!asked.ok) return endWith(asked.code);
    const { lineId, token, until } = (await asked.response.json()) as OpenPhoneLineAnswer;
    line = `${lines}/${lineId}`;
    // Closed while it was being opened.
    if (signal.aborted) return hangUp();
    const fresh = { isJoined: false, received: 0, unreadable: 0, isDown: false };
    state.set({ is: "open", code: `${token}.${written}`, until, ...fresh });
    await listen(key);
  }

  function hangUp(): void {
    if (line) void ports.fetch(line, { method: "DELETE", keepalive: true }).catch(() => {});
  }

  run().catch(() => {
    if (!signal.aborted) endWith("unreachable");
  });
  return {
    state,
    close() {
      stop.abort();
      hangUp();
    },
  };
}

export const browserPorts: LinePorts = {
  fetch: (...request) => fetch(...request),
  wait: (ms, signal) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(resolve, ms);
      signal.addEventListener(
        "abort",
        () => {
          clearTimeout(timer);
          reject(signal.reason as Error);
        },
        { once: true },
      );
    }),
};
