/** The link that brings a colleague into the team, and the one that opens this board. */
import type { BoardAnswer } from "../../../shared/protocol/api.ts";
import { me } from "../../team/api.ts";
import { boardPath, invitationLink } from "../../team/paths.ts";
import { useAnswer } from "../../team/use-answer.ts";
import { CopyField } from "../../ui/copy-field.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { words } from "../../words/words.ts";
import styles from "./invite-dialog.module.css";

export function InviteDialog(props: { readonly board: BoardAnswer; readonly onClose: () => void }) {
  const { board, onClose } = props;
  const { answer } = useAnswer("me", me);
  const say = words.board;
  const team = answer?.ok
    ? answer.value.teams.find(({ teamId }) => teamId === board.teamId)
    : undefined;
  const failed = answer && !team;
  return (
    <Dialog open onClose={onClose} title={say.inviteTitle} description={say.inviteAbout}>
      <div className={styles["links"]}>
        {failed ? (
          <p>{answer.ok ? say.inviteFailed : words.refusals[answer.code]}</p>
        ) : (
          <CopyField label={say.inviteLink} value={team ? invitationLink(team.invite) : ""} />
        )}
        <div>
          <CopyField
            label={say.boardLink}
            value={`${location.origin}${boardPath(board.boardId)}`}
          />
          <p className={styles["hint"]}>{say.boardLinkAbout}</p>
        </div>
      </div>
    </Dialog>
  );
}
