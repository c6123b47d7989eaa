/** What every part of the board's frame reaches for: the state in hand and, once it stands, the table. */
import { createContext, use } from "react";
import { invariant } from "../../shared/base/assert.ts";
import type { TalkHands } from "../talk/talk-hands.ts";
import type { Store } from "../ui/store.ts";
import type { Table } from "./table/table.ts";
import type { TableStore } from "./table-state.ts";

export interface BoardHands {
  readonly state: TableStore;
  /** Undefined until the table's element is there. */
  readonly table: Store<Table | undefined>;
  readonly talk: TalkHands;
}

export const HandsContext = createContext<BoardHands | undefined>(undefined);

export function useHands(): BoardHands {
  const hands = use(HandsContext);
  invariant(hands, "the board's parts stand inside its frame");
  return hands;
}
