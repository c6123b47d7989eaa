/** Signing out in this browser: the session ends, and boards without unsent work leave the browser. */
import { forgetCaches } from "../../sync/leftovers.ts";
import { Confirm } from "../../ui/confirm.tsx";
import { words } from "../../words/words.ts";
import { signOut } from "../api.ts";
import { toldUnlessDone } from "../told.ts";

const say = words.team.signOut;

export function SignOut({ onClose }: { readonly onClose: () => void }) {
  async function leave(): Promise<void> {
    if (!toldUnlessDone(await signOut())) return onClose();
    await forgetCaches().catch(() => {});
    location.assign("/");
  }
  return (
    <Confirm
      title={say.title}
      text={say.text}
      no={say.not}
      yes={say.here}
      onNo={onClose}
      onYes={() => void leave()}
    />
  );
}
