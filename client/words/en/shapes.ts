/** The words of shapes on the table: what they are, how they look, what is done with them. */
const kinds = {
  text: "Text",
  box: "Box",
  ellipse: "Ellipse",
  line: "Line",
  arrow: "Arrow",
  frame: "Frame",
  image: "Image",
} as const;

const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${many}`;

export const shapes = {
  kinds,
  /** The accessible name of a shape on the table. */
  called: (kind: keyof typeof kinds, said: string): string =>
    said === "" ? kinds[kind] : `${kinds[kind]}: ${said}`,
  count: (count: number): string => counted(count, "shape", "shapes"),
  writeHere: "Write something …",
  wordsOf: (kind: keyof typeof kinds): string =>
    kind === "line" || kind === "arrow"
      ? "Words beside the line"
      : `Words of the ${kinds[kind].toLowerCase()}`,
  write: (kind: keyof typeof kinds): string =>
    kind === "frame" ? "Name the frame" : kind === "image" ? "Say what it shows" : "Write",
  frameName: "Name of the frame",
  unnamedFrame: "Frame",

  /* Tools. */
  chooser: "Shapes",
  whichShape: "Which shape",
  put: "Put it in the middle",
  connect: "Connect the two with an arrow",

  /* How they look. */
  look: "Look",
  lookOf: "How the shape looks",
  colour: "Colour",
  fill: "Fill",
  fills: { none: "No fill", tint: "Light fill", solid: "Full fill" },
  weight: "Line",
  weights: { thin: "Thin", medium: "Medium", thick: "Thick" },
  dash: "Dashes",
  dashes: { solid: "Through", dashed: "Dashed", dotted: "Dotted" },
  textSize: "Letters",
  textSizes: { small: "Small", medium: "Medium", large: "Large", huge: "Huge" },
  ends: "Ends",
  endsOf: { line: "No arrow head", arrow: "Arrow head at the end" },

  /* Images. */
  bringImage: "Put an image on the table",
  imageTitle: "An image for the table",
  imageAbout:
    "Does it show a pupil’s name or face? Draw a box over it. What lies under a box is painted out here, before anything is sent.",
  imageName: "What it shows (for whoever cannot see it)",
  imagePage: "The image",
  imageBoxes: (count: number): string => counted(count, "box", "boxes"),
  addBox: "Add a box",
  clearBoxes: "Take the boxes off",
  putImage: "Put on the table",
  sendingImage: "Sending …",
  asPapers: "These are pupils’ papers",
  imageFailed: "This image could not be put on the table.",
  reading: "Reading the image …",
  chooseImage: "Choose an image",
  letter: "A",
  notAnImage: "A PNG, JPEG or WebP can be put on the table as an image.",

  /* Which part of an image shows. */
  crop: "Crop",
  cropTitle: "Crop the image",
  cropAbout:
    "Drag an edge or a corner, or the picture under the box. With the arrow keys the edge moves that has the focus. Nothing is lost: the rest of the picture can be put back.",
  cropEdges: { left: "Left edge", top: "Top edge", right: "Right edge", bottom: "Bottom edge" },
  straighten: "Straighten",
  degrees: (value: number): string =>
    `${value > 0 ? "+" : value < 0 ? "−" : ""}${Math.abs(value)}°`,
  wholePicture: "Whole picture",
  cropDone: "Done",

  /* In the list. */
  nothingIn: "nothing in it",
  things: (count: number): string => counted(count, "thing in it", "things in it"),
  fromTo: (from: string, to: string): string => `${from} → ${to}`,
  between: (from: string, to: string): string => `${from} – ${to}`,
  nowhere: "the table",
  something: "something without words",
} as const;
