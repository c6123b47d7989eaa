/** The bare address: a team's home for whoever is in one, else the start. */
import { lazy } from "react";
import { Redirect } from "wouter";
import { me } from "../team/api.ts";
import { teamPath } from "../team/paths.ts";
import { Loading, Trouble } from "../team/trouble.tsx";
import { useAnswer } from "../team/use-answer.ts";
import { startScreen } from "./look-ahead.ts";

const StartScreen = lazy(() => startScreen().then((page) => ({ default: page.StartScreen })));

export function Home() {
  const { answer, again } = useAnswer("me", me);
  if (!answer) return <Loading />;
  if (!answer.ok) return <Trouble code={answer.code} again={again} />;
  // The newest team is where the work is; the others are in its menu.
  const team = answer.value.teams.at(-1);
  return team ? <Redirect to={teamPath(team.teamId)} replace /> : <StartScreen />;
}
