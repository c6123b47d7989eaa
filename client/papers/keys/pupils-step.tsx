/** Who each paper is by: what lies under its mask, shown here alone, beside a field for the name. */
import { ListOrdered } from "lucide-react";
import { pupilOf } from "../../../shared/papers/codes.ts";
import { useBoard } from "../../sync/use-board.tsx";
import { Button } from "../../ui/button.tsx";
import { useStore } from "../../ui/store.ts";
import { TextField } from "../../ui/text-field.tsx";
import { keys as say } from "../../words/en/keys.ts";
import type { Intake } from "../intake/intake.ts";
import { type PaperAtHand, papersAtHand, workOn } from "../intake/intake-state.ts";
import { suggestedBox } from "../intake/masks.ts";
import { useWorkerPicture } from "../intake/use-worker-picture.ts";
import { BookOpener } from "./book-opener.tsx";
import { longestName, namesakes, pupilNamed } from "./key-book.ts";
import styles from "./key-rows.module.css";
import { KeyRows } from "./key-rows.tsx";

export function PupilsStep({ intake }: { readonly intake: Intake }) {
  const state = useStore(intake.state);
  const { book, group } = state.pupils;
  const onBoard = useBoard((view) => view.papers);
  const papers = papersAtHand(state);
  const there = new Set([...onBoard.values()].map(({ code }) => pupilOf(code)));

  function noteOf({ name, printed }: PaperAtHand): string {
    if (name.trim() === "") return printed ? say.printed(printed) : say.nameless;
    const known = pupilNamed(book, name)?.code;
    if (known === undefined) return say.fresh;
    return there.has(known) ? say.again(known) : say.keeps(known);
  }

  return (
    <div className={styles["step"]}>
      <div className={styles["lead"]}>
        <p>{say.lead}</p>
        <p className={styles["soft"]}>{say.private}</p>
      </div>
      <BookOpener book={book} onBook={intake.openBook} />
      <div className={styles["beside"]}>
        {book.length > 0 && (
          <Button icon={ListOrdered} onClick={intake.nameInOrder}>
            {say.inOrder}
          </Button>
        )}
        <div className={styles["group"]}>
          <TextField
            label={say.group}
            autoComplete="off"
            maxLength={longestName}
            value={group}
            onChange={(event) => intake.setGroup(event.target.value)}
          />
        </div>
      </div>
      <div className={styles["notes"]} aria-live="polite">
        {namesakes(papers.map(({ name }) => name)).map((places) => (
          <p key={places.join()} className={styles["problem"]}>
            {say.namesakes(
              places.map((place) => place + 1),
              papers[places[0] ?? 0]?.name ?? "",
            )}
          </p>
        ))}
      </div>
      <KeyRows
        book={book}
        rows={papers.map((paper, i) => ({
          id: String(paper.key),
          label: say.paper(i + 1),
          shows: <Zone intake={intake} paper={paper} label={say.paper(i + 1)} />,
          name: paper.name,
          note: noteOf(paper),
        }))}
        onName={(id, name) => intake.setName(Number(id), name)}
      />
    </div>
  );
}

/** What is painted out on the paper's first page, or where names usually are. */
function Zone(props: {
  readonly intake: Intake;
  readonly paper: PaperAtHand;
  readonly label: string;
}) {
  const { intake, paper, label } = props;
  const state = useStore(intake.state);
  const work = workOn(state, paper.first);
  const boxes = work && work.boxes.length > 0 ? work.boxes : [suggestedBox];
  const { fit, turn } = paper.first.page;
  const picture = useWorkerPicture(
    intake.client,
    work && JSON.stringify([paper.key, fit, turn, boxes]),
    (worker) =>
      work
        ? worker.showUnder({ ...work, white: false, boxes }, zoneWidth)
        : Promise.reject(new Error("no picture")),
  );
  return (
    <span className={styles["zone"]}>{picture && <img src={picture} alt={say.zone(label)} />}</span>
  );
}

const zoneWidth = 700;
