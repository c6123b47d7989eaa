/** Whether something was done; where not, a message says why. */
import { toast } from "../ui/toast.tsx";
import { words } from "../words/words.ts";
import type { Answer } from "./api.ts";

export function toldUnlessDone<T>(answer: Answer<T>): answer is Answer<T> & { readonly ok: true } {
  if (answer.ok) return true;
  toast({ title: words.team.trouble, detail: words.refusals[answer.code], kind: "problem" });
  return false;
}
