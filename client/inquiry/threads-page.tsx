/**
 * The team's concept threads: one idea over units and grades, its anchors side by side, grade by grade.
 *
 * Asks the server for the team and opens its lane; only the boards of the thread that is looked at are opened.
 */
import { Bookmark, Pencil } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import { Link } from "wouter";
import * as Y from "yjs";
import type { TeamId } from "../../shared/base/ids.ts";
import {
  anchorLimits,
  anchorsRoot,
  readThreads,
  renameThread,
  sameWords,
  type Thread,
} from "../../shared/inquiry/anchors.ts";
import type { TeamAnswer } from "../../shared/protocol/api.ts";
import { RefusedNote } from "../board/bars/refused-note.tsx";
import { LeftoverNote } from "../board/keeping/leftover-note.tsx";
import { openTeamLane, useReadOf } from "../sync/team-lane.ts";
import { LaneProvider, useLane, useMayWrite } from "../sync/use-board.tsx";
import { useOpening } from "../sync/use-opening.ts";
import { teamOf } from "../team/api.ts";
import { Frame } from "../team/frame.tsx";
import { useOtherBoards } from "../team/other-boards.ts";
import { teamPath } from "../team/paths.ts";
import { TeamMenu } from "../team/team-menu.tsx";
import { Loading, Trouble } from "../team/trouble.tsx";
import { useAnswer } from "../team/use-answer.ts";
import { WhileAllowed } from "../team/while-allowed.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { TextField } from "../ui/text-field.tsx";
import { anchors as say } from "../words/en/anchors.ts";
import { inquiry } from "../words/en/inquiry.ts";
import { AnchorCard } from "./anchor-card.tsx";
import { LaneStanding } from "./lane-standing.tsx";
import { threadsFile } from "./threads-file.ts";
import styles from "./threads-page.module.css";

export function ThreadsPage({ teamId }: { readonly teamId: TeamId }) {
  const { answer, again } = useAnswer(teamId, () => teamOf(teamId));
  if (!answer) return <Loading />;
  if (!answer.ok) return <Trouble code={answer.code} again={again} />;
  return <OpenThreads team={answer.value} />;
}

function OpenThreads({ team }: { readonly team: TeamAnswer }) {
  const opening = useOpening(
    useCallback(() => openTeamLane(team, { doc: new Y.Doc(), roots: [anchorsRoot] }), [team]),
  );
  if (opening?.isLoaded) {
    return (
      <LaneProvider session={opening.session}>
        <WhileAllowed>
          <Threads team={team} />
        </WhileAllowed>
      </LaneProvider>
    );
  }
  if (opening?.refusal) return <Trouble code={opening.refusal} again={() => location.reload()} />;
  return <Loading />;
}

/** Which thread the address names. */
const named = (): string => {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return "";
  }
};

function Threads({ team }: { readonly team: TeamAnswer }) {
  const session = useLane();
  const threads = useReadOf(session.doc, readThreads);
  const [chosen, setChosen] = useState(named);
  const thread = threads.find(({ key }) => key === chosen) ?? threads[0];
  useEffect(() => {
    const follow = (): void => setChosen(named());
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);

  return (
    <Frame bar={<TeamMenu teamId={team.teamId} />}>
      <RefusedNote fileOf={threadsFile} />
      <LeftoverNote found={session.leftovers} fileOf={threadsFile} />
      <Link href={teamPath(team.teamId)} className={styles["back"]}>
        {inquiry.toTeam(team.teamName)}
      </Link>
      <PageHeading page={say.page(team.teamName)}>{say.title}</PageHeading>
      <p className={styles["lead"]}>{say.lead}</p>
      <LaneStanding className={styles["standing"]} />
      {thread ? (
        <div className={styles["columns"]}>
          <ConceptList threads={threads} chosen={thread.key} />
          <OneThread key={thread.key} thread={thread} threads={threads} onMoved={setChosen} />
        </div>
      ) : (
        <section className={styles["none"]}>
          <h2 className={styles["heading"]}>{say.none}</h2>
          <p>{say.noneText}</p>
        </section>
      )}
    </Frame>
  );
}

const countOf = ({ grades }: Thread): number =>
  grades.reduce((sum, { anchors }) => sum + anchors.length, 0);

function ConceptList(props: { readonly threads: readonly Thread[]; readonly chosen: string }) {
  return (
    <nav className={styles["concepts"]} aria-label={say.list}>
      <h2 className={styles["small"]}>{say.list}</h2>
      <ul className={styles["list"]}>
        {props.threads.map((thread) => (
          <li key={thread.key}>
            <a
              href={`#${encodeURIComponent(thread.key)}`}
              className={styles["concept"]}
              aria-current={thread.key === props.chosen || undefined}
            >
              {thread.concept}
              <span className={styles["soft"]}>{say.count(countOf(thread))}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function OneThread(props: {
  readonly thread: Thread;
  readonly threads: readonly Thread[];
  /** The thread is another one now, by its new name. */
  readonly onMoved: (key: string) => void;
}) {
  const { thread, threads, onMoved } = props;
  const mayWrite = useMayWrite();
  const [isNaming, setNaming] = useState(false);
  const boardOf = useOtherBoards(
    thread.grades.flatMap(({ anchors }) => anchors.map(({ board }) => board)),
  );
  return (
    <section className={styles["thread"]} aria-labelledby="thread">
      <header className={styles["head"]}>
        <h2 id="thread" className={styles["heading"]}>
          <Bookmark size={20} strokeWidth={1.9} aria-hidden />
          {thread.concept}
        </h2>
        {mayWrite && (
          <Button
            variant="quiet"
            size="small"
            icon={Pencil}
            aria-label={say.renameOf(thread.concept)}
            onClick={() => setNaming(true)}
          >
            {say.rename}
          </Button>
        )}
      </header>
      <div className={styles["grades"]}>
        {thread.grades.map(({ grade, anchors }, i) => (
          <section
            key={sameWords(grade)}
            className={styles["grade"]}
            aria-labelledby={`grade-${i}`}
          >
            <h3 id={`grade-${i}`} className={styles["gradeName"]}>
              {grade || say.noGrade}
            </h3>
            {anchors.map((anchor) => (
              <AnchorCard
                key={anchor.id}
                anchor={anchor}
                board={boardOf(anchor.board)}
                threads={threads}
              />
            ))}
          </section>
        ))}
      </div>
      {isNaming && (
        <Naming
          concept={thread.concept}
          onClose={() => setNaming(false)}
          onName={(concept) => onMoved(sameWords(concept))}
        />
      )}
    </section>
  );
}

function Naming(props: {
  readonly concept: string;
  readonly onName: (concept: string) => void;
  readonly onClose: () => void;
}) {
  const { concept, onName, onClose } = props;
  const { doc, act } = useLane();
  const [name, setName] = useState(concept);
  function keep(): void {
    if (name.trim() !== "") {
      act((origin) => renameThread(doc, sameWords(concept), name, origin));
      onName(name);
    }
    onClose();
  }
  return (
    <Dialog
      open
      size="small"
      title={say.renameTitle}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{say.cancel}</Button>
          <Button variant="primary" onClick={keep}>
            {say.rename}
          </Button>
        </>
      }
    >
      <TextField
        label={say.concept}
        hint={say.renameHint}
        maxLength={anchorLimits.concept}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.nativeEvent.isComposing) keep();
        }}
      />
    </Dialog>
  );
}
