/** The words of being at one board together: following, calling, pointing, links to a place. */
export const together = {
  follow: (name: string): string => `Follow ${name}`,
  following: (name: string): string => `You follow ${name}`,
  stop: "Stop following",
  left: (name: string): string => `${name} is not here any more. You stay where you are.`,

  bring: "Bring everyone here",
  called: "Everyone here is asked to come",
  calls: (name: string): string => `${name} asks everyone to come along`,
  /** The seconds that are left to say no. */
  goingIn: (seconds: number): string => `You go along in ${seconds}`,
  go: "Go along",
  stay: "Stay here",

  copyPlaceLink: "Copy link to this place",
  copyThingLink: "Copy link to this",
} as const;
