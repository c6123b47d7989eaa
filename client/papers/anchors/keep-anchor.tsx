/**
 * Keeping a paper as a picture of understanding: which concept it shows, in which grade, and what can be seen
 * on it. Nothing has to be said but the concept.
 */
import { Bookmark } from "lucide-react";
import { useState } from "react";
import type { PaperId } from "../../../shared/base/ids.ts";
import { sameWords } from "../../../shared/inquiry/anchors.ts";
import type { AskTeam } from "../../sync/team-lane.ts";
import { useBoard, useSession } from "../../sync/use-board.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { toast } from "../../ui/toast.tsx";
import { anchors as say } from "../../words/en/anchors.ts";
import { PageImage } from "../reading/page-image.tsx";
import { AnchorFields, type Said } from "./anchor-fields.tsx";
import styles from "./keep-anchor.module.css";
import { anchorsOf, useTeamAnchors } from "./team-anchors.ts";

export interface KeepAnchorProps {
  readonly paper: PaperId;
  readonly askTeam: AskTeam;
  /** Goes to the team's threads, to the one of this concept. */
  readonly onLook: (key: string) => void;
  readonly onClose: () => void;
}

/** As in the styles. CSS pixels. */
const pictureWidth = 200;

export function KeepAnchor({ paper, askTeam, onLook, onClose }: KeepAnchorProps) {
  const { boardId, newId } = useSession();
  const code = useBoard((view) => view.papers.get(paper)?.code ?? "");
  const first = useBoard((view) => view.pagesOf.get(paper)?.[0]);
  const kept = useTeamAnchors(askTeam);
  const [said, setSaid] = useState<Said>({ concept: "", grade: "", shows: "" });
  const threads = kept.is === "here" ? kept.threads : [];
  const ofPaper = anchorsOf(threads, boardId, paper);
  const key = sameWords(said.concept);
  const known = ofPaper.find(({ concept }) => sameWords(concept) === key);

  function keep(): void {
    if (kept.is !== "here") return;
    const concept = threads.find((thread) => thread.key === key)?.concept ?? said.concept.trim();
    kept.keep({ ...said, concept, id: newId(), board: boardId, paper, at: Date.now() });
    toast({
      kind: "good",
      title: say.kept(concept),
      action: { label: say.look, onSelect: () => onLook(key) },
    });
    onClose();
  }

  return (
    <Dialog
      open
      sticky
      size="medium"
      title={say.keepTitle(code)}
      description={say.keepAbout}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{say.cancel}</Button>
          <Button
            variant="primary"
            icon={Bookmark}
            disabled={kept.is !== "here" || key === ""}
            onClick={keep}
          >
            {say.keepNow}
          </Button>
        </>
      }
    >
      <div className={styles["columns"]}>
        {first && (
          <span className={styles["picture"]}>
            <PageImage page={first} width={pictureWidth} alt="" />
          </span>
        )}
        <div className={styles["said"]}>
          {kept.is !== "here" && (
            <p className={styles["soft"]} aria-live="polite">
              {kept.is === "waiting" ? say.waiting : say.noTeam}
            </p>
          )}
          <AnchorFields
            asksConcept
            said={said}
            threads={threads}
            onSay={(part) => setSaid((last) => ({ ...last, ...part }))}
          />
          {known && <p className={styles["soft"]}>{say.keptAlready(known.concept)}</p>}
          {ofPaper.length > 0 && (
            <section className={styles["kept"]} aria-label={say.papersOf}>
              <h3 className={styles["heading"]}>{say.papersOf}</h3>
              <ul className={styles["list"]}>
                {ofPaper.map(({ id, concept, grade, shows }) => (
                  <li key={id}>
                    <strong>{concept}</strong>
                    <span className={styles["soft"]}>
                      {[grade, shows].filter((words) => words !== "").join(" · ")}
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
      </div>
    </Dialog>
  );
}
