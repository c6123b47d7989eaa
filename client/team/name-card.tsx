/** The card by which somebody comes in through a link: what it opens, a name, go. */
import { type FormEvent, useState } from "react";
import { limits } from "../../shared/protocol/limits.ts";
import { Button } from "../ui/button.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { TextField } from "../ui/text-field.tsx";
import { toast } from "../ui/toast.tsx";
import { arriving } from "../words/en/arriving.ts";
import { words } from "../words/words.ts";
import type { Answer } from "./api.ts";
import { Frame } from "./frame.tsx";
import styles from "./join-screen.module.css";
import { tidyName } from "./name-fields.ts";

export interface NameCardProps {
  /** The form's name. */
  readonly page: string;
  readonly heading: string;
  readonly lead: string;
  readonly nameHint: string;
  /** A word in small print under the button. */
  readonly foot?: string;
  /** The words on the button. */
  readonly go: string;
  /** The name this browser's person goes by elsewhere, or "". */
  readonly knownAs: string;
  /** Leads on where it is let in. */
  readonly onGo: (name: string) => Promise<Answer<unknown>>;
}

export function NameCard(props: NameCardProps) {
  const { page, heading, lead, nameHint, foot, go, knownAs, onGo } = props;
  const [name, setName] = useState(knownAs);
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  async function come(): Promise<void> {
    setBusy(true);
    const came = await onGo(tidyName(name));
    if (came.ok) return;
    setBusy(false);
    toast({ title: words.team.trouble, detail: words.refusals[came.code], kind: "problem" });
  }

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (tidyName(name) !== "") return void come();
    setError(arriving.start.nameMissing);
    const field = event.currentTarget.elements.namedItem("name");
    if (field instanceof HTMLElement) field.focus();
  }

  return (
    <Frame>
      <form className={styles["card"]} onSubmit={onSubmit} noValidate aria-label={page}>
        <PageHeading page={heading}>{heading}</PageHeading>
        <p className={styles["lead"]}>{lead}</p>
        <TextField
          label={arriving.start.name}
          hint={nameHint}
          error={error}
          name="name"
          size="large"
          autoComplete="name"
          maxLength={limits.nameLength}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" variant="primary" size="large" disabled={isBusy}>
          {go}
        </Button>
        {foot && <p className={styles["foot"]}>{foot}</p>}
      </form>
    </Frame>
  );
}
