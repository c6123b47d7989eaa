#!/usr/bin/env node
/** `npm start`, and `noticeboard` with a command: whatever is missing or stale first, then that. */
import { checkNode, ensureBuilt, ensurePackages, root } from "./prepare.mjs";

checkNode();
ensurePackages();
ensureBuilt();
process.setSourceMapsEnabled(true);
await import(new URL("dist/server/main.js", `file://${root}`).href);
