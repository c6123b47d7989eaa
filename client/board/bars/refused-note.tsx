/** Why the server does not take anything from this page any more, what to do about it, and the way on. */
import { CircleAlert, Download } from "lucide-react";
import type { LaneSession } from "../../sync/lane-connection.ts";
import { useLane, useRefusal, useStatus, useUnsaved } from "../../sync/use-board.tsx";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { saveFile } from "../../ui/save-file.ts";
import { toast } from "../../ui/toast.tsx";
import { words } from "../../words/words.ts";
import type { FileOf } from "../keeping/unsaved-file.ts";

/** Closed first, the page does not ask whether it may: what is unsaved stays in this browser. */
async function reload(session: LaneSession): Promise<void> {
  await session.close();
  location.reload();
}

export function RefusedNote({ fileOf }: { readonly fileOf: FileOf }) {
  const session = useLane();
  const status = useStatus();
  const refusal = useRefusal();
  const hasUnsaved = useUnsaved();
  if (status !== "refused" || !refusal) return null;
  const isOver = session.status.isOver();

  function download(): void {
    const file = fileOf(session.doc, session.unsaved(), new Date());
    saveFile(file.name, file.text);
    toast({ title: words.keeping.downloaded, kind: "good" });
  }

  return (
    <Banner
      kind="problem"
      icon={CircleAlert}
      label={words.keeping.refused}
      actions={
        isOver && (
          <>
            {hasUnsaved && (
              <Button size="small" icon={Download} onClick={download}>
                {words.keeping.download}
              </Button>
            )}
            <Button size="small" onClick={() => void reload(session)}>
              {words.keeping.reload}
            </Button>
          </>
        )
      }
    >
      <p>
        {isOver && <strong>{words.board.refusedTitle(hasUnsaved)} </strong>}
        {words.refusals[refusal]}
      </p>
    </Banner>
  );
}
