/** The words on the way to a board: starting, joining, visiting, a team's home. */
const day = (when: Date): string =>
  when.toLocaleDateString("en", { day: "numeric", month: "long", year: "numeric" });

const oneDay = 24 * 60 * 60 * 1000;
const midnight = (when: Date): number =>
  new Date(when.getFullYear(), when.getMonth(), when.getDate()).getTime();

export const arriving = {
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
    people: "In this team",
    teams: "Your teams",
    anotherTeam: "Start another team",
    menu: "Teams and settings",
  },
  visit: {
    page: "Visit",
    heading: (board: string): string => `Visit “${board}”`,
    untitled: "a board",
    lead: (team: string, role: string, until: string): string =>
      `${team} has opened this board to you as ${role}, until ${until}. You look at it; the team sees that you are here.`,
    nameHint: "As the team knows you.",
    go: "Visit the board",
    brokenHeading: "This link does not open anything",
    incomplete:
      "The link is not complete. Copy the whole of it, or ask whoever sent it to send it again.",
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
} as const;
