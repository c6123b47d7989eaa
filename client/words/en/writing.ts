/** The words around writing: the bar of looks, links, mentions. */
export const writing = {
  bar: "Look of the words",
  types: {
    p: "Plain",
    h1: "Heading",
    h2: "Smaller heading",
    h3: "Smallest heading",
    q: "Quotation",
    ul: "List",
    ol: "Numbered list",
    cl: "Check list",
  },
  marks: { b: "Bold", i: "Italic", u: "Underlined", s: "Struck through", c: "Code" },
  indent: "Further in",
  outdent: "Further out",
  link: "Link",
  linkTo: "Address of the link",
  setLink: "Set link",
  removeLink: "Remove link",
  noLink: "That is no address a link can have",
  mention: "Mention somebody",
  people: "People you can mention",
} as const;
