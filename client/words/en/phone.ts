/** The words of `client/papers/phone`: a phone that takes pictures for a computer. */
const countPictures = (count: number): string => (count === 1 ? "1 picture" : `${count} pictures`);

export const phone = {
  /* On the computer. */
  use: "Use a phone",
  title: "Take pictures with a phone",
  steps: [
    "Point the phone’s camera at this code and open the page it leads to.",
    "Take a picture of each page.",
    "Press Send on the phone. The pictures come in here, and you paint the names out as always.",
  ],
  code: "Code for the phone",
  link: "Link for the phone",
  private:
    "The phone locks each picture with a key that stands only in this code. The server passes them on unopened and keeps none.",
  opening: "Getting a code…",
  waiting: "Waiting for the phone",
  joined: "A phone is connected. The code lets in no other.",
  received: (count: number): string => `${countPictures(count)} received`,
  unreadable: (count: number): string =>
    `${countPictures(count)} could not be opened; take them again`,
  down: "No connection at the moment. It goes on by itself.",
  until: (time: string): string => `The code works until ${time}, and ends when you close this.`,
  onlyHere:
    "This address works on this computer only. Open Noticeboard under the address that others use, then try again.",
  needsHttps:
    "Pictures can be locked on addresses that begin with https only. Ask whoever runs your server for that address, or choose files here instead.",
  ended: "This code does not work any more.",
  again: "Show a new code",
  done: "Done",
  fileName: (number: number): string => `Phone picture ${number}`,

  /* On the phone. */
  page: "Pictures for the computer",
  lead: "They go to the computer that shows the code, and nowhere else. You paint the names out there.",
  take: "Take a picture",
  choose: "Choose pictures",
  pictures: "Your pictures",
  picture: (number: number): string => `Picture ${number}`,
  retake: (number: number): string => `Take picture ${number} again`,
  earlier: (number: number): string => `Move picture ${number} up`,
  later: (number: number): string => `Move picture ${number} down`,
  remove: (number: number): string => `Remove picture ${number}`,
  send: (count: number): string => `Send ${countPictures(count)}`,
  sending: (at: number, of: number): string => `Sending picture ${at} of ${of}…`,
  states: {
    kept: "Not sent yet",
    sending: "Sending…",
    sent: "On its way",
    received: "The computer has it",
    failed: "Not sent",
  },
  all: (count: number): string =>
    count === 1 ? "The computer has the picture." : `The computer has all ${count} pictures.`,
  some: (has: number, of: number): string => `The computer has ${has} of ${of} pictures.`,
  joining: "Connecting to the computer…",
  noLine: "No connection. It is tried again by itself; keep this page open.",
  trouble: {
    ended: {
      heading: "The computer has closed the code",
      text: "Pictures that were not sent are still here until you close this page. Show a new code on the computer and open that.",
    },
    elsewhere: {
      heading: "This code does not work any more",
      text: "It lets one phone in, for half an hour. Show a new code on the computer and open that.",
    },
    incomplete: {
      heading: "The link is not complete",
      text: "Point the phone’s camera at the code on the computer again.",
    },
    insecure: {
      heading: "This address is not safe for pictures",
      text: "Pictures can be locked on addresses that begin with https only. Ask whoever runs your server for that address.",
    },
  },
} as const;
