/** The page's first line: what was chosen in this browser, then the shell. */
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { invariant } from "../shared/base/assert.ts";
import { App } from "./app/app.tsx";
import { lookAhead } from "./app/look-ahead.ts";
import { applyAppearance } from "./ui/appearance.ts";
import "./ui/base.css";

const root = document.getElementById("root");
invariant(root, "index.html holds an element for the page");
lookAhead(location.pathname);
applyAppearance();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
