/** Unsent work that earlier caches of this lane hold: offered as a download, thrown away only when asked. */
import { HardDriveDownload } from "lucide-react";
import { useEffect, useState } from "react";
import type { Leftover } from "../../sync/leftovers.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Confirm } from "../../ui/confirm.tsx";
import { saveFile } from "../../ui/save-file.ts";
import { toast } from "../../ui/toast.tsx";
import { words } from "../../words/words.ts";
import type { FileOf } from "./unsaved-file.ts";

const say = words.keeping;

export function LeftoverNote(props: {
  readonly found: Promise<readonly Leftover[]>;
  readonly fileOf: FileOf;
}) {
  const [leftovers, setLeftovers] = useState<readonly Leftover[]>([]);
  const [isAsking, setAsking] = useState(false);
  const { found, fileOf } = props;
  useEffect(() => {
    let isCurrent = true;
    void found.then((all) => {
      if (isCurrent) setLeftovers(all);
    });
    return () => {
      isCurrent = false;
    };
  }, [found]);
  if (leftovers.length === 0) return null;

  function download(): void {
    for (const leftover of leftovers) {
      const doc = leftover.lane();
      const file = fileOf(doc, leftover.updates, new Date());
      doc.destroy();
      saveFile(file.name, file.text);
    }
    toast({ title: say.downloaded, kind: "good" });
  }

  async function discard(): Promise<void> {
    setAsking(false);
    await Promise.all(leftovers.map((leftover) => leftover.discard()));
    setLeftovers([]);
  }

  return (
    <>
      <Banner
        kind="info"
        icon={HardDriveDownload}
        label={say.leftover}
        actions={
          <>
            <Button size="small" variant="quiet" onClick={() => setAsking(true)}>
              {say.discard}
            </Button>
            <Button size="small" onClick={download}>
              {say.download}
            </Button>
          </>
        }
      >
        <p>{say.leftoverText}</p>
      </Banner>
      {isAsking && (
        <Confirm
          title={say.discardTitle}
          text={say.discardText}
          no={say.keep}
          yes={say.discard}
          onNo={() => setAsking(false)}
          onYes={() => void discard()}
        />
      )}
    </>
  );
}
