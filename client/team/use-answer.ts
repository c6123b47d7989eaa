/** Asking the server for what a view shows, and asking again. */
import { useEffect, useEffectEvent, useState } from "react";
import { errors } from "../../shared/protocol/errors.ts";
import type { Answer } from "./api.ts";

export interface Asked<T> {
  /** Undefined until the first answer; the last one stays while it is asked again. */
  readonly answer: Answer<T> | undefined;
  again(): void;
}

interface Kept<T> {
  readonly key: string;
  readonly answer: Answer<T>;
}

/** What is in view stays there when asking again failed for a while only. */
function outlives<T>(last: Kept<T> | undefined, key: string, next: Answer<T>): boolean {
  return last?.key === key && last.answer.ok && !next.ok && errors[next.code].retryable;
}

/** Asks again whenever the person comes back to this tab. */
export function useAgainWhenSeen(again: () => void): void {
  const onSeen = useEffectEvent(() => {
    if (document.visibilityState === "visible") again();
  });
  useEffect(() => {
    document.addEventListener("visibilitychange", onSeen);
    return () => document.removeEventListener("visibilitychange", onSeen);
  }, []);
}

/**
 * Asks when the view appears and whenever `key` changes, and again by itself when the browser is back
 * online after an answer that may come out differently.
 */
export function useAnswer<T>(key: string, ask: () => Promise<Answer<T>>): Asked<T> {
  const [asked, setAsked] = useState<Kept<T> | undefined>();
  const [turn, setTurn] = useState(0);
  const askNow = useEffectEvent(ask);
  const again = (): void => setTurn((last) => last + 1);

  useEffect(() => {
    let isCurrent = true;
    void askNow().then((answer) => {
      if (isCurrent) setAsked((last) => (outlives(last, key, answer) ? last : { key, answer }));
    });
    return () => {
      isCurrent = false;
    };
  }, [key, turn]);

  const answer = asked?.key === key ? asked.answer : undefined;
  const mayComeBack = answer?.ok === false && errors[answer.code].retryable;
  useEffect(() => {
    if (!mayComeBack) return;
    addEventListener("online", again);
    return () => removeEventListener("online", again);
  }, [mayComeBack]);

  return { answer, again };
}
