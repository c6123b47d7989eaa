/**
 * What people in the talk are called: members, and those who came since this page was opened, by what they
 * say of themselves while they are here.
 */
import { useSyncExternalStore } from "react";
import type { MemberId } from "../../shared/base/ids.ts";
import { nameOf } from "../sync/name-of.ts";
import { threads as say } from "../words/en/threads.ts";
import { words } from "../words/words.ts";
import { useTalk } from "./talk-hands.ts";

/** `bare`: without what says that it is oneself. */
export type NameOf = (member: MemberId, bare?: boolean) => string;

export function useNames(): NameOf {
  const { session } = useTalk();
  // Whoever comes may be somebody who has written here.
  useSyncExternalStore(session.presence.subscribe, session.presence.others);
  return (member, bare = false) => {
    const name = nameOf(session, member);
    if (!name) return say.someone;
    return member === session.me.memberId && !bare ? say.you(name) : name;
  };
}

/** When something was said, as people read it; "" where nobody knows. */
export const timeOf = (at: number): string => (at > 0 ? words.keeping.clock(new Date(at)) : "");
