/** The words of `client/team` and of the shell around every page: starting, joining, a team's home. */
const day = (when: Date): string =>
  when.toLocaleDateString("en", { day: "numeric", month: "long", year: "numeric" });

const oneDay = 24 * 60 * 60 * 1000;
const midnight = (when: Date): number =>
  new Date(when.getFullYear(), when.getMonth(), when.getDate()).getTime();

export const team = {
  skipToContent: "Skip to the content",
  toStart: "Noticeboard, to the start",
  loading: "One moment …",
  tryAgain: "Try again",
  goToStart: "Go to the start",
  goToTeam: "Go to your team",

  start: {
    page: "Start",
    heading: "What are their papers showing us?",
    lead: "Lay a class’s papers on one table. Names come off first, then your team sorts, looks closely and finds out together what the pupils need.",
    formHeading: "Open your team’s table",
    name: "Your name",
    nameHint: "As your colleagues call you.",
    teamName: "Team name",
    nameMissing: "Type your name, so that colleagues know you.",
    teamNameMissing: "Give your team a name, such as Grade 5 science.",
    go: "Start",
    practice: "Try the practice set",
    practiceHint: "Invented papers, ready to sort. Nothing to prepare, no password.",
    practiceName: "A teacher",
    practiceTeam: "Practice team",
    private:
      "Names are painted out here, in your browser. Only the masked pages are ever sent, and only to your own server.",
    invited: "A colleague has a table already? Open the link they sent you.",
  },
  picture: {
    piles: ["Not yet", "Almost there", "Got it"],
    question: "What causes the seasons?",
    notice: "Three drew the sun closer in summer",
    people: ["Maya", "Jonas"],
  },

  join: {
    page: "Invitation",
    looking: "Looking up the invitation …",
    heading: (teamName: string): string => `Join ${teamName}`,
    lead: "Your colleagues have laid papers on one table. Type your name and sit down with them.",
    go: "Join the team",
    already: (teamName: string, name: string): string =>
      `You are in ${teamName} already, as ${name}.`,
    openTeam: "Open the team’s table",
    brokenHeading: "This invitation does not open anything",
    incomplete:
      "The link is not complete. Copy the whole of it, or ask your colleague to send it again.",
  },

  home: {
    boards: "Boards",
    newBoard: "New board",
    practice: "Try the practice set",
    practiceTitle: "Practice set",
    untitled: "Untitled board",
    made: (when: Date, now: Date): string => {
      const days = Math.round((midnight(now) - midnight(when)) / oneDay);
      return days === 0 ? "Made today" : days === 1 ? "Made yesterday" : `Made on ${day(when)}`;
    },
    emptyHeading: "The table is clear",
    emptyText:
      "Make a board and drop a stack of scanned papers on it, or sort the practice set first to see how it goes.",
    bringIn: "Bring colleagues in",
    bringInHint: "Whoever opens this link joins the team with just a name.",
    invitation: "Invitation link",
    people: "In this team",
    you: (name: string): string => `${name} (you)`,
    teams: "Your teams",
    anotherTeam: "Start another team",
    menu: "Teams and settings",
  },
  newBoard: {
    heading: "New board",
    text: "One board holds one set of papers.",
    title: "What did you ask the pupils?",
    titlePlaceholder: "Seasons exit question",
    titleHint: "You can leave this empty and name it later.",
    make: "Make the board",
    cancel: "Not now",
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
