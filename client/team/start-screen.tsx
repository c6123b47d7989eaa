/**
 * The first page: a name, a team name, go. No password, nothing else asked. The practice set is one
 * press away and takes kind defaults for what was left empty.
 */
import { type FormEvent, useState } from "react";
import { useLocation } from "wouter";
import type { TeamId } from "../../shared/base/ids.ts";
import { limits } from "../../shared/protocol/limits.ts";
import { Button } from "../ui/button.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { TextField } from "../ui/text-field.tsx";
import { toast } from "../ui/toast.tsx";
import { arriving } from "../words/en/arriving.ts";
import { words } from "../words/words.ts";
import { type Answer, start } from "./api.ts";
import { Frame } from "./frame.tsx";
import { tidyName } from "./name-fields.ts";
import { teamPath } from "./paths.ts";
import { makePracticeBoard } from "./practice.ts";
import styles from "./start-screen.module.css";
import { TablePicture } from "./table-picture.tsx";

export function StartScreen() {
  const say = arriving.start;
  return (
    <Frame>
      <div className={styles["columns"]}>
        <div className={styles["story"]}>
          <PageHeading size="display" page="">
            {say.heading}
          </PageHeading>
          <p className={styles["lead"]}>{say.lead}</p>
          <TablePicture />
        </div>
        <StartForm />
      </div>
    </Frame>
  );
}

type Missing = { readonly name?: string; readonly teamName?: string };

function StartForm() {
  const say = arriving.start;
  const [, goTo] = useLocation();
  const [name, setName] = useState("");
  const [teamName, setTeamName] = useState("");
  const [missing, setMissing] = useState<Missing>({});
  const [isBusy, setBusy] = useState(false);

  /** Starts the team, then goes where `next` says. */
  async function begin(
    body: { name: string; teamName: string },
    next: (teamId: TeamId) => Promise<Answer<string>> | Answer<string>,
  ): Promise<void> {
    setBusy(true);
    const started = await start(body);
    const way = started.ok ? await next(started.value.teamId) : started;
    if (way.ok) return goTo(way.value);
    setBusy(false);
    toast({ title: words.team.trouble, detail: words.refusals[way.code], kind: "problem" });
    // The team is there even if its practice board is not: go on from its home.
    if (started.ok) goTo(teamPath(started.value.teamId));
  }

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const typed = { name: tidyName(name), teamName: tidyName(teamName) };
    setMissing({
      ...(typed.name === "" && { name: say.nameMissing }),
      ...(typed.teamName === "" && { teamName: say.teamNameMissing }),
    });
    if (typed.name === "") return focusField(event.currentTarget, "name");
    if (typed.teamName === "") return focusField(event.currentTarget, "teamName");
    void begin(typed, (teamId) => ({ ok: true, value: teamPath(teamId) }));
  }

  function onPractice(): void {
    const body = {
      name: tidyName(name) || say.practiceName,
      teamName: tidyName(teamName) || say.practiceTeam,
    };
    void begin(body, makePracticeBoard);
  }

  return (
    <form className={styles["card"]} onSubmit={onSubmit} noValidate aria-label={say.formHeading}>
      <h2 className={styles["title"]}>{say.formHeading}</h2>
      <TextField
        label={say.name}
        hint={say.nameHint}
        error={missing.name}
        name="name"
        autoComplete="name"
        maxLength={limits.nameLength}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <TextField
        label={say.teamName}
        error={missing.teamName}
        name="teamName"
        autoComplete="organization"
        maxLength={limits.nameLength}
        value={teamName}
        onChange={(event) => setTeamName(event.target.value)}
      />
      <Button type="submit" variant="primary" size="large" disabled={isBusy}>
        {say.go}
      </Button>
      <div className={styles["practice"]}>
        <Button type="button" onClick={onPractice} disabled={isBusy}>
          {say.practice}
        </Button>
        <p className={styles["hint"]}>{say.practiceHint}</p>
      </div>
      <p className={styles["foot"]}>{say.invited}</p>
      <p className={styles["foot"]}>{say.private}</p>
    </form>
  );
}

function focusField(form: HTMLFormElement, name: string): void {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLElement) field.focus();
}
