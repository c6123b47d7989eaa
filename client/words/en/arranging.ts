/** The words for what is done with several things of the table at once, and for copies. */
const things = (count: number): string => (count === 1 ? "1 thing" : `${count} things`);

export const arranging = {
  things,
  menu: "Arrange",
  align: {
    left: "Align left edges",
    centre: "Align centres",
    right: "Align right edges",
    top: "Align top edges",
    middle: "Align middles",
    bottom: "Align bottom edges",
  },
  distribute: { x: "Space evenly across", y: "Space evenly down" },
  tidy: "Tidy up",
  stack: {
    front: "Bring to front",
    forward: "Bring forward",
    backward: "Send backward",
    back: "Send to back",
  },
  lasso: "Select with a lasso",
  group: "Group",
  ungroup: "Take the group apart",
  lock: "Lock in place",
  unlock: "Unlock",
  duplicate: "Duplicate",
  copy: "Copy",
  cut: "Cut",
  paste: "Paste",
  nudge: "Move what is selected a little",
  nudgeFar: "Move what is selected farther",
  turnRight: "Turn to the right",
  turnLeft: "Turn to the left",
  pagesTurned: (count: number, isRight: boolean): string =>
    `${count === 1 ? "1 page" : `${count} pages`} turned to the ${isRight ? "right" : "left"}`,
  copied: (count: number): string => `${things(count)} copied`,
  pasted: (count: number): string => `${things(count)} pasted`,
  papersStay: "Papers are not copied: a paper lies once, on one board.",
  imagesStay: "Images stay on the board they were brought to. Bring them in here anew.",
  nothingToPaste:
    "There is nothing here that can be pasted. With Ctrl+V, or Command+V, the browser hands over what other programs copied.",
  locked: "Locked things stay. Unlock them first.",
} as const;
