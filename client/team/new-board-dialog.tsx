/** A new board: a title, which may stay empty. */
import { type FormEvent, useId, useState } from "react";
import type { BoardId, TeamId } from "../../shared/base/ids.ts";
import { limits } from "../../shared/protocol/limits.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { TextField } from "../ui/text-field.tsx";
import { arriving } from "../words/en/arriving.ts";
import { words } from "../words/words.ts";
import { createBoard } from "./api.ts";

const say = arriving.newBoard;

export function NewBoardDialog(props: {
  readonly open: boolean;
  readonly teamId: TeamId;
  readonly onClose: () => void;
  readonly onMade: (boardId: BoardId) => void;
}) {
  const form = useId();
  const [title, setTitle] = useState("");
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  async function make(): Promise<void> {
    setBusy(true);
    const made = await createBoard(props.teamId, { title: title.trim() });
    if (made.ok) return props.onMade(made.value.boardId);
    setBusy(false);
    setError(words.refusals[made.code]);
  }

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    void make();
  }

  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={say.heading}
      description={say.text}
      size="small"
      footer={
        <>
          <Button variant="quiet" onClick={props.onClose}>
            {say.cancel}
          </Button>
          <Button type="submit" form={form} variant="primary" disabled={isBusy}>
            {say.make}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={onSubmit} noValidate>
        <TextField
          label={say.title}
          hint={say.titleHint}
          placeholder={say.titlePlaceholder}
          error={error}
          maxLength={limits.titleLength}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
