/** Who is here: a round mark each, with all names behind a press. No counts of what anybody did. */
import { useRef, useSyncExternalStore } from "react";
import type { GuestRole } from "../../../shared/team/can.ts";
import { personColour } from "../../sync/person-colour.ts";
import type { Other } from "../../sync/presence.ts";
import { useLane } from "../../sync/use-board.tsx";
import { PersonMark } from "../../ui/person-mark.tsx";
import { Tooltip } from "../../ui/tooltip.tsx";
import { VisuallyHidden } from "../../ui/visually-hidden.tsx";
import { words } from "../../words/words.ts";
import styles from "./people-here.module.css";

interface Person {
  readonly memberId: string;
  /** With what a guest is here as. */
  readonly name: string;
  /** The name alone. */
  readonly bare: string;
  readonly colour: number;
}

const shownAtMost = 5;

const withRole = (name: string, role: GuestRole | undefined): string =>
  role === undefined ? name : words.team.visit.guest(name, words.team.roles[role]);

export function PeopleHere() {
  const { me, role } = useLane();
  const others = usePeople();
  const people = [
    {
      memberId: me.memberId,
      name: words.board.you(withRole(me.name, role)),
      bare: me.name,
      colour: personColour(me.memberId),
    },
    ...others,
  ];
  const names = people.map(({ name }) => name).join(", ");
  const hidden = people.length - shownAtMost;
  return (
    <Tooltip label={names} side="bottom">
      <button type="button" className={styles["people"]}>
        <VisuallyHidden>{`${words.board.people(others.length)}: ${names}`}</VisuallyHidden>
        {people.slice(0, shownAtMost).map(({ memberId, bare, colour }) => (
          <span key={memberId} className={styles["person"]}>
            <PersonMark name={bare} colour={colour} size="small" />
          </span>
        ))}
        {hidden > 0 && (
          <span className={styles["more"]} aria-hidden>
            +{hidden}
          </span>
        )}
      </button>
    </Tooltip>
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
