/** A guest's link: which board it opens, as what and until when, and a name to come in with. */
import { useLocation } from "wouter";
import { usePageTitle } from "../ui/page-heading.tsx";
import { arriving } from "../words/en/arriving.ts";
import { words } from "../words/words.ts";
import { lookAtVisit, me, visit } from "./api.ts";
import { NameCard } from "./name-card.tsx";
import { boardPath } from "./paths.ts";
import { useTokenOfAddress } from "./token-of-address.ts";
import { Loading, Message, ToStart, Trouble } from "./trouble.tsx";
import { useAnswer } from "./use-answer.ts";

const say = arriving.visit;

export function VisitScreen() {
  const token = useTokenOfAddress();
  usePageTitle(say.page);
  if (token === "") {
    return (
      <Message heading={say.brokenHeading} text={say.incomplete}>
        <ToStart />
      </Message>
    );
  }
  return <Opened key={token} token={token} />;
}

function Opened({ token }: { readonly token: string }) {
  const [, goTo] = useLocation();
  const { answer: looked, again } = useAnswer(token, () => lookAtVisit(token));
  const { answer: mine } = useAnswer("me", me);
  if (!looked || !mine) return <Loading />;
  if (!looked.ok) {
    if (looked.code !== "invitation_invalid") return <Trouble code={looked.code} again={again} />;
    return (
      <Message heading={say.brokenHeading} text={words.refusals[looked.code]}>
        <ToStart />
      </Message>
    );
  }
  const { teamName, boardTitle, role, until } = looked.value;
  return (
    <NameCard
      page={say.page}
      heading={say.heading(boardTitle || say.untitled)}
      lead={say.lead(teamName, words.team.roles[role], words.keeping.day(new Date(until)))}
      nameHint={say.nameHint}
      go={say.go}
      knownAs={(mine.ok && mine.value.teams[0]?.name) || ""}
      onGo={async (name) => {
        const came = await visit({ token, name });
        if (came.ok) goTo(boardPath(came.value.boardId), { replace: true });
        return came;
      }}
    />
  );
}
