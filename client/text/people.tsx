/** The people an @ being typed may mean. */
import { type RefObject, useState } from "react";
import type { MemberSummary } from "../../shared/protocol/api.ts";
import { useLane } from "../sync/use-board.tsx";
import { useStore } from "../ui/store.ts";
import { writing as say } from "../words/en/writing.ts";
import { Choice } from "./choice.tsx";
import type { Writing } from "./writing.ts";

const most = 6;

function meant(members: readonly MemberSummary[], asked: string): readonly MemberSummary[] {
  const wanted = asked.toLocaleLowerCase();
  return members
    .filter(({ name }) => {
      const said = name.toLocaleLowerCase();
      return said.startsWith(wanted) || said.split(/\s+/).some((part) => part.startsWith(wanted));
    })
    .slice(0, most);
}

export function People(props: {
  readonly writing: Writing;
  readonly field: RefObject<HTMLElement | null>;
}) {
  const { writing, field } = props;
  const { members } = useLane();
  const asked = useStore(writing.state, (state) => state.asked);
  const [closed, setClosed] = useState<string | undefined>(undefined);
  if (closed !== undefined && (asked === undefined || !asked.startsWith(closed)))
    setClosed(undefined);
  if (asked === undefined || closed !== undefined) return null;
  const people = meant(members, asked);
  if (people.length === 0) return null;
  return (
    <Choice
      key={asked}
      writing={writing}
      field={field}
      label={say.people}
      options={people.map(({ memberId, name }) => ({
        key: memberId,
        shown: name,
        choose: () => writing.mention(memberId, name),
      }))}
      onClose={() => setClosed(asked)}
    />
  );
}
