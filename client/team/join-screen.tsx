/**
 * An invitation: whose team it is, and a name to come in with. The token is in the address's fragment,
 * so that it never reaches a log on its way; once used, it leaves the address.
 */
import { type FormEvent, useState, useSyncExternalStore } from "react";
import { Link, useLocation } from "wouter";
import type { TeamOfMine } from "../../shared/protocol/api.ts";
import { limits } from "../../shared/protocol/limits.ts";
import { Button, buttonLook } from "../ui/button.tsx";
import { PageHeading, usePageTitle } from "../ui/page-heading.tsx";
import { TextField } from "../ui/text-field.tsx";
import { toast } from "../ui/toast.tsx";
import { words } from "../words/words.ts";
import { join, lookAtInvitation, me } from "./api.ts";
import { Frame } from "./frame.tsx";
import styles from "./join-screen.module.css";
import { tidyName } from "./name-fields.ts";
import { teamPath } from "./paths.ts";
import { Loading, Message, ToStart, Trouble } from "./trouble.tsx";
import { useAnswer } from "./use-answer.ts";

const say = words.team.join;

function onHashChange(listener: () => void): () => void {
  addEventListener("hashchange", listener);
  return () => removeEventListener("hashchange", listener);
}

export function JoinScreen() {
  const token = useSyncExternalStore(onHashChange, () => location.hash.slice(1));
  usePageTitle(say.page);
  if (token === "") {
    return (
      <Message heading={say.brokenHeading} text={say.incomplete}>
        <ToStart />
      </Message>
    );
  }
  return <Invitation key={token} token={token} />;
}

function Invitation({ token }: { readonly token: string }) {
  const { answer: looked, again } = useAnswer(token, () => lookAtInvitation(token));
  const { answer: mine } = useAnswer("me", me);
  if (!looked || !mine) return <Loading />;
  if (!looked.ok) {
    if (looked.code !== "invitation_invalid") return <Trouble code={looked.code} again={again} />;
    return (
      <Message heading={say.brokenHeading} text={words.refusals[looked.code]}>
        <ToStart />
      </Message>
    );
  }
  const teams = mine.ok ? mine.value.teams : [];
  const already = teams.find(({ invite }) => invite === token);
  const { teamName } = looked.value;
  return already ? (
    <AlreadyIn team={already} />
  ) : (
    <JoinForm token={token} teamName={teamName} knownAs={teams[0]?.name ?? ""} />
  );
}

function AlreadyIn({ team }: { readonly team: TeamOfMine }) {
  return (
    <Frame>
      <section className={styles["card"]}>
        <PageHeading>{team.teamName}</PageHeading>
        <p className={styles["lead"]}>{say.already(team.teamName, team.name)}</p>
        <Link href={teamPath(team.teamId)} className={buttonLook("primary", "large")} replace>
          {say.openTeam}
        </Link>
      </section>
    </Frame>
  );
}

function JoinForm(props: {
  readonly token: string;
  readonly teamName: string;
  readonly knownAs: string;
}) {
  const [, goTo] = useLocation();
  const [name, setName] = useState(props.knownAs);
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  async function come(): Promise<void> {
    setBusy(true);
    const joined = await join({ token: props.token, name: tidyName(name) });
    if (joined.ok) return goTo(teamPath(joined.value.teamId), { replace: true });
    setBusy(false);
    toast({ title: words.team.trouble, detail: words.refusals[joined.code], kind: "problem" });
  }

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (tidyName(name) !== "") return void come();
    setError(words.team.start.nameMissing);
    const field = event.currentTarget.elements.namedItem("name");
    if (field instanceof HTMLElement) field.focus();
  }

  return (
    <Frame>
      <form className={styles["card"]} onSubmit={onSubmit} noValidate aria-label={say.page}>
        <PageHeading page={say.heading(props.teamName)}>{say.heading(props.teamName)}</PageHeading>
        <p className={styles["lead"]}>{say.lead}</p>
        <TextField
          label={words.team.start.name}
          hint={words.team.start.nameHint}
          error={error}
          name="name"
          size="large"
          autoComplete="name"
          maxLength={limits.nameLength}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" variant="primary" size="large" disabled={isBusy}>
          {say.go}
        </Button>
        <p className={styles["foot"]}>{words.team.start.private}</p>
      </form>
    </Frame>
  );
}
