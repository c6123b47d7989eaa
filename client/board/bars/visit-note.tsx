/** Says to a guest, for as long as the visit lasts, as what they are here and until when. */
import { Eye } from "lucide-react";
import type { Visit } from "../../../shared/protocol/api.ts";
import { Banner } from "../../ui/banner.tsx";
import { words } from "../../words/words.ts";

const say = words.team.visit;

export function VisitNote({ visit }: { readonly visit: Visit }) {
  const { role, until } = visit;
  return (
    <Banner kind="info" icon={Eye} label={say.banner}>
      <p>{say.visiting(words.team.roles[role], words.keeping.day(new Date(until)))}</p>
    </Banner>
  );
}
