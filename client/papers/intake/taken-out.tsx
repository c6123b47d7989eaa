/** Pages taken out of the stack, each with a way back. */
import { Undo2 } from "lucide-react";
import { Button, IconButton } from "../../ui/button.tsx";
import { papers as paperWords } from "../../words/en/papers.ts";
import type { Intake } from "./intake.ts";
import type { IntakeState } from "./intake-state.ts";
import { PageThumb } from "./page-thumb.tsx";
import styles from "./taken-out.module.css";

const says = paperWords.pages;

export function TakenOut(props: { readonly intake: Intake; readonly state: IntakeState }) {
  const { intake, state } = props;
  const taken = state.pages.filter(({ dropped }) => dropped);
  if (taken.length === 0) return null;
  const nameOf = (source: number): string =>
    state.files.find((file) => file.source === source)?.name ?? "";
  return (
    <section className={styles["taken"]}>
      <header className={styles["header"]}>
        <h3 className={styles["heading"]}>{says.taken(taken.length)}</h3>
        <Button
          variant="quiet"
          size="small"
          onClick={() =>
            intake.drop(
              taken.map(({ key }) => key),
              false,
            )
          }
        >
          {says.putBackAll}
        </Button>
      </header>
      <ul className={styles["list"]}>
        {taken.map((page) => {
          const what = says.sourcePage(page.number, nameOf(page.source));
          return (
            <li key={page.key} className={styles["page"]}>
              <span className={styles["thumb"]}>
                <PageThumb page={page} alt={what} />
              </span>
              <IconButton
                label={says.putBack(what)}
                icon={Undo2}
                size="small"
                onClick={() => intake.drop([page.key], false)}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
