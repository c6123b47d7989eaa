/**
 * The task: its words, the team's templates to begin with, and keeping what is set for the next time. What is
 * typed is handed on at once; there is nothing to save.
 */
import { BookmarkPlus, ClipboardList, Trash2 } from "lucide-react";
import { useId, useState } from "react";
import { longestTask, type Task } from "../../../shared/board/meta.ts";
import {
  isSameTitle,
  type Template,
  type TemplateSettings,
  templateLimits,
} from "../../../shared/inquiry/templates.ts";
import type { AskTeam } from "../../sync/team-lane.ts";
import { useSession } from "../../sync/use-board.tsx";
import { Button, IconButton } from "../../ui/button.tsx";
import { Confirm } from "../../ui/confirm.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextArea, TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { tasks as say } from "../../words/en/tasks.ts";
import styles from "./task-dialog.module.css";
import { type TeamTemplates, useTeamTemplates } from "./team-templates.ts";

export interface TaskDialogProps {
  readonly task: Task;
  /** One of its texts is another now. */
  readonly onTask: (text: Partial<Task>) => void;
  /** How papers are brought in now; undefined where none are. */
  readonly settings?: Omit<TemplateSettings, keyof Task> | undefined;
  readonly onUse: (template: Template) => void;
  readonly askTeam: AskTeam;
  readonly onClose: () => void;
}

export function TaskDialog(props: TaskDialogProps) {
  const { task, onTask, settings, onUse, askTeam, onClose } = props;
  const { newId } = useSession();
  const templates = useTeamTemplates(askTeam, newId);
  const [leaving, setLeaving] = useState<Template>();
  function use(template: Template): void {
    onUse(template);
    toast({
      kind: "good",
      title: say.used(template.title),
      ...(settings && { detail: say.usedDetail }),
    });
  }
  return (
    <>
      <Dialog
        open
        size="large"
        title={say.task}
        description={say.about}
        onClose={onClose}
        footer={
          <Button variant="primary" onClick={onClose}>
            {say.done}
          </Button>
        }
      >
        <div className={styles["columns"]}>
          <div className={styles["column"]}>
            <TextArea
              label={say.prompt}
              hint={say.promptHint}
              maxLength={longestTask}
              value={task.prompt}
              onChange={(event) => onTask({ prompt: event.target.value })}
            />
            <TextArea
              label={say.lookFor}
              maxLength={longestTask}
              value={task.lookFor}
              onChange={(event) => onTask({ lookFor: event.target.value })}
            />
          </div>
          <div className={styles["column"]}>
            <Ours templates={templates} onUse={use} onDelete={setLeaving} />
            {templates.is === "here" && (
              <Keep
                all={templates.all}
                hint={settings ? say.keepHint : say.keepTaskHint}
                onKeep={(title) => {
                  const before = templates.all.find((one) => isSameTitle(one.title, title));
                  const { pages, masks, nameless } = settings ?? before ?? plainSettings;
                  templates.keep({ title, ...task, pages, masks, nameless });
                  toast({ kind: "good", title: say.kept(title.trim()) });
                }}
              />
            )}
          </div>
        </div>
      </Dialog>
      {leaving && templates.is === "here" && (
        <Confirm
          title={say.removeTitle(leaving.title)}
          text={say.removeText}
          no={say.removeNot}
          yes={say.removeYes}
          onNo={() => setLeaving(undefined)}
          onYes={() => {
            templates.remove(leaving);
            setLeaving(undefined);
          }}
        />
      )}
    </>
  );
}

const plainSettings: Omit<TemplateSettings, keyof Task> = { pages: 1, masks: [], nameless: [] };

function Ours(props: {
  readonly templates: TeamTemplates;
  readonly onUse: (template: Template) => void;
  readonly onDelete: (template: Template) => void;
}) {
  const { templates, onUse, onDelete } = props;
  const heading = useId();
  return (
    <section className={styles["ours"]} aria-labelledby={heading}>
      <h3 id={heading} className={styles["heading"]}>
        {say.ours}
      </h3>
      {templates.is !== "here" ? (
        <p className={styles["soft"]} aria-live="polite">
          {templates.is === "waiting" ? say.waiting : say.noTeam}
        </p>
      ) : templates.all.length === 0 ? (
        <p className={styles["soft"]}>{say.none}</p>
      ) : (
        <ul className={styles["list"]}>
          {templates.all.map((template) => (
            <li key={template.id} className={styles["entry"]}>
              <Button icon={ClipboardList} onClick={() => onUse(template)}>
                {say.use(template.title)}
              </Button>
              <IconButton
                label={say.remove(template.title)}
                icon={Trash2}
                size="small"
                onClick={() => onDelete(template)}
              />
              <p className={styles["soft"]}>
                {say.pagesSaid(template.pages)}, {say.masksSaid(template.masks.flat().length)}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Keep(props: {
  readonly all: readonly Template[];
  readonly hint: string;
  readonly onKeep: (title: string) => void;
}) {
  const { all, hint, onKeep } = props;
  const [title, setTitle] = useState("");
  const heading = useId();
  const isThere = all.some((one) => isSameTitle(one.title, title));
  return (
    <section className={styles["ours"]} aria-labelledby={heading}>
      <h3 id={heading} className={styles["heading"]}>
        {say.keepTitle}
      </h3>
      <TextField
        label={say.title}
        hint={hint}
        maxLength={templateLimits.title}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <div>
        <Button
          icon={BookmarkPlus}
          disabled={title.trim() === ""}
          onClick={() => {
            onKeep(title);
            setTitle("");
          }}
        >
          {isThere ? say.replace : say.keep}
        </Button>
      </div>
    </section>
  );
}
