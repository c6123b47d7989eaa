/** Which files could not be brought in, each with why and what to do. */
import { FileWarning, X } from "lucide-react";
import { IconButton } from "../../ui/button.tsx";
import { papers as paperWords } from "../../words/en/papers.ts";
import { words } from "../../words/words.ts";
import styles from "./file-problems.module.css";
import type { IntakeFile } from "./intake-state.ts";

export function FileProblems(props: {
  readonly files: readonly IntakeFile[];
  /** Puts the list away. */
  readonly onForget: () => void;
}) {
  const refused = props.files.flatMap((file) =>
    file.state === "refused" && file.refusal ? [{ ...file, why: file.refusal }] : [],
  );
  return (
    // Always there, so that what appears in it is announced.
    <div aria-live="polite">
      {refused.length > 0 && (
        <section className={styles["problems"]}>
          <header className={styles["header"]}>
            <h3 className={styles["heading"]}>{paperWords.fileProblems(refused.length)}</h3>
            <IconButton
              label={paperWords.forgetProblems}
              icon={X}
              size="small"
              onClick={props.onForget}
            />
          </header>
          <ul className={styles["list"]}>
            {refused.map(({ source, name, why }) => (
              <li key={source} className={styles["problem"]}>
                <FileWarning size={20} aria-hidden />
                <div>
                  <strong className={styles["name"]}>{name}</strong>
                  <p>{words.refusals[why]}</p>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
