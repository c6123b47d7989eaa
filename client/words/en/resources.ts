/** The words for what could meet a need, and for needs that nothing meets yet. */
const kinds = {
  person: "Person",
  time: "Time",
  material: "Material",
  visit: "Visit",
  expert: "Expert",
  money: "Money",
} as const;
type Kind = keyof typeof kinds;

const states = { wanted: "Wanted", have: "We have it" } as const;

/** "Material: a lamp", "Time". */
const named = (kind: Kind, said: string): string =>
  said === "" ? kinds[kind] : `${kinds[kind]}: ${said}`;

export const resources = {
  title: "What could meet it",
  add: "What could meet it?",
  kinds,
  states,
  named,
  /** In a list of all that somebody did. */
  forNeed: (kind: Kind): string => `For a need, ${kinds[kind].toLowerCase()}`,
  /** In the empty field of each kind. */
  asks: {
    person: "Who?",
    time: "When, how much?",
    material: "What?",
    visit: "Where, to see what?",
    expert: "Who, about what?",
    money: "For what?",
  },
  wordsOf: (kind: Kind): string => `${kinds[kind]} in a few words`,
  kindOf: (kind: Kind, said: string): string => `${named(kind, said)}. Change the kind`,
  stateOf: (kind: Kind, said: string): string => `Do we have it? ${named(kind, said)}`,
  up: (kind: Kind, said: string): string => `Move up: ${named(kind, said)}`,
  down: (kind: Kind, said: string): string => `Move down: ${named(kind, said)}`,
  remove: (kind: Kind, said: string): string => `Take away ${named(kind, said)}`,
  removed: (kind: Kind, said: string): string => `Taken away: ${named(kind, said)}`,
  undo: "Undo",

  unmet: "Unmet needs",
  unmetAbout: "Nothing that the team has is put to these yet.",
  unmetCounted: (count: number): string => (count === 1 ? "1 need" : `${count} needs`),
  goTo: (need: string): string => `Go to “${need}”`,
  /** What is wanted for a need, each as `named` says it. */
  wanted: (named: readonly string[]): string => `Wanted: ${named.join("; ")}`,
} as const;
