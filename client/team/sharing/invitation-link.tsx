/** The link that brings colleagues into the team, and a new one in its place. */
import { useState } from "react";
import type { TeamId } from "../../../shared/base/ids.ts";
import { Button } from "../../ui/button.tsx";
import { Confirm } from "../../ui/confirm.tsx";
import { CopyField } from "../../ui/copy-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { sharing } from "../../words/en/sharing.ts";
import { words } from "../../words/words.ts";
import { renewInvitation } from "../api.ts";
import { invitationLink } from "../paths.ts";
import { toldUnlessDone } from "../told.ts";
import styles from "./sharing.module.css";

const say = sharing;

export function InvitationLink(props: {
  readonly teamId: TeamId;
  /** The invitation's token; "" until it is known. */
  readonly invite: string;
  readonly onRenewed: () => void;
}) {
  const { teamId, invite, onRenewed } = props;
  const [isAsking, setAsking] = useState(false);

  async function renew(): Promise<void> {
    setAsking(false);
    if (!toldUnlessDone(await renewInvitation(teamId))) return;
    onRenewed();
    toast({ title: say.newLinkMade, kind: "good" });
  }

  return (
    <div className={styles["part"]}>
      <CopyField label={words.board.inviteLink} value={invite && invitationLink(invite)} />
      <p className={styles["hint"]}>{say.linkAbout}</p>
      <div>
        <Button size="small" onClick={() => setAsking(true)}>
          {say.newLink}
        </Button>
      </div>
      {isAsking && (
        <Confirm
          title={say.newLinkTitle}
          text={say.newLinkText}
          no={say.newLinkNot}
          yes={say.newLinkDo}
          onNo={() => setAsking(false)}
          onYes={() => void renew()}
        />
      )}
    </div>
  );
}
