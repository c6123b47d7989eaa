/** The tags of a marked region, under what is said about it. Nothing where it has none. */
import type { Mark } from "../../../shared/board/marks.ts";
import { useSession } from "../../sync/use-board.tsx";
import { useStore } from "../../ui/store.ts";
import { tags as say } from "../../words/en/tags.ts";
import { useReading } from "../reading/reading-state.ts";
import { putTag, takeTagOff } from "./tag-acts.ts";
import { TagsPart } from "./tags-part.tsx";

export function MarkTags({ mark: { region, index } }: { readonly mark: Mark }) {
  const session = useSession();
  const { tagging } = useReading();
  const isWriting = useStore(tagging) === region.id;
  return (
    <TagsPart
      label={say.ofMark(index)}
      field={say.fieldForMark(index)}
      tags={region.tags}
      isWriting={isWriting}
      onDone={() => tagging.set(undefined)}
      onAdd={(words) => putTag(session, { regions: [region.id] }, words)}
      onTakeOff={(words) => takeTagOff(session, { regions: [region.id] }, words)}
    />
  );
}
