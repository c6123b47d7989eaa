/** Which files could not be brought in, each with why and what to do. */
import { FileWarning } from "lucide-react";
import { words } from "../../words/words.ts";
import styles from "./file-problems.module.css";
import type { IntakeFile } from "./intake-state.ts";
import type { FileRefusal } from "./worker/intake-worker.ts";

export function FileProblems({ files }: { readonly files: readonly IntakeFile[] }) {
  const refused = files.flatMap((file) => (file.refusal ? [{ ...file, why: file.refusal }] : []));
  return (
    // Always there, so that what appears in it is announced.
    <div aria-live="polite">
      {refused.length > 0 && (
        <section className={styles["problems"]}>
          <h3 className={styles["heading"]}>{words.papers.fileProblems(refused.length)}</h3>
          <ul className={styles["list"]}>
            {refused.map(({ source, name, why }) => (
              <li key={source} className={styles["problem"]}>
                <FileWarning size={20} aria-hidden />
                <div>
                  <strong className={styles["name"]}>{name}</strong>
                  <p>{reason(why)}</p>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

const reason = (why: FileRefusal): string =>
  why === "heic" ? words.papers.heic : words.refusals[why];
