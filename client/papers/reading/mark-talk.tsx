/** The talk about one mark, unfolded under it: threads about its region and about its notes. */
import { MessagesSquare } from "lucide-react";
import { useId, useState } from "react";
import type { Mark } from "../../../shared/board/marks.ts";
import type { About } from "../../../shared/talk/about.ts";
import { LaneProvider } from "../../sync/use-board.tsx";
import { SaidContext } from "../../talk/said.ts";
import { TalkAbout } from "../../talk/talk-about.tsx";
import { useOpenThreads, useTalk } from "../../talk/talk-hands.ts";
import { undoByKey } from "../../talk/talk-keys.ts";
import { Button } from "../../ui/button.tsx";
import { useStore } from "../../ui/store.ts";
import { VisuallyHidden } from "../../ui/visually-hidden.tsx";
import { words } from "../../words/words.ts";
import styles from "./mark-talk.module.css";
import { useReading } from "./reading-state.ts";

const say = words.talk;

export function MarkTalk({ mark }: { readonly mark: Mark }) {
  const { session } = useTalk();
  const { talking } = useReading();
  const { region, notes } = mark;
  const id = useId();
  const [said, setSaid] = useState("");
  const isOpen = useStore(talking, (one) => one === region.id);
  const count = useOpenThreads(region.id, ...notes.map((note) => note.id));
  const about: readonly [About, ...About[]] = [
    { kind: "region", id: region.id },
    ...notes.map((note): About => ({ kind: "note", id: note.id })),
  ];
  return (
    <div className={styles["talk"]}>
      <Button
        size="small"
        variant="quiet"
        icon={MessagesSquare}
        shortcut={isOpen ? undefined : "m"}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => talking.set(isOpen ? undefined : region.id)}
      >
        {count > 0 ? say.withCount(count) : say.title}{" "}
        <VisuallyHidden>{say.aboutMark(mark.index, count)}</VisuallyHidden>
      </Button>
      {isOpen && (
        // Keys of the talk; each has its button in the panel beside the table.
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
        <div id={id} onKeyDown={(event) => undoByKey(event, session)}>
          <LaneProvider session={session}>
            <SaidContext value={setSaid}>
              <TalkAbout about={about} name={say.mark(mark.index)} isWriting />
            </SaidContext>
          </LaneProvider>
          <VisuallyHidden>
            <output>{said}</output>
          </VisuallyHidden>
        </div>
      )}
    </div>
  );
}
