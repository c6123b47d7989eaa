/** The key book on paper: a sheet of its own, in the page only while the browser prints it. */
import { keys as say } from "../../words/en/keys.ts";
import type { KeyBook } from "./key-book.ts";
import styles from "./print-key-book.module.css";

export function printKeyBook(book: KeyBook): void {
  const sheet = document.createElement("section");
  sheet.className = styles["sheet"] ?? "";
  const hasGroups = book.some(({ group }) => group !== "");
  const rows = book.map(({ code = "", name, group }) => [
    code,
    name,
    ...(hasGroups ? [group] : []),
  ]);
  const head = [say.code, say.pupil, ...(hasGroups ? [say.class] : [])];
  const table = element("table");
  table.append(lineOf("th", head), ...rows.map((cells) => lineOf("td", cells)));
  sheet.append(element("h1", say.printTitle), element("p", say.printNote), table);
  document.body.append(sheet);
  document.body.dataset["printing"] = "keys";
  const done = (): void => {
    sheet.remove();
    delete document.body.dataset["printing"];
  };
  addEventListener("afterprint", done, { once: true });
  try {
    window.print();
  } catch {
    // A frame that may not print: nothing is left behind.
    removeEventListener("afterprint", done);
    done();
  }
}

function element(name: string, text = ""): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function lineOf(kind: "th" | "td", cells: readonly string[]): HTMLElement {
  const line = element("tr");
  line.append(...cells.map((cell) => element(kind, cell)));
  return line;
}
