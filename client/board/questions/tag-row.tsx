/** One tag of the board: its words, how many papers have it, and, unfolded, those papers and what can be done. */
import { BookOpen, ChevronRight, Pencil, SunDim, Trash2 } from "lucide-react";
import { type FormEvent, useState } from "react";
import { mostTag } from "../../../shared/papers/papers.ts";
import { hasTag, type TagInUse, tidyTag } from "../../../shared/papers/tags.ts";
import type { NumbersHands } from "../../numbers/numbers-hands.ts";
import { changeTag, putTag, takeTagOff } from "../../papers/tags/tag-acts.ts";
import { useBoard, useMayWrite, useSession } from "../../sync/use-board.tsx";
import { Button } from "../../ui/button.tsx";
import { useStore } from "../../ui/store.ts";
import { TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { tags as say } from "../../words/en/tags.ts";
import { useHands } from "../board-context.ts";
import { change } from "../table-state.ts";
import styles from "./questions-panel.module.css";

interface TagRowProps {
  readonly tag: TagInUse;
  readonly hands: NumbersHands;
  /** The row goes, or becomes another. */
  readonly onGone: () => void;
}

export function TagRow({ tag, hands, onGone }: TagRowProps) {
  const { state } = useHands();
  const mayWrite = useMayWrite();
  const isTable = useStore(state, ({ look }) => look === "table");
  const filter = useStore(state, (value) => value.filter);
  const papers = useBoard((view) => view.papers);
  const [isOpen, setOpen] = useState(false);
  const isBright = filter !== undefined && "tag" in filter && filter.tag === tag.key;
  return (
    <li>
      <button
        type="button"
        className={styles["tag"]}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <ChevronRight size={18} aria-hidden />
        <span className={styles["words"]}>{tag.words}</span>
        <span className={styles["where"]}>{say.count(tag.papers.length)}</span>
      </button>
      {isOpen && (
        <div className={styles["inner"]}>
          <ul className={styles["codes"]} aria-label={say.show(tag.words)}>
            {tag.papers.map((paper, i) => (
              <li key={paper}>
                <button
                  type="button"
                  className={styles["code"]}
                  onClick={() => hands.open([...tag.papers.slice(i), ...tag.papers.slice(0, i)])}
                >
                  {papers.get(paper)?.code}
                </button>
              </li>
            ))}
          </ul>
          <div className={styles["acts"]}>
            <Button size="small" icon={BookOpen} onClick={() => hands.open(tag.papers)}>
              {say.read}
            </Button>
            {isTable && (
              <Button
                size="small"
                icon={SunDim}
                aria-pressed={isBright}
                variant={isBright ? "primary" : "plain"}
                onClick={() => change(state, { filter: isBright ? undefined : { tag: tag.key } })}
              >
                {say.bright}
              </Button>
            )}
          </div>
          {mayWrite && <Changing tag={tag} onGone={onGone} />}
        </div>
      )}
    </li>
  );
}

const untagged = { tags: [] };

function Changing({ tag, onGone }: Pick<TagRowProps, "tag" | "onGone">) {
  const session = useSession();
  const [typed, setTyped] = useState<string | undefined>();
  function rename(event: FormEvent): void {
    event.preventDefault();
    const to = tidyTag(typed ?? "");
    setTyped(undefined);
    if (to === "" || to === tag.words) return;
    changeTag(session, tag.words, to);
    onGone();
    toast({ title: say.renamed(to) });
  }
  function remove(): void {
    // On what it is now, for taking it back: a paper may be among them for the sake of a region alone.
    const { papers, regions } = session.reader.view();
    const on = {
      papers: tag.papers.filter((id) => hasTag(papers.get(id) ?? untagged, tag.words)),
      regions: tag.regions.filter((id) => hasTag(regions.get(id) ?? untagged, tag.words)),
    };
    takeTagOff(session, on, tag.words);
    onGone();
    toast({
      title: say.removed(tag.words, tag.papers.length),
      action: {
        label: say.undo,
        onSelect: () => putTag(session, on, tag.words),
      },
    });
  }
  if (typed === undefined) {
    return (
      <div className={styles["acts"]}>
        <Button size="small" variant="quiet" icon={Pencil} onClick={() => setTyped(tag.words)}>
          {say.rename}
        </Button>
        <Button size="small" variant="quiet" icon={Trash2} onClick={remove}>
          {say.remove}
        </Button>
      </div>
    );
  }
  return (
    <form className={styles["rename"]} onSubmit={rename}>
      <TextField
        label={say.renameField}
        value={typed}
        maxLength={mostTag}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was asked for just now
        autoFocus
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
          event.preventDefault();
          setTyped(undefined);
        }}
      />
      <div className={styles["acts"]}>
        <Button size="small" variant="primary" type="submit">
          {say.keep}
        </Button>
        <Button size="small" variant="quiet" onClick={() => setTyped(undefined)}>
          {say.cancel}
        </Button>
      </div>
    </form>
  );
}
