/**
 * Who is here: a round mark each; a press on a colleague's follows them, one's own opens the list of all.
 * No counts of what anybody did. Stands on any lane; where there is no table to look at, nobody is followed.
 */
import { UserRoundSearch } from "lucide-react";
import { useRef, useSyncExternalStore } from "react";
import type { MemberId } from "../../../shared/base/ids.ts";
import type { GuestRole } from "../../../shared/team/can.ts";
import { personColour } from "../../sync/person-colour.ts";
import type { Other } from "../../sync/presence.ts";
import { useLane } from "../../sync/use-board.tsx";
import { Menu, type MenuEntry } from "../../ui/menu.tsx";
import { PersonMark } from "../../ui/person-mark.tsx";
import { Tooltip } from "../../ui/tooltip.tsx";
import { VisuallyHidden } from "../../ui/visually-hidden.tsx";
import { words } from "../../words/words.ts";
import styles from "./people-here.module.css";

interface Person {
  readonly memberId: MemberId;
  /** With what a guest is here as. */
  readonly name: string;
  /** The name alone. */
  readonly bare: string;
  readonly colour: number;
}

export interface PeopleHereProps {
  /** Given where somebody can be followed: whom one follows, and choosing that. */
  readonly following?: {
    readonly member: MemberId | undefined;
    readonly follow: (member: MemberId | undefined) => void;
    /** Under the list of people. */
    readonly more: readonly MenuEntry[];
  };
}

const shownAtMost = 5;

const withRole = (name: string, role: GuestRole | undefined): string =>
  role === undefined ? name : words.team.visit.guest(name, words.team.roles[role]);

export function PeopleHere({ following }: PeopleHereProps) {
  const { me, role } = useLane();
  const others = usePeople();
  const own = words.board.you(withRole(me.name, role));
  const names = [own, ...others.map(({ name }) => name)].join(", ");
  const hidden = others.length + 1 - shownAtMost;
  const mark = (
    <>
      <VisuallyHidden>{`${words.board.people(others.length)}: ${names}`}</VisuallyHidden>
      <PersonMark name={me.name} colour={personColour(me.memberId)} size="small" />
    </>
  );
  const more = hidden > 0 && (
    <span className={styles["more"]} aria-hidden>
      +{hidden}
    </span>
  );
  if (!following || others.length === 0) {
    return (
      <Tooltip label={names} side="bottom">
        <button type="button" className={styles["people"]}>
          <span className={styles["person"]}>{mark}</span>
          {others.slice(0, shownAtMost - 1).map(({ memberId, bare, colour }) => (
            <span key={memberId} className={styles["person"]}>
              <PersonMark name={bare} colour={colour} size="small" />
            </span>
          ))}
          {more}
        </button>
      </Tooltip>
    );
  }
  return (
    <div className={styles["people"]}>
      <Menu
        align="end"
        trigger={
          <button type="button" className={styles["person"]} title={names}>
            {mark}
          </button>
        }
        items={[
          ...others.map(({ memberId, name }) => ({
            label: words.together.follow(name),
            icon: UserRoundSearch,
            checked: memberId === following.member,
            onSelect: () => following.follow(memberId === following.member ? undefined : memberId),
          })),
          "separator",
          ...following.more,
        ]}
      />
      {others.slice(0, shownAtMost - 1).map(({ memberId, name, bare, colour }) => {
        const isFollowed = memberId === following.member;
        return (
          <Tooltip key={memberId} label={words.together.follow(name)} side="bottom">
            <button
              type="button"
              className={styles["person"]}
              aria-pressed={isFollowed}
              onClick={() => following.follow(isFollowed ? undefined : memberId)}
            >
              <PersonMark name={bare} colour={colour} size="small" />
              <VisuallyHidden>{words.together.follow(name)}</VisuallyHidden>
            </button>
          </Tooltip>
        );
      })}
      {more}
    </div>
  );
}

/** Everybody else, each once however many tabs they have open; the same list while nobody comes or goes. */
function usePeople(): readonly Person[] {
  const { presence, me } = useLane();
  const last = useRef<{ readonly key: string; readonly people: readonly Person[] }>({
    key: "",
    people: [],
  });
  return useSyncExternalStore(presence.subscribe, () => {
    const byMember = new Map<string, Other>();
    for (const other of presence.others()) {
      if (other.memberId !== me.memberId) byMember.set(other.memberId, other);
    }
    const people = [...byMember.values()].map(({ memberId, name, role, colour }) => ({
      memberId,
      name: withRole(name, role),
      bare: name,
      colour,
    }));
    const key = JSON.stringify(people);
    if (key !== last.current.key) last.current = { key, people };
    return last.current.people;
  });
}
