/**
 * What a need stands on, in words with a mark: a hunch, or so many papers, which one press shows. A
 * statement about evidence, never about anybody's work.
 */
import { ChevronDown, FileStack, Lightbulb } from "lucide-react";
import { useId, useState } from "react";
import type { PaperId } from "../../shared/base/ids.ts";
import type { Standing } from "../../shared/board/standing.ts";
import type { EvidenceTarget } from "../papers/evidence-drag.ts";
import { PageImage } from "../papers/reading/page-image.tsx";
import { useBoard } from "../sync/use-board.tsx";
import { classes } from "../ui/classes.ts";
import { needs as needWords } from "../words/en/needs.ts";
import styles from "./standing-line.module.css";

export function StandingLine(props: {
  readonly standing: Standing;
  readonly onShow: (target: EvidenceTarget) => void;
}) {
  const { standing, onShow } = props;
  const [open, setOpen] = useState(false);
  const list = useId();
  const count = standing.papers.length;
  if (standing.hunch) {
    return (
      <p className={classes(styles["line"], styles["hunch"])}>
        <Lightbulb size={16} strokeWidth={1.9} aria-hidden />
        {count === 0 ? needWords.hunch : needWords.hunchOne}
      </p>
    );
  }
  return (
    <div className={styles["standing"]}>
      <button
        type="button"
        className={classes(styles["line"], styles["rests"])}
        aria-expanded={open}
        aria-controls={list}
        onClick={() => setOpen(!open)}
      >
        <FileStack size={16} strokeWidth={1.9} aria-hidden />
        {needWords.restsOn(count)}
        <ChevronDown size={16} aria-hidden className={styles["turn"]} />
      </button>
      <ul id={list} className={styles["papers"]} aria-label={needWords.papersOf} hidden={!open}>
        {open && standing.papers.map((id) => <PaperLink key={id} paper={id} onShow={onShow} />)}
      </ul>
    </div>
  );
}

function PaperLink(props: {
  readonly paper: PaperId;
  readonly onShow: (target: EvidenceTarget) => void;
}) {
  const { paper, onShow } = props;
  const code = useBoard((view) => view.papers.get(paper)?.code ?? "");
  const page = useBoard((view) => view.pagesOf.get(paper)?.[0]);
  return (
    <li>
      <button
        type="button"
        className={styles["paper"]}
        aria-label={needWords.openPaper(code)}
        onClick={() => onShow({ paper })}
      >
        {page && (
          <span
            className={styles["thumb"]}
            style={{ aspectRatio: `${page.size.w} / ${page.size.h}` }}
          >
            <PageImage page={page} width={64} alt="" loading="lazy" />
          </span>
        )}
        <span className={styles["code"]}>{code}</span>
      </button>
    </li>
  );
}
