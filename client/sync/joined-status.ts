/**
 * How saving goes on two lanes that people take for one: a board and the talk about it. Says of both only
 * what is true of each. test/unit/sync/joined-status.test.ts holds it to that.
 */
import type { SavedMark } from "./saved-state.ts";
import type { Status } from "./status.ts";

/** From what must not be overlooked to what holds only where it holds of both. */
const inOrder: readonly SavedMark[] = ["refused", "offline", "connecting", "saving"];

export function joinStatus(first: Status, second: Status): Status {
  const isAny = (holds: (status: Status) => boolean): boolean => holds(first) || holds(second);
  return {
    state: () => inOrder.find((mark) => isAny((one) => one.state() === mark)) ?? "saved",
    reason: () => first.reason() ?? second.reason(),
    isOver: () => isAny((one) => one.isOver()),
    unsaved: () => isAny((one) => one.unsaved()),
    subscribe(listener) {
      const stops = [first.subscribe(listener), second.subscribe(listener)];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}
