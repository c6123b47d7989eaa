/**
 * What stands over the board while one follows somebody, or is asked to come along: who it is, and the way
 * to say no.
 */
import { useEffect, useState, useSyncExternalStore } from "react";
import { personColour } from "../../sync/person-colour.ts";
import { useOthers, useSession } from "../../sync/use-board.tsx";
import { Button } from "../../ui/button.tsx";
import { isTyping } from "../../ui/hotkeys.ts";
import { PersonMark } from "../../ui/person-mark.tsx";
import { useStore } from "../../ui/store.ts";
import { words } from "../../words/words.ts";
import { useHands } from "../board-context.ts";
import { change } from "../table-state.ts";
import { type Call, declineSeconds, isFree, latestCall } from "./calling.ts";
import styles from "./together-notes.module.css";

const say = words.together;

export function TogetherNotes() {
  const { state } = useHands();
  const call = useCall();
  const [answered, setAnswered] = useState<string | undefined>();
  const following = useStore(state, (value) => value.following);
  const isAsked = call && call.key !== answered && call.memberId !== following;
  return (
    <div className={styles["notes"]}>
      {isAsked && (
        <CallNote
          key={call.key}
          call={call}
          onAnswer={(goes) => {
            setAnswered(call.key);
            if (goes) {
              change(state, {
                following: call.memberId,
                look: "table",
                reading: undefined,
                comparing: undefined,
              });
            }
          }}
        />
      )}
      {following && <FollowNote />}
    </div>
  );
}

function CallNote(props: { readonly call: Call; readonly onAnswer: (goes: boolean) => void }) {
  const { call, onAnswer } = props;
  const { state } = useHands();
  /** Undefined for somebody who is busy: they are asked, and nothing comes of itself. */
  const [left, setLeft] = useState(() =>
    isFree(state.get(), isTyping(document.activeElement)) ? declineSeconds : undefined,
  );
  useEffect(() => {
    if (left === undefined) return;
    const timer = setTimeout(() => {
      if (!isFree(state.get(), isTyping(document.activeElement))) setLeft(undefined);
      else if (left <= 1) onAnswer(true);
      else setLeft(left - 1);
    }, 1_000);
    return () => clearTimeout(timer);
  }, [left, state, onAnswer]);
  return (
    <section className={styles["note"]} aria-label={say.calls(call.name)}>
      <PersonMark name={call.name} colour={personColour(call.memberId)} size="small" />
      <p className={styles["words"]} role="alert">
        {say.calls(call.name)}
      </p>
      {left !== undefined && <p className={styles["soft"]}>{say.goingIn(left)}</p>}
      <Button size="small" onClick={() => onAnswer(false)}>
        {say.stay}
      </Button>
      <Button size="small" variant="primary" onClick={() => onAnswer(true)}>
        {say.go}
      </Button>
    </section>
  );
}

function FollowNote() {
  const { state } = useHands();
  const others = useOthers();
  const following = useStore(state, (value) => value.following);
  const person = others.find(({ memberId }) => memberId === following);
  if (!person) return null;
  return (
    <section className={styles["note"]} aria-label={say.following(person.name)}>
      <PersonMark name={person.name} colour={person.colour} size="small" />
      <output className={styles["words"]}>{say.following(person.name)}</output>
      <Button
        size="small"
        shortcut="escape"
        onClick={() => change(state, { following: undefined })}
      >
        {say.stop}
      </Button>
    </section>
  );
}

/** The call that is to be heard now; the same object while it is the same call. */
function useCall(): Call | undefined {
  const { presence } = useSession();
  const [store] = useState(() => {
    let last: Call | undefined;
    return () => {
      const next = latestCall(presence.others());
      if (next?.key !== last?.key) last = next;
      return last;
    };
  });
  return useSyncExternalStore(presence.subscribe, store);
}
