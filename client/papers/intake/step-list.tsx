/** Where in "Bring in papers" one stands: four steps, none of them a gate to be counted. */
import { classes } from "../../ui/classes.ts";
import { papers as paperWords } from "../../words/en/papers.ts";
import type { Step } from "./intake-state.ts";
import styles from "./step-list.module.css";

const steps = ["choose", "pages", "names", "look"] as const;

export function StepList({ step }: { readonly step: Step }) {
  // Who is who is said beside looking through, by whoever wants to.
  const at = steps.findIndex((each) => each === (step === "pupils" ? "look" : step));
  return (
    <ol className={styles["steps"]} aria-label={paperWords.stepsLabel}>
      {steps.map((each, i) => (
        <li
          key={each}
          aria-current={i === at ? "step" : undefined}
          className={classes(styles["step"], i < at && styles["past"])}
        >
          <span className={styles["number"]} aria-hidden>
            {i + 1}
          </span>
          {paperWords.steps[each]}
        </li>
      ))}
    </ol>
  );
}
