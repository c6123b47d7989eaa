/** What exactly leaves the team with this file, and what never does. */
import type { Report } from "../../shared/report/report.ts";
import { review } from "../words/en/review.ts";
import styles from "./leaves-list.module.css";
import { whatLeaves } from "./what-leaves.ts";

const say = review.leaves;

export function LeavesList({ report }: { readonly report: Report }) {
  const leaves = whatLeaves(report);
  const lines = [
    say.front(leaves.question),
    ...(leaves.codes > 0 ? [say.piles(leaves.piles, leaves.codes)] : []),
    ...(leaves.settled > 0 ? [say.settled(leaves.settled)] : []),
    ...(leaves.moved ? [say.moved] : []),
    ...(leaves.needs > 0 ? [say.needs(leaves.needs, leaves.evidence)] : []),
    ...(leaves.resources > 0 ? [say.resources(leaves.resources)] : []),
    ...(leaves.steps > 0 ? [say.steps(leaves.steps)] : []),
    ...(leaves.tableNotes > 0 ? [say.tableNotes(leaves.tableNotes)] : []),
    ...(leaves.papers > 0 ? [say.papers(leaves.papers, leaves.pages)] : []),
    ...(leaves.tags > 0 ? [say.tags(leaves.tags)] : []),
    ...(leaves.notes + leaves.strokes > 0 ? [say.marks(leaves.notes, leaves.strokes)] : []),
  ];
  return (
    <section className={styles["leaves"]}>
      <h3 className={styles["heading"]}>{say.heading}</h3>
      <ul className={styles["lines"]}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className={styles["never"]}>{say.never}</p>
    </section>
  );
}
