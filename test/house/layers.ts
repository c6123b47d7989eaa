/** The import table: folder → what else it may import (a folder may always import itself and shared/base) and which packages. */
interface Layer {
  readonly may: readonly string[];
  readonly packages: readonly string[];
}

const shared = "shared";

export const layers: { readonly [folder: string]: Layer } = {
  "shared/base": { may: [], packages: [] },
  "shared/geometry": { may: [], packages: [] },
  "shared/team": { may: [], packages: [] },
  "shared/records": { may: ["shared/geometry"], packages: ["yjs"] },
  "shared/text": { may: ["shared/records"], packages: ["yjs"] },
  "shared/papers": { may: ["shared/geometry", "shared/records", "shared/text"], packages: ["yjs"] },
  "shared/sorting": {
    may: ["shared/papers", "shared/records"],
    packages: ["yjs", "fractional-indexing"],
  },
  // How the codes of one pupil's papers go together is the papers' business.
  "shared/numbers": {
    may: ["shared/records", "shared/papers", "shared/sorting"],
    packages: ["yjs"],
  },
  "shared/board": {
    may: [
      "shared/geometry",
      "shared/records",
      "shared/text",
      "shared/papers",
      "shared/sorting",
      "shared/numbers",
    ],
    packages: ["yjs"],
  },
  "shared/talk": { may: ["shared/geometry", "shared/records", "shared/text"], packages: ["yjs"] },
  "shared/inquiry": {
    may: ["shared/geometry", "shared/records", "shared/text"],
    packages: ["yjs"],
  },
  "shared/protocol": { may: ["shared/team"], packages: ["lib0"] },
  "shared/report": {
    may: ["shared/board", "shared/papers", "shared/sorting", "shared/text", "shared/geometry"],
    packages: [],
  },

  "server/ops": { may: ["shared/protocol"], packages: ["node:", "pino", "prom-client"] },
  "server/storage": {
    may: ["server/ops", "shared/team"],
    packages: ["node:", "@photostructure/sqlite", "yjs"],
  },
  // Documents are made in its thread alone; what is in them is for shared.
  "server/keeper": {
    may: ["server/ops", "server/storage", "server/admission", shared],
    packages: ["node:", "yjs"],
  },
  "server/dev": { may: [], packages: ["node:", "vite"] },
  "server/blobs": {
    may: ["server/ops", "server/storage", "shared/protocol"],
    packages: ["node:", "image-size"],
  },
  // In memory alone: it knows no storage.
  "server/phone": { may: ["server/ops", "shared/protocol"], packages: [] },
  "server/teams": {
    may: ["server/ops", "server/storage", "shared/team", "shared/protocol"],
    packages: ["node:"],
  },
  // The keeper reads the lanes, a room takes what is covered.
  "server/covers": { may: ["server/storage", "server/keeper", "server/rooms"], packages: [] },
  // The keeper reads the lanes, a room takes what is revealed.
  "server/reveals": {
    may: ["server/ops", "server/storage", "server/keeper", "server/rooms", "shared/sorting"],
    packages: [],
  },
  "server/history": {
    may: [
      "server/ops",
      "server/storage",
      "server/admission",
      "server/keeper",
      "server/rooms",
      "shared/protocol",
    ],
    packages: [],
  },
  "server/auth": {
    may: ["server/ops", "server/storage", "shared/team", "shared/protocol"],
    packages: ["node:", "cookie"],
  },
  // Pure: the log's worker and the keeper use it as the rooms do.
  "server/admission": { may: ["shared/protocol"], packages: ["lib0"] },
  "server/rooms": {
    may: ["server/ops", "server/storage", "server/admission", shared],
    packages: ["yjs", "lib0"],
  },
  "server/ws": {
    may: [
      "server/ops",
      "server/auth",
      "server/teams",
      "server/rooms",
      "shared/protocol",
      "shared/team",
    ],
    packages: ["node:", "ws", "lib0"],
  },
  "server/http": {
    may: [
      "server/ops",
      "server/auth",
      "server/teams",
      "server/rooms",
      "server/blobs",
      "server/covers",
      "server/phone",
      "server/reveals",
      "server/history",
      "shared/protocol",
      "shared/team",
      "shared/board",
      "shared/sorting",
    ],
    packages: ["node:", "fastify", "@fastify/static", "@fastify/rate-limit"],
  },
  // Programs around the server's own parts: they may use all of them.
  "server/commands": { may: ["server", shared], packages: ["node:", "yjs"] },
  server: { may: ["server", "shared/protocol"], packages: ["node:"] },

  "client/words": { may: ["shared/protocol", "shared/sorting", "shared/board"], packages: [] },
  "client/ui": {
    may: ["client/words"],
    packages: ["react", "react-dom", "@base-ui/react", "lucide-react", "@fontsource-variable"],
  },
  "client/sync": {
    may: [shared],
    packages: ["react", "yjs", "y-websocket", "y-indexeddb", "y-protocols", "lib0"],
  },
  "client/canvas": {
    may: ["shared/geometry", "shared/text"],
    packages: ["rbush", "perfect-freehand"],
  },
  "client/tools": { may: ["client/canvas", "shared/geometry"], packages: [] },
  "client/text": {
    may: ["client/ui", "client/words", "client/sync", shared],
    packages: ["react", "yjs", "lexical", "lucide-react"],
  },
  // A table of cells, pasted or from a file: numbers beside papers, and key books.
  "client/cells": { may: ["shared/numbers"], packages: ["papaparse"] },
  "client/papers": {
    may: [
      "client/cells",
      "client/ui",
      "client/words",
      "client/text",
      "client/canvas",
      "client/tools",
      "client/talk",
      // Separator sheets to print are a PDF like any other.
      "client/export",
      "client/sync",
      shared,
    ],
    packages: ["react", "pdfjs-dist", "libheif-js", "comlink", "yjs", "lucide-react", "qr"],
  },
  "client/numbers": {
    may: [
      "client/cells",
      "client/ui",
      "client/words",
      "client/papers",
      "client/needs",
      "client/list",
      "client/sync",
      shared,
    ],
    packages: ["react", "yjs", "lucide-react"],
  },
  "client/board": {
    may: [
      "client/numbers",
      "client/ui",
      "client/words",
      "client/text",
      "client/canvas",
      "client/tools",
      "client/papers",
      "client/needs",
      "client/list",
      "client/review",
      "client/sorting",
      "client/team",
      "client/talk",
      "client/sync",
      shared,
    ],
    packages: ["react", "react-dom", "yjs", "lucide-react"],
  },
  // What says how saving goes, and gives unsaved work out, is the board's and holds for any lane; papers that are
  // kept are shown as on their boards.
  "client/inquiry": {
    may: [
      "client/ui",
      "client/words",
      "client/text",
      "client/papers",
      "client/team",
      "client/board",
      "client/sync",
      shared,
    ],
    packages: ["react", "yjs", "lucide-react", "wouter"],
  },
  "client/needs": {
    may: [
      "client/ui",
      "client/words",
      "client/text",
      "client/canvas",
      "client/papers",
      "client/talk",
      "client/sync",
      shared,
    ],
    packages: ["react", "yjs", "lucide-react"],
  },
  "client/list": {
    may: [
      "client/numbers",
      "client/ui",
      "client/words",
      "client/text",
      "client/papers",
      "client/needs",
      "client/talk",
      "client/sync",
      shared,
    ],
    packages: ["react", "yjs", "lucide-react"],
  },
  "client/sorting": {
    may: [
      "client/ui",
      "client/words",
      "client/canvas",
      "client/papers",
      "client/needs",
      "client/team",
      "client/sync",
      shared,
    ],
    packages: ["react", "yjs", "lucide-react"],
  },
  "client/talk": {
    may: ["client/ui", "client/words", "client/text", "client/sync", shared],
    packages: ["react", "yjs", "lucide-react"],
  },
  "client/team": {
    may: ["client/ui", "client/words", "client/sync", shared],
    packages: ["react", "lucide-react", "wouter"],
  },
  "client/export": {
    may: [shared],
    packages: ["pdfkit", "fontkit", "linebreak", "comlink", "@fontsource"],
  },
  // What moved since another board of the team: which boards there are, and one of them opened.
  "client/review": {
    may: ["client/ui", "client/words", "client/export", "client/team", "client/sync", shared],
    packages: ["react", "lucide-react", "pdfjs-dist", "yjs"],
  },
  client: {
    may: ["client", shared],
    packages: ["react", "react-dom", "wouter", "lucide-react", "@fontsource-variable"],
  },
};
