/**
 * The talk about a board beside its table: every thread, one of them, or what is said about one thing.
 *
 * Owns which of these is shown next; what is chosen from elsewhere comes by the talk's hands. Undo here
 * goes over the talk alone, and the board's never over it.
 */
import { ArrowLeft, LocateFixed, MapPin, Redo2, Undo2 } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import type { ThreadId } from "../../shared/base/ids.ts";
import { type About, aboutKey } from "../../shared/talk/about.ts";
import { isOpen, type TalkView } from "../../shared/talk/talk-reader.ts";
import { LaneProvider, useHistory, useMayWrite } from "../sync/use-board.tsx";
import { Button, IconButton } from "../ui/button.tsx";
import { SidePanel } from "../ui/side-panel.tsx";
import { useStore } from "../ui/store.ts";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { threads as say } from "../words/en/threads.ts";
import { words } from "../words/words.ts";
import { Composer } from "./composer.tsx";
import { QuestionedOnBoard } from "./questioned.tsx";
import { SaidContext } from "./said.ts";
import { TalkAbout } from "./talk-about.tsx";
import { reply } from "./talk-acts.ts";
import { type TalkPlace, useTalk } from "./talk-hands.ts";
import { isKey, undoByKey } from "./talk-keys.ts";
import styles from "./talk-panel.module.css";
import { useThing } from "./thing-about.ts";
import { ResolvedThreads, ThreadList } from "./thread-list.tsx";
import { ThreadView } from "./thread-view.tsx";

export interface TalkPanelProps {
  readonly onClose: () => void;
  /** Go to the thing on the board. */
  readonly onShow: (about: About) => void;
  /** Begin a thread about a place on the table; undefined where there is no table to see. */
  readonly onPlace: (() => void) | undefined;
}

export function TalkPanel(props: TalkPanelProps) {
  const { session } = useTalk();
  return (
    <LaneProvider session={session}>
      <Panel {...props} />
    </LaneProvider>
  );
}

function Panel({ onClose, onShow, onPlace }: TalkPanelProps) {
  const hands = useTalk();
  const { history } = hands.session;
  const place = useStore(hands.place);
  const talk = useStore(hands.view);
  const mayWrite = useMayWrite();
  const { canUndo, canRedo } = useHistory();
  const [said, setSaid] = useState("");
  const heading = useRef<HTMLHeadingElement>(null);

  function go(next: TalkPlace): void {
    hands.place.set(next);
    // What had the focus goes with the place.
    heading.current?.focus();
  }
  const openThread = (id: ThreadId): void => go({ is: "thread", id });

  function onKeyDown(event: KeyboardEvent): void {
    undoByKey(event, hands.session);
    if (!isKey(event, "escape")) return;
    event.preventDefault();
    if (place.is === "all") onClose();
    else go({ is: "all" });
  }

  return (
    <SidePanel
      title={words.talk.title}
      close={say.close}
      onClose={onClose}
      heading={heading}
      hasOwnFocus={place.is === "about" && mayWrite}
      onKeyDown={onKeyDown}
      tools={
        mayWrite && (
          <>
            <IconButton
              label={say.undo}
              shortcut="mod+z"
              icon={Undo2}
              tooltipSide="bottom"
              disabled={!canUndo}
              onClick={history.undo}
            />
            <IconButton
              label={say.redo}
              shortcut="mod+shift+z"
              icon={Redo2}
              tooltipSide="bottom"
              disabled={!canRedo}
              onClick={history.redo}
            />
          </>
        )
      }
    >
      <SaidContext value={setSaid}>
        <div className={styles["body"]}>
          {place.is !== "all" && (
            <div>
              <Button
                variant="quiet"
                size="small"
                icon={ArrowLeft}
                onClick={() => go({ is: "all" })}
              >
                {say.all}
              </Button>
            </div>
          )}
          {place.is === "all" && (
            <AllThreads talk={talk} onOpen={openThread} onPlace={mayWrite ? onPlace : undefined} />
          )}
          {place.is === "about" && (
            <AboutThing key={aboutKey(place.about)} about={place.about} onShow={onShow} />
          )}
          {place.is === "thread" && (
            <OneThread key={place.id} id={place.id} talk={talk} onShow={onShow} />
          )}
        </div>
      </SaidContext>
      <VisuallyHidden>
        <output>{said}</output>
      </VisuallyHidden>
    </SidePanel>
  );
}

function AllThreads(props: {
  readonly talk: TalkView | undefined;
  readonly onOpen: (thread: ThreadId) => void;
  readonly onPlace: (() => void) | undefined;
}) {
  const { talk, onOpen, onPlace } = props;
  const mayWrite = useMayWrite();
  if (!talk) return <p>{say.loading}</p>;
  const open = talk.threads.filter(isOpen);
  return (
    <>
      {open.length === 0 && (
        <div className={styles["empty"]}>
          <h3 className={styles["emptyTitle"]}>
            {talk.threads.length === 0 ? say.none : say.allResolved}
          </h3>
          {mayWrite && <p>{say.noneHelp}</p>}
        </div>
      )}
      <QuestionedOnBoard talk={talk} onOpen={onOpen} />
      {open.length > 0 && <ThreadList threads={open} onOpen={onOpen} />}
      {onPlace && (
        <div>
          <Button variant="quiet" size="small" icon={MapPin} onClick={onPlace}>
            {words.talk.talkAboutPlace}
          </Button>
        </div>
      )}
      <ResolvedThreads threads={talk.threads} onOpen={onOpen} />
    </>
  );
}

function AboutThing(props: { readonly about: About; readonly onShow: (about: About) => void }) {
  const { about, onShow } = props;
  const thing = useThing(about);
  const name = thing?.name ?? say.gone;
  return (
    <>
      <ThingLine about={about} onShow={onShow} />
      <TalkAbout about={[about]} name={name} isWriting />
    </>
  );
}

function OneThread(props: {
  readonly id: ThreadId;
  readonly talk: TalkView | undefined;
  readonly onShow: (about: About) => void;
}) {
  const { id, talk, onShow } = props;
  const hands = useTalk();
  const thread = talk?.threads.find((one) => one.id === id);
  const thing = useThing(thread?.about);
  // What somebody was writing in answer when all of it was deleted can still be sent, which brings it back.
  const isAnswering = hands.drafts.get(id)?.isEmpty() === false;
  if (!thread) {
    return (
      <>
        <p>{say.emptied}</p>
        {isAnswering && (
          <Composer
            of={id}
            label={say.reply}
            hint={say.replyHint}
            onSend={(blocks) => reply(hands.session, id, blocks)}
          />
        )}
      </>
    );
  }
  return (
    <>
      <ThingLine about={thread.about} onShow={onShow} />
      <ThreadView thread={thread} name={thing?.name ?? say.gone} />
    </>
  );
}

/** What it is about, and the way there; where that is gone, that it is. */
function ThingLine(props: {
  readonly about: About | undefined;
  readonly onShow: (about: About) => void;
}) {
  const { about, onShow } = props;
  const thing = useThing(about);
  return (
    <div className={styles["thing"]}>
      <div className={styles["thingWords"]}>
        <h3 className={styles["thingName"]}>{thing?.name ?? say.gone}</h3>
        {thing ? (
          thing.said && <p className={styles["said"]}>{thing.said}</p>
        ) : (
          <p className={styles["said"]}>{say.goneHelp}</p>
        )}
      </div>
      {thing && about && (
        <Button size="small" icon={LocateFixed} onClick={() => onShow(about)}>
          {say.show}
        </Button>
      )}
    </div>
  );
}
