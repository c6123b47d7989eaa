/** Everybody in the team, with the way out for a colleague and for oneself. */
import { useState } from "react";
import type { MemberSummary, TeamAnswer } from "../../../shared/protocol/api.ts";
import { personColour } from "../../sync/person-colour.ts";
import { Button } from "../../ui/button.tsx";
import { Confirm } from "../../ui/confirm.tsx";
import { PersonMark } from "../../ui/person-mark.tsx";
import { toast } from "../../ui/toast.tsx";
import { sharing } from "../../words/en/sharing.ts";
import { removeMember } from "../api.ts";
import { toldUnlessDone } from "../told.ts";
import styles from "./sharing.module.css";

const say = sharing;

export interface MemberListProps {
  readonly team: Pick<TeamAnswer, "teamId" | "teamName" | "me" | "members">;
  readonly onRemoved: () => void;
  /** This person is not in the team any more. */
  readonly onLeft: () => void;
}

export function MemberList({ team, onRemoved, onLeft }: MemberListProps) {
  const [leaving, setLeaving] = useState<MemberSummary | undefined>();
  const isMe = ({ memberId }: MemberSummary): boolean => memberId === team.me.memberId;

  async function remove(member: MemberSummary): Promise<void> {
    setLeaving(undefined);
    if (!toldUnlessDone(await removeMember(team.teamId, member.memberId))) return;
    if (isMe(member)) return onLeft();
    toast({ title: say.removed(member.name) });
    onRemoved();
  }

  return (
    <>
      <ul className={styles["people"]}>
        {team.members.map((member) => (
          <li key={member.memberId} className={styles["person"]}>
            <PersonMark name={member.name} colour={personColour(member.memberId)} />
            <span className={styles["name"]}>
              {isMe(member) ? say.you(member.name) : member.name}
            </span>
            <Button
              size="small"
              variant="quiet"
              aria-label={isMe(member) ? say.leave : say.removeWhom(member.name)}
              onClick={() => setLeaving(member)}
            >
              {isMe(member) ? say.leave : say.remove}
            </Button>
          </li>
        ))}
      </ul>
      {leaving && (
        <Confirm
          title={isMe(leaving) ? say.leaveTitle(team.teamName) : say.removeTitle(leaving.name)}
          text={isMe(leaving) ? say.leaveText : say.removeText(leaving.name)}
          no={isMe(leaving) ? say.leaveNot : say.removeNot}
          yes={isMe(leaving) ? say.leave : say.remove}
          onNo={() => setLeaving(undefined)}
          onYes={() => void remove(leaving)}
        />
      )}
    </>
  );
}
