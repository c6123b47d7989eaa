/**
 * The open lane and the open board for React: providers and narrow hooks, each re-rendering on its own
 * part only. What words, carets and the saved mark need they ask of the lane, so they stand on any.
 */
import { createContext, type ReactNode, use, useSyncExternalStore } from "react";
import { invariant } from "../../shared/base/assert.ts";
import type { BoardView } from "../../shared/board/reader.ts";
import type { ErrorCode } from "../../shared/protocol/errors.ts";
import type { BoardSession } from "./board-session.ts";
import type { HistoryState } from "./history.ts";
import type { LaneSession } from "./lane-connection.ts";
import type { Other } from "./presence.ts";
import type { SavedMark } from "./saved-state.ts";

const LaneContext = createContext<LaneSession | undefined>(undefined);
const SessionContext = createContext<BoardSession | undefined>(undefined);

export function LaneProvider(props: {
  readonly session: LaneSession;
  readonly children: ReactNode;
}) {
  return <LaneContext value={props.session}>{props.children}</LaneContext>;
}

export function BoardProvider(props: {
  readonly session: BoardSession;
  readonly children: ReactNode;
}) {
  return (
    <LaneProvider session={props.session}>
      <SessionContext value={props.session}>{props.children}</SessionContext>
    </LaneProvider>
  );
}

export function useLane(): LaneSession {
  const session = use(LaneContext);
  invariant(session, "useLane is called inside a LaneProvider");
  return session;
}

export function useSession(): BoardSession {
  const session = use(SessionContext);
  invariant(session, "useSession is called inside a BoardProvider");
  return session;
}

/** Part of the board's view. `select` must return something that keeps its identity while unchanged. */
export function useBoard<T>(select: (view: BoardView) => T): T {
  return useViewOf(useSession(), select);
}

/** The same of a board that is open beside the one this view stands on. */
export function useViewOf<T>(
  { reader }: Pick<BoardSession, "reader">,
  select: (view: BoardView) => T,
): T {
  return useSyncExternalStore(reader.subscribe, () => select(reader.view()));
}

export function useStatus(): SavedMark {
  const { status } = useLane();
  return useSyncExternalStore(status.subscribe, status.state);
}

export function useRefusal(): ErrorCode | undefined {
  const { status } = useLane();
  return useSyncExternalStore(status.subscribe, status.reason);
}

/** Whether this browser holds edits that are not on the server's disk. */
export function useUnsaved(): boolean {
  const { status } = useLane();
  return useSyncExternalStore(status.subscribe, status.unsaved);
}

/** Whether anything may be changed here now: nothing may by guests, nor once nothing is saved any more. */
export function useMayWrite(): boolean {
  const session = useLane();
  return useSyncExternalStore(session.status.subscribe, session.mayWrite);
}

export function useHistory(): HistoryState {
  const { history } = useLane();
  return useSyncExternalStore(history.subscribe, history.state);
}

export function useOthers(): readonly Other[] {
  const { presence } = useLane();
  return useSyncExternalStore(presence.subscribe, presence.others);
}
