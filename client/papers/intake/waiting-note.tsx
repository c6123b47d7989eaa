/** Papers that were masked and did not get in: waiting in this browser, to go on with or to let go. */
import { Inbox } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { ErrorCode } from "../../../shared/protocol/errors.ts";
import { useMayWrite, useSession } from "../../sync/use-board.tsx";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Confirm } from "../../ui/confirm.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Progress } from "../../ui/progress.tsx";
import { useStore } from "../../ui/store.ts";
import { toast } from "../../ui/toast.tsx";
import { papers as paperWords } from "../../words/en/papers.ts";
import { words } from "../../words/words.ts";
import { outboxChanges, removeBatch, tellOutboxChanged, type Waiting } from "./outbox.ts";
import { findWaiting, goOnWith, type Recoded } from "./waiting.ts";

const says = paperWords.waiting;

export function WaitingNote() {
  const session = useSession();
  const mayWrite = useMayWrite();
  const changes = useStore(outboxChanges);
  const [waiting, setWaiting] = useState<readonly Waiting[]>([]);
  const [recoded, setRecoded] = useState<readonly Recoded[]>([]);
  useEffect(() => {
    if (!mayWrite) return;
    let isCurrent = true;
    const look = (): void => {
      if (document.visibilityState === "hidden") return;
      void findWaiting(session).then((found) => {
        if (isCurrent) setWaiting(found);
      });
    };
    look();
    // Another tab may have gone on with it, or left it, meanwhile.
    document.addEventListener("visibilitychange", look);
    return () => {
      isCurrent = false;
      document.removeEventListener("visibilitychange", look);
    };
  }, [session, mayWrite, changes]);
  return (
    <>
      {waiting.map((each) => (
        <OneWaiting key={each.batch.id} waiting={each} onRecoded={setRecoded} />
      ))}
      {recoded.length > 0 && <OtherCodes recoded={recoded} onClose={() => setRecoded([])} />}
    </>
  );
}

/** To stay until it is read: the teacher's key book or the sheets say another code. */
function OtherCodes(props: { readonly recoded: readonly Recoded[]; readonly onClose: () => void }) {
  return (
    <Dialog
      open
      sticky
      size="small"
      title={says.recodedTitle}
      onClose={props.onClose}
      footer={
        <Button variant="primary" onClick={props.onClose}>
          {says.recodedDone}
        </Button>
      }
    >
      <p>{says.recodedText}</p>
      <ul>
        {props.recoded.map(({ asked, got }) => (
          <li key={asked}>{says.recoded(asked, got)}</li>
        ))}
      </ul>
    </Dialog>
  );
}

type At =
  | { readonly is: "resting"; readonly code?: ErrorCode }
  | { readonly is: "asking" }
  | { readonly is: "going"; readonly stored: number; readonly of: number };

function OneWaiting(props: {
  readonly waiting: Waiting;
  readonly onRecoded: (recoded: readonly Recoded[]) => void;
}) {
  const { waiting, onRecoded } = props;
  const session = useSession();
  const [at, setAt] = useState<At>({ is: "resting" });
  const going = useRef<AbortController>(undefined);
  useEffect(() => () => going.current?.abort(), []);
  const ready = waiting.papers.length;
  const unmasked = waiting.batch.papers.length - ready;
  const isNamed = waiting.papers.some(({ codeOf }) => codeOf !== undefined);

  async function goOn(): Promise<void> {
    const own = new AbortController();
    going.current = own;
    setAt({ is: "going", stored: 0, of: 0 });
    try {
      const went = await goOnWith(waiting, session, own.signal, (stored, of) =>
        setAt({ is: "going", stored, of }),
      );
      if (went === "elsewhere") toast({ title: says.elsewhere });
      else if (!went.ok) return setAt({ is: "resting", code: went.code });
      else {
        toast({
          kind: "good",
          title: paperWords.send.done(went.papers),
          detail: paperWords.send.doneDetail,
        });
        onRecoded(went.recoded);
      }
      tellOutboxChanged();
    } catch {
      if (!own.signal.aborted) setAt({ is: "resting", code: "internal" });
    }
  }

  async function letGo(): Promise<void> {
    setAt({ is: "resting" });
    await removeBatch(waiting.batch);
    tellOutboxChanged();
  }

  return (
    <>
      <Banner
        kind="info"
        icon={Inbox}
        label={says.label}
        actions={
          at.is === "going" ? (
            <Button
              size="small"
              onClick={() => {
                going.current?.abort();
                setAt({ is: "resting" });
              }}
            >
              {paperWords.stop}
            </Button>
          ) : (
            <>
              <Button size="small" variant="quiet" onClick={() => setAt({ is: "asking" })}>
                {says.letGo}
              </Button>
              {ready > 0 && (
                <Button size="small" onClick={() => void goOn()}>
                  {says.goOn}
                </Button>
              )}
            </>
          )
        }
      >
        {at.is === "going" ? (
          <Progress
            label={paperWords.send.going(ready)}
            value={at.of > 0 ? at.stored : undefined}
            max={at.of}
          />
        ) : (
          <p>
            {at.is === "resting" && at.code && `${words.refusals[at.code]} `}
            {ready > 0 && says.text(ready)} {isNamed && says.named}{" "}
            {unmasked > 0 && says.unmasked(unmasked)}
          </p>
        )}
      </Banner>
      {at.is === "asking" && (
        <Confirm
          title={says.letGoTitle(ready)}
          text={says.letGoText}
          no={says.keep}
          yes={says.letGo}
          onNo={() => setAt({ is: "resting" })}
          onYes={() => void letGo()}
        />
      )}
    </>
  );
}
