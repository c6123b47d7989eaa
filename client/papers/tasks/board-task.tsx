/** The task of a board, to be said, changed or taken from the team's, whether or not papers come in. */

import { useState } from "react";
import { describeTask, type Task } from "../../../shared/board/meta.ts";
import type { AskTeam } from "../../sync/team-lane.ts";
import { useBoard, useSession } from "../../sync/use-board.tsx";
import { TaskDialog } from "./task-dialog.tsx";

export interface BoardTaskProps {
  readonly askTeam: AskTeam;
  readonly onClose: () => void;
}

export function BoardTask({ askTeam, onClose }: BoardTaskProps) {
  const session = useSession();
  const there = useBoard((view) => view.meta.task);
  /** What is being written here; for the rest the board's words show. */
  const [written, setWritten] = useState<Partial<Task>>({});
  const task: Task = { ...there, ...written };
  return (
    <TaskDialog
      task={task}
      onTask={(text) => setWritten({ ...written, ...text })}
      onUse={({ prompt, lookFor }) => setWritten({ prompt, lookFor })}
      askTeam={askTeam}
      onClose={() => {
        session.act((origin) => describeTask(session.doc, task, origin));
        onClose();
      }}
    />
  );
}
