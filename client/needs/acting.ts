/** What an act on the board needs of the session, and no more: so acts run wherever a document is. */
import type { BoardSession } from "../sync/board-session.ts";

export type Acting = Pick<BoardSession, "doc" | "reader" | "act" | "newId" | "me" | "mayWrite">;
