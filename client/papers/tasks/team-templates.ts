/** The team's task templates in this browser: its lane, open for as long as somebody looks at them. */
import { markTeamLane } from "../../../shared/inquiry/notebook.ts";
import {
  deleteTemplate,
  keepTemplate,
  readTemplates,
  type Template,
  templatesRoot,
} from "../../../shared/inquiry/templates.ts";
import { type AskTeam, useReadOf, useTeamLane } from "../../sync/team-lane.ts";

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
  const opened = useTeamLane(askTeam, templatesRoot);
  const all = useReadOf(opened.is === "here" ? opened.lane.doc : undefined, readTemplates);
  if (opened.is !== "here") return opened;
  const { lane } = opened;
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
