/** `npm start`: whatever is missing or stale first, then the server. */
import { checkNode, ensureBuilt, ensurePackages, root } from "./prepare.mjs";

checkNode();
ensurePackages();
ensureBuilt();
process.setSourceMapsEnabled(true);
await import(new URL("dist/server/main.js", `file://${root}`).href);
