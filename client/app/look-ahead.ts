/**
 * The pages of the address, each a chunk of its own, and what this address will need of them: fetched
 * while the shell is still starting.
 */
import { type BoardId, isId } from "../../shared/base/ids.ts";
import { askAhead } from "../team/ask-ahead.ts";

export const boardScreen = () => import("../board/board-screen.tsx");
export const startScreen = () => import("../team/start-screen.tsx");
export const joinScreen = () => import("../team/join-screen.tsx");
export const phoneScreen = () => import("../papers/phone/phone-screen.tsx");
export const visitScreen = () => import("../team/visit-screen.tsx");

const pages: { readonly [path: string]: () => Promise<unknown> } = {
  "/": startScreen,
  "/start": startScreen,
  "/join": joinScreen,
  "/phone": phoneScreen,
  "/visit": visitScreen,
};

export function lookAhead(path: string): void {
  const boardId = /^\/board\/([^/]+)$/.exec(path)?.[1];
  if (isId(boardId)) askAhead(boardId as BoardId);
  const page = isId(boardId) ? boardScreen : pages[path];
  // One that does not come now is asked for again by the view.
  page?.().catch(() => {});
}
