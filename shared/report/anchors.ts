/** The names of the places that links in a report lead to. */
import type { NeedId, PageId, PaperId } from "../base/ids.ts";
import type { Anchor } from "./report.ts";

export const anchorOfNeed = (id: NeedId): Anchor => `need.${id}`;
export const anchorOfPaper = (id: PaperId): Anchor => `paper.${id}`;
export const anchorOfPage = (id: PageId): Anchor => `page.${id}`;
