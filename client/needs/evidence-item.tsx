/** One piece of evidence on a need: the live crop, whose paper it is, and what was noticed there. */

import { X } from "lucide-react";
import type { Evidence } from "../../shared/board/needs.ts";
import type { Note } from "../../shared/board/notes.ts";
import { carryEvidence, type EvidenceTarget } from "../papers/evidence-drag.ts";
import { PageImage } from "../papers/reading/page-image.tsx";
import { RegionCrop } from "../papers/reading/region-crop.tsx";
import { stanceIcons } from "../papers/reading/stance-choice.tsx";
import { useBoard, useSession } from "../sync/use-board.tsx";
import { IconButton } from "../ui/button.tsx";
import { toast } from "../ui/toast.tsx";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { list as listWords } from "../words/en/list.ts";
import { needs as needWords } from "../words/en/needs.ts";
import { reading as readingWords } from "../words/en/reading.ts";
import styles from "./evidence-item.module.css";
import { removeEvidence } from "./need-acts.ts";

export interface EvidenceItemProps {
  readonly evidence: Evidence;
  /** Of the crop, in CSS pixels. */
  readonly width: number;
  readonly mayRemove: boolean;
  readonly onShow: (target: EvidenceTarget) => void;
}

const noNotes: readonly Note[] = [];

export function EvidenceItem({ evidence, width, mayRemove, onShow }: EvidenceItemProps) {
  const session = useSession();
  const { paper, region } = evidence;
  const target: EvidenceTarget = region === undefined ? { paper } : { region };
  const code = useBoard((view) => view.papers.get(paper)?.code ?? "");
  const notes = useBoard((view) => (region && view.notesOn.get(region)) || noNotes);

  function takeAway(): void {
    const restore = removeEvidence(session, evidence);
    toast({
      title: needWords.evidenceRemoved(code),
      action: { label: needWords.undo, onSelect: restore },
    });
  }

  return (
    // Dragging is one more way to what "Pick evidence" does by keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      className={styles["item"]}
      draggable
      onDragStart={(event) => carryEvidence(event.dataTransfer, target)}
    >
      <button
        type="button"
        className={styles["show"]}
        aria-label={needWords.showEvidence(code)}
        onClick={() => onShow(target)}
      >
        <EvidenceCrop target={target} width={width} />
      </button>
      <div className={styles["paper"]}>
        <strong className={styles["code"]}>{code}</strong>
        <EvidencePlace target={target} />
        {mayRemove && (
          <span className={styles["remove"]}>
            <IconButton
              label={needWords.removeEvidence(code)}
              icon={X}
              size="small"
              onClick={takeAway}
            />
          </span>
        )}
      </div>
      <NotesOn notes={notes} />
    </li>
  );
}

/** The region as it stands on its page now, or the first page of the paper. For eyes: words stand beside. */
export function EvidenceCrop(props: { readonly target: EvidenceTarget; readonly width: number }) {
  const { target, width } = props;
  const page = useBoard((view) =>
    "paper" in target ? view.pagesOf.get(target.paper)?.[0] : undefined,
  );
  if ("region" in target) {
    return <RegionCrop region={target.region} width={width} maxHeight={width} alt="" />;
  }
  if (!page) return null;
  const scale = width / Math.max(page.size.w, page.size.h);
  const place = { width: page.size.w * scale, height: page.size.h * scale };
  return (
    <span className={styles["whole"]} style={place}>
      <PageImage page={page} width={place.width} alt="" loading="lazy" />
    </span>
  );
}

/** Which part of the paper: the whole of it, or the page where it has several. */
export function EvidencePlace({ target }: { readonly target: EvidenceTarget }) {
  const place = useBoard((view) => {
    if ("paper" in target) return needWords.wholePaper;
    const page = view.pages.get(view.regions.get(target.region)?.page ?? ("" as never));
    const pages = page && view.pagesOf.get(page.paper);
    return page && pages ? needWords.pageOf(pages.indexOf(page) + 1, pages.length) : "";
  });
  return place ? <span className={styles["place"]}>{place}</span> : null;
}

/** What was noticed or wondered on a region, each with its stance as a mark and in words. */
export function NotesOn({ notes }: { readonly notes: readonly Note[] }) {
  if (notes.length === 0) return null;
  return (
    <span className={styles["notes"]}>
      {notes.map((note) => {
        const Icon = stanceIcons[note.stance];
        return (
          <span key={note.id} className={styles["note"]}>
            <span className={styles["stance"]}>
              <Icon size={15} strokeWidth={2} aria-hidden />
              <VisuallyHidden>{readingWords.stanceOf[note.stance]}: </VisuallyHidden>
            </span>
            <span>{note.words || listWords.noWords}</span>
          </span>
        );
      })}
    </span>
  );
}
