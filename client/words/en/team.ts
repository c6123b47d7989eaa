/** The words of the shell around every page, and what pages say of a team and of whoever looks in. */
export const team = {
  skipToContent: "Skip to the content",
  toStart: "Noticeboard, to the start",
  loading: "One moment …",
  tryAgain: "Try again",
  goToStart: "Go to the start",
  goToTeam: "Go to your team",

  /* Guests, as a sentence goes on with them. */
  roles: {
    criticalFriend: "critical friend",
    specialist: "specialist",
    staffReader: "staff reader",
  },
  signOut: {
    here: "Sign out here",
    title: "Sign out in this browser?",
    text: "There is no password: to come back you need your team’s invitation link. What was not sent yet stays in this browser until then.",
    not: "Stay",
  },
  visit: {
    banner: "Your visit",
    visiting: (role: string, until: string): string =>
      `You are visiting as ${role}, until ${until}. Everybody here sees that you are; what you look at stays with the team.`,
    guest: (name: string, role: string): string => `${name}, ${role}`,
  },

  missing: {
    page: "Not found",
    heading: "There is nothing at this address",
    text: "The link may be incomplete, or what it led to has been put away.",
  },
  broken: {
    heading: "This page stumbled",
    text: "Something went wrong in the page itself. Everything it showed as saved is safe; opening it again usually helps.",
    reload: "Open the page again",
  },
  trouble: "That did not work",
} as const;
