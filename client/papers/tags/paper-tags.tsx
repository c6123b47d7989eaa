/** The tags of the paper being read, and the way to add one. */
import { Bookmark } from "lucide-react";
import type { PaperId } from "../../../shared/base/ids.ts";
import { useBoard, useMayWrite, useSession } from "../../sync/use-board.tsx";
import { Button } from "../../ui/button.tsx";
import { useStore } from "../../ui/store.ts";
import { tags as say } from "../../words/en/tags.ts";
import { words as allWords } from "../../words/words.ts";
import { useReading } from "../reading/reading-state.ts";
import { putTag, takeTagOff } from "./tag-acts.ts";
import { TagsPart } from "./tags-part.tsx";

export const keepKeys = "alt+k";

export function PaperTags(props: {
  readonly paper: PaperId;
  /** Keeps the paper as a picture of understanding. */
  readonly onKeep: () => void;
}) {
  const { paper, onKeep } = props;
  const session = useSession();
  const { tagging } = useReading();
  const isWriting = useStore(tagging) === "paper";
  const tags = useBoard((view) => view.papers.get(paper)?.tags) ?? noTags;
  const mayWrite = useMayWrite();
  return (
    <TagsPart
      label={say.tags}
      field={say.field}
      tags={tags}
      isWriting={isWriting}
      onWrite={() => tagging.set("paper")}
      onDone={() => tagging.set(undefined)}
      onAdd={(words) => putTag(session, { papers: [paper] }, words)}
      onTakeOff={(words) => takeTagOff(session, { papers: [paper] }, words)}
    >
      {mayWrite && (
        <Button size="small" variant="quiet" icon={Bookmark} shortcut={keepKeys} onClick={onKeep}>
          {allWords.commands.keepAnchor}
        </Button>
      )}
    </TagsPart>
  );
}

const noTags: readonly string[] = [];
