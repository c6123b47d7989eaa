/**
 * Bringing everyone along: one asks over awareness, and each page decides for its own person whether to
 * go, to ask, or to stay. Nothing of it is stored.
 */
import type { MemberId } from "../../../shared/base/ids.ts";
import type { Other, Presence } from "../../sync/presence.ts";
import type { TableState } from "../table-state.ts";

/** How long a call is to be heard: whoever comes to the board later is not called. */
const heardMs = 8_000;
/** How long there is to say no before the view goes along. */
export const declineSeconds = 5;

export interface Call {
  /** The same call has the same key, however often it is heard. */
  readonly key: string;
  readonly memberId: MemberId;
  readonly name: string;
}

let ending: ReturnType<typeof setTimeout> | undefined;

export function callEveryone(presence: Presence, nowMs: number): void {
  clearTimeout(ending);
  presence.set({ call: nowMs });
  ending = setTimeout(() => presence.set({ call: undefined }), heardMs);
}

/** The latest call of a member; guests call nobody. */
export function latestCall(others: readonly Other[]): Call | undefined {
  const calls = others.filter(({ call, role }) => call !== undefined && role === undefined);
  const [last] = calls.toSorted((a, b) => (b.call ?? 0) - (a.call ?? 0));
  return last && { key: `${last.key} ${last.call}`, memberId: last.memberId, name: last.name };
}

/** Whether a person could be taken along now: somebody who writes, reads or drags is only asked. */
export function isFree(state: TableState, isWriting: boolean): boolean {
  return (
    state.look === "table" &&
    state.reading === undefined &&
    state.comparing === undefined &&
    state.dialog === undefined &&
    state.writing === undefined &&
    state.composing === undefined &&
    state.menu === undefined &&
    !state.isBusy &&
    !isWriting
  );
}
