/** The versions of a board: keeping one under a name, opening one as a copy, going back to one. */
import { type FormEvent, useState } from "react";
import type { VersionSummary } from "../../../shared/protocol/api.ts";
import { limits } from "../../../shared/protocol/limits.ts";
import { useMayWrite, useSession, useUnsaved } from "../../sync/use-board.tsx";
import { keepVersion, restoreVersion, versionsOf } from "../../team/api.ts";
import { boardPath } from "../../team/paths.ts";
import { toldUnlessDone } from "../../team/told.ts";
import { useAnswer } from "../../team/use-answer.ts";
import { Button } from "../../ui/button.tsx";
import { Confirm } from "../../ui/confirm.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { past } from "../../words/en/past.ts";
import { words } from "../../words/words.ts";
import styles from "./versions-dialog.module.css";

const say = past;

/** What the server kept by itself stands under the name of what was gone back to then. */
const nameOf = ({ name, by }: VersionSummary): string => (by ? name : say.beforePutBack(name));

export function VersionsDialog({ onClose }: { readonly onClose: () => void }) {
  const { boardId } = useSession();
  const mayWrite = useMayWrite();
  const { answer, again } = useAnswer(boardId, () => versionsOf(boardId));
  const [goingBack, setGoingBack] = useState<VersionSummary | undefined>();
  const versions = answer?.ok ? answer.value.versions : [];

  async function openCopy({ versionId }: VersionSummary): Promise<void> {
    const made = await restoreVersion(boardId, versionId, { as: "copy" });
    if (toldUnlessDone(made)) location.assign(boardPath(made.value.boardId));
  }

  return (
    <Dialog open onClose={onClose} title={say.versionsTitle} description={say.versionsAbout}>
      {mayWrite && <KeepForm onKept={again} />}
      {answer && !answer.ok && <p role="alert">{words.refusals[answer.code]}</p>}
      {answer?.ok && versions.length === 0 && <p className={styles["none"]}>{say.noVersions}</p>}
      <ul className={styles["versions"]}>
        {versions.map((version) => (
          <li key={version.versionId} className={styles["version"]}>
            <div className={styles["what"]}>
              <span className={styles["name"]}>{nameOf(version)}</span>
              <span className={styles["when"]}>
                {version.by
                  ? say.kept(new Date(version.at), version.by.name)
                  : say.keptByNoticeboard(new Date(version.at))}
              </span>
            </div>
            {mayWrite && (
              <div className={styles["acts"]}>
                <Button
                  size="small"
                  aria-label={say.openCopyOf(nameOf(version))}
                  onClick={() => void openCopy(version)}
                >
                  {say.openCopy}
                </Button>
                <Button
                  size="small"
                  aria-label={say.putBackTo(nameOf(version))}
                  onClick={() => setGoingBack(version)}
                >
                  {say.putBack}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {goingBack && <GoBack version={goingBack} onClose={() => setGoingBack(undefined)} />}
    </Dialog>
  );
}

function KeepForm({ onKept }: { readonly onKept: () => void }) {
  const { boardId } = useSession();
  const [name, setName] = useState("");
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  async function keep(): Promise<void> {
    const tidy = name.trim();
    if (tidy === "") return setError(say.versionNameMissing);
    setError(undefined);
    setBusy(true);
    const kept = await keepVersion(boardId, { name: tidy });
    setBusy(false);
    if (!kept.ok) return setError(words.refusals[kept.code]);
    setName("");
    toast({ title: say.versionKept(tidy), kind: "good" });
    onKept();
  }

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    void keep();
  }

  return (
    <form className={styles["keep"]} onSubmit={onSubmit} noValidate>
      <TextField
        label={say.versionName}
        hint={say.versionNameHint}
        error={error}
        maxLength={limits.nameLength}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit" variant="primary" disabled={isBusy}>
        {say.keepVersion}
      </Button>
    </form>
  );
}

/** The server keeps what was there as a version of its own: one can come back from going back. */
function GoBack(props: { readonly version: VersionSummary; readonly onClose: () => void }) {
  const { version, onClose } = props;
  const session = useSession();
  const isUnsaved = useUnsaved();
  const [isBusy, setBusy] = useState(false);

  async function putBack(): Promise<void> {
    setBusy(true);
    const done = await restoreVersion(session.boardId, version.versionId, { as: "here" });
    setBusy(false);
    if (!toldUnlessDone(done)) return;
    await session.close();
    location.reload();
  }

  return (
    <Confirm
      title={say.putBackTitle(nameOf(version))}
      text={isUnsaved ? say.putBackUnsaved : say.putBackText(new Date(version.at))}
      no={say.putBackNot}
      yes={say.putBackDo}
      disabled={isBusy || isUnsaved}
      onNo={onClose}
      onYes={() => void putBack()}
    />
  );
}
