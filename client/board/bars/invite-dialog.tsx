/** Whom to let in: colleagues into the team and onto this board, guests onto this board alone. */
import { useState } from "react";
import type { BoardAnswer } from "../../../shared/protocol/api.ts";
import { teamOf } from "../../team/api.ts";
import { boardPath } from "../../team/paths.ts";
import { GuestLinks } from "../../team/sharing/guest-links.tsx";
import { InvitationLink } from "../../team/sharing/invitation-link.tsx";
import { MemberList } from "../../team/sharing/member-list.tsx";
import { useAnswer } from "../../team/use-answer.ts";
import { CopyField } from "../../ui/copy-field.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { sharing } from "../../words/en/sharing.ts";
import { words } from "../../words/words.ts";
import styles from "./invite-dialog.module.css";

const say = sharing;
const parts = [
  { value: "colleagues", label: say.colleagues },
  { value: "guests", label: say.guests },
] as const;

export interface InviteDialogProps {
  readonly board: BoardAnswer;
  readonly onClose: () => void;
}

export function InviteDialog({ board, onClose }: InviteDialogProps) {
  const [part, setPart] = useState<"colleagues" | "guests">("colleagues");
  return (
    <Dialog open onClose={onClose} title={say.title}>
      <div className={styles["parts"]}>
        <Segmented label={say.parts} hideLabel value={part} options={parts} onChange={setPart} />
        {part === "colleagues" ? (
          <Colleagues board={board} />
        ) : (
          <GuestLinks boardId={board.boardId} />
        )}
      </div>
    </Dialog>
  );
}

function Colleagues({ board }: { readonly board: BoardAnswer }) {
  const { answer, again } = useAnswer(board.teamId, () => teamOf(board.teamId));
  if (answer && !answer.ok) return <p role="alert">{words.refusals[answer.code]}</p>;
  return (
    <>
      <InvitationLink teamId={board.teamId} invite={answer?.value.invite ?? ""} onRenewed={again} />
      <div>
        <CopyField label={say.boardLink} value={`${location.origin}${boardPath(board.boardId)}`} />
        <p className={styles["hint"]}>{say.boardLinkAbout}</p>
      </div>
      <section aria-labelledby="members">
        <h3 id="members" className={styles["heading"]}>
          {say.members}
        </h3>
        {answer && (
          <MemberList team={answer.value} onRemoved={again} onLeft={() => location.assign("/")} />
        )}
      </section>
    </>
  );
}
