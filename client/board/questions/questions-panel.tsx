/**
 * Questions and tags of the whole board: every open question with the way to where it is asked, the closed
 * ones folded away; and every tag with the papers behind it.
 */
import { useMemo, useRef } from "react";
import { type Question, questionsOn } from "../../../shared/board/questions.ts";
import type { NumbersHands } from "../../numbers/numbers-hands.ts";
import { ClosedQuestions, QuestionList } from "../../papers/reading/question-list.tsx";
import { papersInOrder } from "../../papers/reading/reading-order.ts";
import { useTags } from "../../papers/tags/use-tags.ts";
import { WithheldLine } from "../../papers/tags/withheld-line.tsx";
import { useBoard, useMayWrite } from "../../sync/use-board.tsx";
import { closesOnEscape, SidePanel } from "../../ui/side-panel.tsx";
import { questions as say } from "../../words/en/questions.ts";
import { tags as sayTags } from "../../words/en/tags.ts";
import { words } from "../../words/words.ts";
import { useCommandPort } from "../commands/use-commands.ts";
import { goTo } from "../finding/go-to.ts";
import { change } from "../table-state.ts";
import styles from "./questions-panel.module.css";
import { TagRow } from "./tag-row.tsx";

export interface QuestionsPanelProps {
  readonly hands: NumbersHands;
  readonly onClose: () => void;
}

export function QuestionsPanel({ hands, onClose }: QuestionsPanelProps) {
  const view = useBoard((board) => board);
  const mayWrite = useMayWrite();
  const heading = useRef<HTMLHeadingElement>(null);
  const papers = useMemo(() => papersInOrder(view), [view]);
  const all = useMemo(() => questionsOn(view, papers), [view, papers]);
  const tags = useTags(papers);
  const open = all.filter(({ note }) => !note.closed);
  const closed = all.filter(({ note }) => note.closed);
  const port = useCommandPort();
  /** What had the focus is about to go. */
  const gone = (): void => heading.current?.focus();
  const list = {
    whereOf: ({ on }: Question): string =>
      on ? say.onPaper(view.papers.get(on.paper)?.code ?? "?", on.mark.index) : say.onTable,
    /** To the mark, in the reader, or to the note on the table. */
    onGo({ note, on }: Question): void {
      if (!on) return goTo(port, { kind: "note", id: note.id }, true);
      change(port.state, { reading: { paper: on.paper, region: on.mark.region.id } });
    },
    onGone: gone,
  };
  return (
    <SidePanel
      title={words.board.questions}
      about={say.about}
      close={say.closePanel}
      onClose={onClose}
      heading={heading}
      onKeyDown={closesOnEscape(onClose)}
    >
      <div className={styles["body"]}>
        <section className={styles["part"]} aria-label={say.open}>
          <h3 className={styles["name"]}>{say.openCount(open.length)}</h3>
          {open.length > 0 ? (
            <QuestionList {...list} some={open} />
          ) : (
            <p className={styles["none"]}>{mayWrite ? say.none : say.noneToVisitors}</p>
          )}
          <ClosedQuestions {...list} some={closed} />
        </section>
        <section className={styles["part"]} aria-label={sayTags.tags}>
          <h3 className={styles["name"]}>{sayTags.tags}</h3>
          <WithheldLine />
          {tags.length > 0 ? (
            <ul className={styles["rows"]}>
              {tags.map((tag) => (
                <TagRow key={tag.key} tag={tag} hands={hands} onGone={gone} />
              ))}
            </ul>
          ) : (
            !view.isWithheld && (
              <p className={styles["none"]}>{mayWrite ? sayTags.none : sayTags.noneToVisitors}</p>
            )
          )}
        </section>
      </div>
    </SidePanel>
  );
}
