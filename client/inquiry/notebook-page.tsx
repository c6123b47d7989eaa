/**
 * The team's notebook: one long document that everybody writes in at once, with its headings beside it.
 *
 * Asks the server for the team, opens the team's lane, and says kindly what is the matter where it cannot.
 */
import { Keyboard, ListTree, NotebookPen } from "lucide-react";
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { Link } from "wouter";
import * as Y from "yjs";
import type { TeamId } from "../../shared/base/ids.ts";
import {
  type Heading,
  markTeamLane,
  notebookText,
  startNotebook,
} from "../../shared/inquiry/notebook.ts";
import type { TeamAnswer } from "../../shared/protocol/api.ts";
import { RefusedNote } from "../board/bars/refused-note.tsx";
import { LeftoverNote } from "../board/keeping/leftover-note.tsx";
import { openTeamLane } from "../sync/team-lane.ts";
import { LaneProvider, useLane, useMayWrite, useStatus } from "../sync/use-board.tsx";
import { useOpening } from "../sync/use-opening.ts";
import { teamOf } from "../team/api.ts";
import { Frame } from "../team/frame.tsx";
import { teamPath } from "../team/paths.ts";
import { TeamMenu } from "../team/team-menu.tsx";
import { Loading, Trouble } from "../team/trouble.tsx";
import { useAnswer } from "../team/use-answer.ts";
import { WhileAllowed } from "../team/while-allowed.tsx";
import { WordsField, type WordsHandle } from "../text/words-field.tsx";
import { WritingKeys } from "../text/writing-keys.tsx";
import { Button, IconButton } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { inquiry as inquiryWords } from "../words/en/inquiry.ts";
import { writing } from "../words/en/writing.ts";
import { words } from "../words/words.ts";
import { LaneStanding } from "./lane-standing.tsx";
import { notebookFile } from "./notebook-file.ts";
import styles from "./notebook-page.module.css";
import { useNotebook } from "./use-notebook.ts";

const say = inquiryWords;

export function NotebookPage({ teamId }: { readonly teamId: TeamId }) {
  const { answer, again } = useAnswer(teamId, () => teamOf(teamId));
  if (!answer) return <Loading />;
  if (!answer.ok) return <Trouble code={answer.code} again={again} />;
  return <OpenNotebook team={answer.value} />;
}

function OpenNotebook({ team }: { readonly team: TeamAnswer }) {
  const opening = useOpening(
    useCallback(() => {
      const doc = new Y.Doc();
      return openTeamLane(team, { doc, roots: [notebookText(doc)] });
    }, [team]),
  );
  if (opening?.isLoaded) {
    return (
      <LaneProvider session={opening.session}>
        <WhileAllowed>
          <Notebook team={team} />
        </WhileAllowed>
      </LaneProvider>
    );
  }
  if (opening?.refusal) return <Trouble code={opening.refusal} again={() => location.reload()} />;
  return <Loading />;
}

function Notebook({ team }: { readonly team: TeamAnswer }) {
  const session = useLane();
  const { doc } = session;
  const mayWrite = useMayWrite();
  const { outline, isEmpty } = useNotebook(doc);
  const field = useRef<WordsHandle>(null);

  useEffect(() => {
    let isCurrent = true;
    void session.inStep.then(() => {
      if (isCurrent && session.mayWrite()) markTeamLane(session.doc);
    });
    return () => {
      isCurrent = false;
    };
  }, [session]);

  return (
    <Frame bar={<TeamMenu teamId={team.teamId} />}>
      <RefusedNote fileOf={notebookFile} />
      <LeftoverNote found={session.leftovers} fileOf={notebookFile} />
      <Link href={teamPath(team.teamId)} className={styles["back"]}>
        {say.toTeam(team.teamName)}
      </Link>
      <PageHeading page={say.page(team.teamName)}>{words.commands.notebook}</PageHeading>
      <p className={styles["lead"]}>{say.lead}</p>
      <div className={styles["columns"]}>
        <div className={styles["beside"]}>
          <Standing />
          <Outline outline={outline} field={field} />
        </div>
        <div className={styles["sheet"]}>
          <WordsField
            ref={field}
            text={notebookText(doc)}
            label={say.field}
            placeholder={say.placeholder}
            look="plain"
            className={styles["words"]}
            onDone={() => field.current?.blur()}
          />
          {isEmpty && mayWrite && <Beginning field={field} />}
        </div>
      </div>
    </Frame>
  );
}

function Standing() {
  const [showsKeys, setShowsKeys] = useState(false);
  return (
    <>
      <LaneStanding className={styles["standing"]}>
        <IconButton
          label={say.keys}
          icon={Keyboard}
          size="small"
          onClick={() => setShowsKeys(true)}
        />
      </LaneStanding>
      {showsKeys && (
        <Dialog
          open
          onClose={() => setShowsKeys(false)}
          size="large"
          title={say.keys}
          description={writing.help.about}
        >
          <div className={styles["keys"]}>
            <WritingKeys />
          </div>
        </Dialog>
      )}
    </>
  );
}

interface OutlineProps {
  readonly outline: readonly Heading[];
  readonly field: RefObject<WordsHandle | null>;
}

function Outline({ outline, field }: OutlineProps) {
  return (
    <nav className={styles["outline"]} aria-labelledby="notebook-outline">
      <h2 id="notebook-outline" className={styles["outlineHeading"]}>
        <ListTree size={18} strokeWidth={1.9} aria-hidden />
        {say.outline}
      </h2>
      {outline.length === 0 ? (
        <p className={styles["hint"]}>{say.noHeadings}</p>
      ) : (
        <ol>
          {outline.map(({ index, level, words: heading }) => (
            <li key={index} data-level={level}>
              <button
                type="button"
                className={styles["heading"]}
                onClick={() => field.current?.standIn(index)}
              >
                {heading}
              </button>
            </li>
          ))}
        </ol>
      )}
    </nav>
  );
}

/** Offered only in step with the server: two who press it apart from each other would have each heading twice. */
function Beginning({ field }: { readonly field: RefObject<WordsHandle | null> }) {
  const { act, doc } = useLane();
  const status = useStatus();
  const isInStep = status === "saved" || status === "saving";
  return (
    <section className={styles["beginning"]} aria-labelledby="notebook-beginning">
      <h2 id="notebook-beginning" className={styles["beginningHeading"]}>
        {say.emptyHeading}
      </h2>
      <p>{say.emptyText}</p>
      <ul>
        {say.startHeadings.map((heading) => (
          <li key={heading}>{heading}</li>
        ))}
      </ul>
      <Button
        icon={NotebookPen}
        disabled={!isInStep}
        onClick={() => {
          act((origin) => startNotebook(doc, say.startHeadings, origin));
          field.current?.standIn(1);
        }}
      >
        {say.start}
      </Button>
    </section>
  );
}
