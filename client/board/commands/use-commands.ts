/** Commands for React: the port they act through, and the situation they are offered in, kept current. */
import { createContext, use, useSyncExternalStore } from "react";
import { invariant } from "../../../shared/base/assert.ts";
import type { BoardAnswer } from "../../../shared/protocol/api.ts";
import type { BoardSession } from "../../sync/board-session.ts";
import type { BoardHands } from "../board-context.ts";
import type { TableActs } from "../table-acts.ts";
import { type CommandPort, type Situation, situationOf } from "./command.ts";

export const CommandsContext = createContext<CommandPort | undefined>(undefined);

export function createCommandPort(
  board: BoardAnswer,
  session: BoardSession,
  hands: BoardHands,
  acts: TableActs,
): CommandPort {
  let last: Situation | undefined;
  return {
    ...hands,
    board,
    session,
    acts,
    situation() {
      const view = session.reader.view();
      const state = hands.state.get();
      const mayWrite = session.mayWrite();
      if (last?.view === view && last.state === state && last.mayWrite === mayWrite) return last;
      last = situationOf(view, state, { mayWrite, isMember: board.role === "member" });
      return last;
    },
    subscribe(listener) {
      const stops = [
        session.reader.subscribe(listener),
        session.status.subscribe(listener),
        hands.state.subscribe(listener),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}

export function useCommandPort(): CommandPort {
  const port = use(CommandsContext);
  invariant(port, "commands are run inside a board's frame");
  return port;
}

/** Re-renders with every change of the board or of what is in hand: for what is small or seldom there. */
export function useSituation(): Situation {
  const port = useCommandPort();
  return useSyncExternalStore(port.subscribe, port.situation);
}
