/** Says, where tags and numbers are looked for, that those of papers sorted alone are not shown now: shared/board/veil.ts. */
import { useBoard } from "../../sync/use-board.tsx";
import { tags as say } from "../../words/en/tags.ts";
import styles from "./withheld-line.module.css";

export function WithheldLine() {
  const isWithheld = useBoard((view) => view.isWithheld ?? false);
  return isWithheld ? <p className={styles["line"]}>{say.withheld}</p> : null;
}
