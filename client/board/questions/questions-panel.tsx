/**
 * Questions and tags of the whole board: every open question with the way to where it is asked, the closed
 * ones folded away; and every tag with the papers behind it.
 */
import { CircleCheck, RotateCcw } from "lucide-react";
import { useMemo, useRef } from "react";
import { type Question, questionsOn } from "../../../shared/board/questions.ts";
import { tagsOf } from "../../../shared/papers/tags.ts";
import type { NumbersHands } from "../../numbers/numbers-hands.ts";
import { setClosed } from "../../papers/reading/note-acts.ts";
import { papersInOrder } from "../../papers/reading/reading-order.ts";
import { useBoard, useMayWrite, useSession } from "../../sync/use-board.tsx";
import { Button } from "../../ui/button.tsx";
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
  const tags = useMemo(
    () => tagsOf(papers.flatMap((id) => view.papers.get(id) ?? [])),
    [view, papers],
  );
  const open = all.filter(({ note }) => !note.closed);
  const closed = all.filter(({ note }) => note.closed);
  /** What had the focus is about to go. */
  const gone = (): void => heading.current?.focus();
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
            <Questions some={open} onGone={gone} />
          ) : (
            <p className={styles["none"]}>{mayWrite ? say.none : say.noneToVisitors}</p>
          )}
          {closed.length > 0 && (
            <details className={styles["closed"]}>
              <summary className={styles["summary"]}>{say.closed(closed.length)}</summary>
              <Questions some={closed} onGone={gone} />
            </details>
          )}
        </section>
        <section className={styles["part"]} aria-label={sayTags.tags}>
          <h3 className={styles["name"]}>{sayTags.tags}</h3>
          {tags.length > 0 ? (
            <ul className={styles["rows"]}>
              {tags.map((tag) => (
                <TagRow key={tag.key} tag={tag} hands={hands} onGone={gone} />
              ))}
            </ul>
          ) : (
            <p className={styles["none"]}>{mayWrite ? sayTags.none : sayTags.noneToVisitors}</p>
          )}
        </section>
      </div>
    </SidePanel>
  );
}

function Questions(props: { readonly some: readonly Question[]; readonly onGone: () => void }) {
  const { some, onGone } = props;
  const port = useCommandPort();
  const session = useSession();
  const mayWrite = useMayWrite();
  const papers = useBoard((view) => view.papers);
  /** Where it is asked: on a paper that is in the reader, at its mark. */
  function go({ note, on }: Question): void {
    if (!on) return goTo(port, { kind: "note", id: note.id }, true);
    change(port.state, { reading: { paper: on.paper, region: on.mark.region.id } });
  }
  return (
    <ul className={styles["rows"]}>
      {some.map((question) => {
        const { note, on } = question;
        return (
          <li key={note.id} className={styles["row"]}>
            <button type="button" className={styles["go"]} onClick={() => go(question)}>
              <span className={styles["words"]}>{note.words}</span>
              <span className={styles["where"]}>
                {on ? say.onPaper(papers.get(on.paper)?.code ?? "?", on.mark.index) : say.onTable}
              </span>
            </button>
            {mayWrite && (
              <Button
                size="small"
                variant="quiet"
                icon={note.closed ? RotateCcw : CircleCheck}
                aria-label={note.closed ? say.reopenOf(note.words) : say.closeOf(note.words)}
                onClick={() => {
                  setClosed(session, note.id, !note.closed);
                  onGone();
                }}
              >
                {note.closed ? say.reopen : say.close}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
