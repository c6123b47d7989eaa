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
    people: "In this team",
    teams: "Your teams",
    anotherTeam: "Start another team",
    menu: "Teams and settings",
  },
  /* Guests, as a sentence goes on with them. */
  roles: {
    criticalFriend: "critical friend",
    specialist: "specialist",
    staffReader: "staff reader",
  },
  sharing: {
    title: "Invite",
    parts: "Whom to invite",
    colleagues: "Colleagues",
    guests: "Guests",

    linkAbout:
      "Whoever opens this link types a name and sits down at your team’s table. Send it to your team only.",
    newLink: "Make a new link",
    newLinkTitle: "Make a new invitation link?",
    newLinkText:
      "The link you have sent so far will not open anything any more. Whoever is in the team stays in it.",
    newLinkDo: "Make a new link",
    newLinkNot: "Keep the link",
    newLinkMade: "The old link does not work any more",
    boardLink: "Link to this board",
    boardLinkAbout: "For colleagues who are in the team already.",

    members: "In this team",
    you: (name: string): string => `${name} (you)`,
    remove: "Remove",
    removeWhom: (name: string): string => `Remove ${name} from the team`,
    removeTitle: (name: string): string => `Remove ${name} from the team?`,
    removeText: (name: string): string =>
      `What ${name} has open closes at once. Their notes and marks stay on the boards. The team gets a new invitation link, because they know the one there is.`,
    removeNot: "Leave them in",
    removed: (name: string): string => `${name} is not in the team any more`,
    leave: "Leave the team",
    leaveTitle: (team: string): string => `Leave ${team}?`,
    leaveText:
      "Your notes and marks stay with the team. To come back you need its invitation link.",
    leaveNot: "Stay",

    guestsAbout:
      "A guest sees this one board until a date, and nothing else of the team. Guests change nothing, and everybody sees when they are here.",
    role: "Who comes?",
    roles: {
      criticalFriend: ["Critical friend", "Asks questions, gives no advice."],
      specialist: ["Specialist", "Knows about the matter or the pupils’ learning."],
    },
    days: "For how long?",
    daysCount: (days: number): string => (days === 1 ? "1 day" : `${days} days`),
    makeGuestLink: "Make a link",
    guestLink: (role: string): string => `Link for a ${role}`,
    guestLinkOnce: "Copy it now: it is not shown again.",
    links: "Links that open this board",
    noLinks: "No guest can open this board.",
    linkUntil: (role: string, until: string): string => `${role}, until ${until}`,
    revoke: "Take back",
    revokeWhich: (role: string, until: string): string =>
      `Take back the link: ${role}, until ${until}`,
    revokeTitle: "Take this link back?",
    revokeText: "It opens nothing any more, and guests who came by it leave the board at once.",
    revokeNot: "Keep it",
    revoked: "The link is taken back",
    visits: "Visits",
    noVisits: "Nobody has visited yet.",
    sendAway: "Send away",
    sendAwayWhom: (name: string): string => `Send away ${name}`,
    sendAwayTitle: (name: string): string => `Send ${name} away?`,
    sendAwayText:
      "They leave the board at once, and the link they came by lets nobody in any more. Others who came by it stay.",
    sendAwayNot: "Let them stay",
    sentAway: (name: string): string => `${name} cannot open this board any more`,
    visited: (name: string, role: string, when: string): string => `${name}, ${role}, ${when}`,
  },
  signOut: {
    here: "Sign out here",
    title: "Sign out in this browser?",
    text: "There is no password: to come back you need your team’s invitation link. What was not sent yet stays in this browser until then.",
    not: "Stay",
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
    banner: "Your visit",
    visiting: (role: string, until: string): string =>
      `You are visiting as ${role}, until ${until}. Everybody here sees that you are; what you look at stays with the team.`,
    guest: (name: string, role: string): string => `${name}, ${role}`,
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
