/**
 * The usual figures of a round, folded away below its papers: shares, Krippendorff's alpha and Fleiss'
 * kappa with their intervals, in plain words. Nothing is called good or poor, and the papers behind the
 * figures are one press away. Reckoned when it is opened.
 */
import { ChevronRight } from "lucide-react";
import { useMemo, useState } from "react";
import type { PaperId } from "../../shared/base/ids.ts";
import { type Coefficient, figuresOf } from "../../shared/sorting/figures.ts";
import type { RoundReadings } from "../../shared/sorting/readings.ts";
import type { Round } from "../../shared/sorting/rounds.ts";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { alone } from "../words/en/alone.ts";
import { figures as say } from "../words/en/figures.ts";
import styles from "./round-figures.module.css";

export interface RoundFiguresProps {
  readonly round: Round;
  readonly readings: RoundReadings;
  readonly onRead: (paper: PaperId) => void;
}

export function RoundFigures(props: RoundFiguresProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={styles["figures"]} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles["summary"]}>
        <ChevronRight size={18} aria-hidden />
        {say.title}
      </summary>
      {isOpen && <Figures {...props} />}
    </details>
  );
}

function Figures({ round, readings, onRead }: RoundFiguresProps) {
  const { alpha, kappa, papers } = useMemo(() => figuresOf(round, readings), [round, readings]);
  const { pairAgreement: pairs } = readings;
  const alike = papers.filter(({ standing }) => standing === "agreed").length;
  if (!pairs) return <p className={styles["text"]}>{say.none}</p>;
  return (
    <div className={styles["body"]}>
      <dl className={styles["list"]}>
        <div className={styles["figure"]}>
          <dt className={styles["name"]}>{say.unanimity}</dt>
          <dd className={styles["value"]}>{say.unanimityOf(alike, papers.length)}</dd>
        </div>
        <div className={styles["figure"]}>
          <dt className={styles["name"]}>{say.pairs}</dt>
          <dd className={styles["value"]}>{say.pairsOf(pairs.agreeing, pairs.pairs)}</dd>
          <dd className={styles["text"]}>{say.pairsText}</dd>
        </div>
        <Shown name={say.alpha} of={alpha} none={say.alphaNone} text={say.alphaText(round.order)} />
        <Shown name={say.kappa} of={kappa} none={say.kappaNone} text={say.kappaText} />
      </dl>
      <p className={styles["text"]}>{say.intervalText}</p>
      <p className={styles["text"]}>{say.limit}</p>
      <p className={styles["text"]}>{say.from(papers.length)}</p>
      <ul className={styles["papers"]}>
        {papers.map(({ paper, code }) => (
          <li key={paper}>
            <button type="button" className={styles["paper"]} onClick={() => onRead(paper)}>
              <VisuallyHidden>{alone.read(code)}</VisuallyHidden>
              <span aria-hidden>{code}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Shown(props: {
  readonly name: string;
  readonly of: Coefficient | undefined;
  readonly none: string;
  readonly text: string;
}) {
  const { name, of, none, text } = props;
  return (
    <div className={styles["figure"]}>
      <dt className={styles["name"]}>{name}</dt>
      {of && (
        <dd className={styles["value"]}>
          {say.value(of.value)}
          {of.interval && (
            <span className={styles["interval"]}>{say.interval(...of.interval)}</span>
          )}
        </dd>
      )}
      <dd className={styles["text"]}>{of ? text : none}</dd>
    </div>
  );
}
