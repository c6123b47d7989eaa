/** Puts a link where it can be pasted from, and says whether it came to that. */
import { toast } from "../ui/toast.tsx";
import { words } from "../words/words.ts";

export async function copyLink(link: string): Promise<void> {
  const copied = await copyWords(link);
  toast(
    copied
      ? { title: words.board.copied, kind: "good" }
      : { title: words.board.copyFailed, kind: "problem" },
  );
}

/** On plain http, as on a school's own network, the clipboard is only reached the old way. */
async function copyWords(value: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(value);
    return true;
  } catch {
    const field = document.createElement("textarea");
    field.value = value;
    document.body.append(field);
    field.select();
    const copied = document.execCommand("copy");
    field.remove();
    return copied;
  }
}
