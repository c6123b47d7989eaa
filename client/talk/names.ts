/**
 * What people in the talk are called: members, and those who came since this page was opened, by what they
 * say of themselves while they are here.
 */
import { useRef, useSyncExternalStore } from "react";
import type { MemberId } from "../../shared/base/ids.ts";
import { threads as say } from "../words/en/threads.ts";
import { words } from "../words/words.ts";
import { useTalk } from "./talk-hands.ts";

/** `bare`: without what says that it is oneself. */
export type NameOf = (member: MemberId, bare?: boolean) => string;

export function useNames(): NameOf {
  const { me, members, presence } = useTalk().session;
  const met = useRef<ReadonlyMap<MemberId, string>>(new Map());
  const known = useSyncExternalStore(presence.subscribe, () => {
    const fresh = presence.others().filter(({ memberId }) => !met.current.has(memberId));
    if (fresh.length > 0) {
      met.current = new Map([
        ...met.current,
        ...fresh.map(({ memberId, name }) => [memberId, name] as const),
      ]);
    }
    return met.current;
  });
  return (member, bare = false) => {
    const name =
      members.find(({ memberId }) => memberId === member)?.name ??
      (member === me.memberId ? me.name : known.get(member));
    if (!name) return say.someone;
    return member === me.memberId && !bare ? say.you(name) : name;
  };
}

/** When something was said, as people read it; "" where nobody knows. */
export const timeOf = (at: number): string => (at > 0 ? words.keeping.clock(new Date(at)) : "");
