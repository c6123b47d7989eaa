/** What could not be shown and why, in plain words, with a way on: never a dead end. */
import type { ReactNode } from "react";
import { Link } from "wouter";
import { type ErrorCode, errors } from "../../shared/protocol/errors.ts";
import { Button, buttonLook } from "../ui/button.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { words } from "../words/words.ts";
import { Frame } from "./frame.tsx";
import { startPath } from "./paths.ts";
import styles from "./trouble.module.css";

export interface TroubleProps {
  readonly code: ErrorCode;
  /** Asks again; offered where the same may succeed later. */
  readonly again: () => void;
}

export function Trouble({ code, again }: TroubleProps) {
  return (
    <Message heading={words.team.trouble} text={words.refusals[code]}>
      {errors[code].retryable && (
        <Button variant="primary" onClick={again}>
          {words.team.tryAgain}
        </Button>
      )}
      <ToStart />
    </Message>
  );
}

/** A page that is one message and its buttons. */
export function Message(props: {
  readonly heading: string;
  readonly text: string;
  readonly children: ReactNode;
}) {
  return (
    <Frame>
      <section className={styles["message"]}>
        <PageHeading>{props.heading}</PageHeading>
        <p className={styles["text"]}>{props.text}</p>
        <div className={styles["buttons"]}>{props.children}</div>
      </section>
    </Frame>
  );
}

/** The start screen, also for somebody who is in a team already. */
export function ToStart() {
  return (
    <Link href={startPath} className={buttonLook()}>
      {words.team.goToStart}
    </Link>
  );
}

export function Loading() {
  return (
    <Frame>
      <output className={styles["loading"]}>{words.team.loading}</output>
    </Frame>
  );
}
