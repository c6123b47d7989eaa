/**
 * An invitation: whose team it is, and a name to come in with. The token is in the address's fragment,
 * so that it never reaches a log on its way; once used, it leaves the address.
 */
import { Link, useLocation } from "wouter";
import type { TeamOfMine } from "../../shared/protocol/api.ts";
import { buttonLook } from "../ui/button.tsx";
import { PageHeading, usePageTitle } from "../ui/page-heading.tsx";
import { arriving } from "../words/en/arriving.ts";
import { words } from "../words/words.ts";
import { join, lookAtInvitation, me } from "./api.ts";
import { Frame } from "./frame.tsx";
import styles from "./join-screen.module.css";
import { NameCard } from "./name-card.tsx";
import { teamPath } from "./paths.ts";
import { useTokenOfAddress } from "./token-of-address.ts";
import { Loading, Message, ToStart, Trouble } from "./trouble.tsx";
import { useAnswer } from "./use-answer.ts";

const say = arriving.join;

export function JoinScreen() {
  const token = useTokenOfAddress();
  usePageTitle(say.page);
  if (token === "") {
    return (
      <Message heading={say.brokenHeading} text={say.incomplete}>
        <ToStart />
      </Message>
    );
  }
  return <Invitation key={token} token={token} />;
}

function Invitation({ token }: { readonly token: string }) {
  const { answer: looked, again } = useAnswer(token, () => lookAtInvitation(token));
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
  const teams = mine.ok ? mine.value.teams : [];
  const already = teams.find(({ invite }) => invite === token);
  const { teamName } = looked.value;
  return already ? (
    <AlreadyIn team={already} />
  ) : (
    <JoinForm token={token} teamName={teamName} knownAs={teams[0]?.name ?? ""} />
  );
}

function AlreadyIn({ team }: { readonly team: TeamOfMine }) {
  return (
    <Frame>
      <section className={styles["card"]}>
        <PageHeading>{team.teamName}</PageHeading>
        <p className={styles["lead"]}>{say.already(team.teamName, team.name)}</p>
        <Link href={teamPath(team.teamId)} className={buttonLook("primary", "large")} replace>
          {say.openTeam}
        </Link>
      </section>
    </Frame>
  );
}

function JoinForm(props: {
  readonly token: string;
  readonly teamName: string;
  readonly knownAs: string;
}) {
  const [, goTo] = useLocation();
  return (
    <NameCard
      page={say.page}
      heading={say.heading(props.teamName)}
      lead={say.lead}
      nameHint={arriving.start.nameHint}
      foot={arriving.start.private}
      go={say.go}
      knownAs={props.knownAs}
      onGo={async (name) => {
        const joined = await join({ token: props.token, name });
        if (joined.ok) goTo(teamPath(joined.value.teamId), { replace: true });
        return joined;
      }}
    />
  );
}
