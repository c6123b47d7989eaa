/** The words for the next steps of a need: what the team tries. */
const parts = {
  what: "What we try",
  where: "Where",
  lead: "Who leads",
  when: "When",
  lookFor: "What we will look for",
} as const;
type Detail = Exclude<keyof typeof parts, "what">;

export const nextSteps = {
  title: "Next steps",
  add: "Next step",
  parts,
  unsaid: "A step without words yet",
  addPart: (part: Detail, step: string): string => `${parts[part]}: say it, for ${quoted(step)}`,
  up: (step: string): string => `Move up ${quoted(step)}`,
  down: (step: string): string => `Move down ${quoted(step)}`,
  remove: (step: string): string => `Take away ${quoted(step)}`,
  removed: (step: string): string => `Taken away: ${step === "" ? "a next step" : step}`,
  undo: "Undo",
} as const;

function quoted(step: string): string {
  return step === "" ? "this next step" : `“${step}”`;
}
