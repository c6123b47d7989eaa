/** The words of inviting: colleagues, guests, who is in the team and who may look in. */
export const sharing = {
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
  leaveText: "Your notes and marks stay with the team. To come back you need its invitation link.",
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
} as const;
