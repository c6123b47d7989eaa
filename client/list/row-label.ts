/** What a row says in one sentence to whoever does not see it: its accessible name. */

import type { MemberId } from "../../shared/base/ids.ts";
import type { MemberSummary } from "../../shared/protocol/api.ts";
import { words } from "../words/words.ts";
import type { Row } from "./tree.ts";

/** Names a member as the row shows it; somebody who left the team is a colleague. */
export type NameMember = (member: MemberId) => string;

export function memberNames(me: MemberSummary, members: readonly MemberSummary[]): NameMember {
  const names = new Map(members.map(({ memberId, name }) => [memberId, name]));
  return (member) =>
    member === me.memberId ? words.list.you : (names.get(member) ?? words.list.someone);
}

export function labelOf(row: Row, nameMember: NameMember): string {
  const { list } = words;
  const parts = ((): readonly (string | false)[] => {
    switch (row.kind) {
      case "session":
        return [row.title || list.untitled, row.question];
      case "pile":
        return [
          row.pile ? words.board.pileName(row.pile) : words.board.unsorted,
          row.pile?.criterion ?? "",
          row.count > 0 ? list.papers(row.count) : list.emptyPile,
          row.digit !== undefined && list.key(row.digit),
        ];
      case "paper":
        return [
          row.code,
          row.pages > 1 && list.pages(row.pages),
          row.marks > 0 && list.marks(row.marks),
          row.strokes > 0 && list.hasInk,
        ];
      case "mark":
        return [
          row.stance ? words.reading.stanceOf[row.stance] : list.markedOnly,
          row.note !== undefined && (row.words || list.noWords),
          list.by(nameMember(row.by)),
          row.pages > 1 && list.onPage(row.pageNumber),
          row.cited > 0 && list.cited(row.cited),
        ];
      case "note":
        return [
          words.reading.stanceOf[row.stance],
          row.words || list.noWords,
          list.by(nameMember(row.by)),
        ];
      case "ink":
        return [list.strokes(row.strokes.length)];
      case "table":
        return [list.onTable, list.things(row.count)];
    }
  })();
  return parts.filter(Boolean).join(", ");
}
