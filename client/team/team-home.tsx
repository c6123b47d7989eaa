/** A team's home: its boards, the way to a new one, and the way for colleagues to come in. */
import { Bookmark, NotebookPen, Plus } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Link, useLocation } from "wouter";
import type { TeamId } from "../../shared/base/ids.ts";
import type { BoardSummary, TeamAnswer } from "../../shared/protocol/api.ts";
import { Button, buttonLook } from "../ui/button.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { toast } from "../ui/toast.tsx";
import { arriving } from "../words/en/arriving.ts";
import { words } from "../words/words.ts";
import { boardsOf, teamOf } from "./api.ts";
import { BoardList } from "./board-list.tsx";
import { Frame } from "./frame.tsx";
import { NewBoardDialog } from "./new-board-dialog.tsx";
import { boardPath, notebookPath, threadsPath } from "./paths.ts";
import { makePracticeBoard } from "./practice.ts";
import { InvitationLink } from "./sharing/invitation-link.tsx";
import { MemberList } from "./sharing/member-list.tsx";
import styles from "./team-home.module.css";
import { TeamMenu } from "./team-menu.tsx";
import { Loading, Trouble } from "./trouble.tsx";
import { useAgainWhenSeen, useAnswer } from "./use-answer.ts";

const say = arriving.home;

export function TeamHome({ teamId }: { readonly teamId: TeamId }) {
  const team = useAnswer(teamId, () => teamOf(teamId));
  const boards = useAnswer(teamId, () => boardsOf(teamId));
  useAgainWhenSeen(() => {
    team.again();
    boards.again();
  });
  if (!team.answer || !boards.answer) return <Loading />;
  if (!team.answer.ok) return <Trouble code={team.answer.code} again={team.again} />;
  if (!boards.answer.ok) return <Trouble code={boards.answer.code} again={boards.again} />;
  return <Home team={team.answer.value} boards={boards.answer.value.boards} again={team.again} />;
}

function Home(props: {
  readonly team: TeamAnswer;
  readonly boards: readonly BoardSummary[];
  readonly again: () => void;
}) {
  const { team, boards } = props;
  const [, goTo] = useLocation();
  const [isNaming, setNaming] = useState(false);
  const [isBusy, setBusy] = useState(false);

  async function onPractice(): Promise<void> {
    setBusy(true);
    const way = await makePracticeBoard(team.teamId);
    if (way.ok) return goTo(way.value);
    setBusy(false);
    toast({ title: words.team.trouble, detail: words.refusals[way.code], kind: "problem" });
  }

  const ways = (
    <div className={styles["ways"]}>
      <Button onClick={() => void onPractice()} disabled={isBusy}>
        {say.practice}
      </Button>
      <Button variant="primary" icon={Plus} onClick={() => setNaming(true)}>
        {say.newBoard}
      </Button>
    </div>
  );

  return (
    <Frame bar={<TeamMenu teamId={team.teamId} />}>
      <header className={styles["head"]}>
        <PageHeading>{team.teamName}</PageHeading>
        <div className={styles["ways"]}>
          <Link href={threadsPath(team.teamId)} className={buttonLook()}>
            <Bookmark size={18} strokeWidth={1.9} aria-hidden />
            {words.commands.threads}
          </Link>
          <Link href={notebookPath(team.teamId)} className={buttonLook()}>
            <NotebookPen size={18} strokeWidth={1.9} aria-hidden />
            {words.commands.notebook}
          </Link>
        </div>
      </header>
      <div className={styles["columns"]}>
        <section aria-labelledby="boards">
          <header className={styles["head"]}>
            <h2 id="boards" className={styles["heading"]}>
              {say.boards}
            </h2>
            {boards.length > 0 && ways}
          </header>
          {boards.length > 0 ? <BoardList boards={boards} /> : <ClearTable ways={ways} />}
        </section>
        <aside className={styles["aside"]} aria-label={say.bringIn}>
          <section className={styles["card"]}>
            <h2 className={styles["heading"]}>{say.bringIn}</h2>
            <InvitationLink teamId={team.teamId} invite={team.invite} onRenewed={props.again} />
          </section>
          <section className={styles["card"]}>
            <h2 className={styles["heading"]}>{say.people}</h2>
            <MemberList team={team} onRemoved={props.again} onLeft={() => goTo("/")} />
          </section>
        </aside>
      </div>
      <NewBoardDialog
        open={isNaming}
        teamId={team.teamId}
        onClose={() => setNaming(false)}
        onMade={(boardId) => goTo(boardPath(boardId))}
      />
    </Frame>
  );
}

function ClearTable({ ways }: { readonly ways: ReactNode }) {
  return (
    <div className={styles["clear"]}>
      <h3 className={styles["heading"]}>{say.emptyHeading}</h3>
      <p>{say.emptyText}</p>
      {ways}
    </div>
  );
}
