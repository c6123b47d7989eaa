/** The team's task templates in this browser: its lane, open for as long as somebody looks at them. */
import { useEffect, useState, useSyncExternalStore } from "react";
import * as Y from "yjs";
import { markTeamLane } from "../../../shared/inquiry/notebook.ts";
import {
  deleteTemplate,
  keepTemplate,
  readTemplates,
  type Template,
  templatesRoot,
} from "../../../shared/inquiry/templates.ts";
import type { TeamAnswer } from "../../../shared/protocol/api.ts";
import { sameValue } from "../../../shared/records/records.ts";
import { type LaneSession, openLane, socketUrlHere } from "../../sync/lane-connection.ts";

/** Asks the server for the team; undefined where it cannot be had. */
export type AskTeam = () => Promise<TeamAnswer | undefined>;

export type TeamTemplates =
  | { readonly is: "waiting" | "away" }
  | {
      readonly is: "here";
      readonly all: readonly Template[];
      readonly keep: (template: Omit<Template, "id">) => void;
      readonly remove: (template: Template) => void;
    };

export function useTeamTemplates(
  askTeam: AskTeam,
  newId: <T extends string>() => T,
): TeamTemplates {
  const [opened, setOpened] = useState<{ readonly lane: LaneSession | undefined }>();
  useEffect(() => {
    let isOver = false;
    let lane: LaneSession | undefined;
    async function open(): Promise<void> {
      const team = await askTeam();
      if (isOver) return;
      if (!team) return setOpened({ lane: undefined });
      lane = laneOf(team);
      await lane.loaded;
      if (!isOver) setOpened({ lane });
    }
    void open().catch(() => setOpened({ lane: undefined }));
    return () => {
      isOver = true;
      void lane?.close();
    };
  }, [askTeam]);
  const all = useTemplates(opened?.lane?.doc);
  if (!opened) return { is: "waiting" };
  const { lane } = opened;
  if (!lane) return { is: "away" };
  return {
    is: "here",
    all,
    keep(template) {
      markTeamLane(lane.doc);
      lane.act((origin) => keepTemplate(lane.doc, { id: newId(), ...template }, origin));
    },
    remove: ({ id }) => lane.act((origin) => deleteTemplate(lane.doc, id, origin)),
  };
}

function laneOf(team: TeamAnswer): LaneSession {
  const { teamId, me, members, epoch } = team;
  return openLane({
    lane: { kind: "team", teamId },
    doc: new Y.Doc(),
    roots: [templatesRoot],
    me,
    members,
    epoch,
    canWrite: true,
    role: undefined,
    isKept: true,
    socketUrl: socketUrlHere(),
  });
}

const none: readonly Template[] = [];

function useTemplates(doc: Y.Doc | undefined): readonly Template[] {
  const [source] = useState(() => {
    let last = none;
    return (now: Y.Doc | undefined): readonly Template[] => {
      const next = now ? readTemplates(now) : none;
      if (!sameValue(last, next)) last = next;
      return last;
    };
  });
  return useSyncExternalStore(
    (listener) => {
      doc?.on("update", listener);
      return () => doc?.off("update", listener);
    },
    () => source(doc),
  );
}
