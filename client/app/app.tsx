/**
 * The shell: which address shows which page, and what stands around all of them. The board and
 * everything it needs is a chunk of its own, fetched when one is opened.
 */
import { Suspense } from "react";
import { Route, Switch } from "wouter";
import type { TeamId } from "../../shared/base/ids.ts";
import { JoinScreen } from "../team/join-screen.tsx";
import { startPath } from "../team/paths.ts";
import { StartScreen } from "../team/start-screen.tsx";
import { TeamHome } from "../team/team-home.tsx";
import { Loading, Message, ToStart } from "../team/trouble.tsx";
import { Toasts } from "../ui/toast.tsx";
import { TooltipGroup } from "../ui/tooltip.tsx";
import { words } from "../words/words.ts";
import { ErrorBoundary } from "./error-boundary.tsx";
import { Home } from "./home.tsx";

export function App() {
  return (
    <TooltipGroup>
      <ErrorBoundary>
        <Suspense fallback={<Loading />}>
          <Switch>
            <Route path="/" component={Home} />
            <Route path={startPath} component={StartScreen} />
            <Route path="/join" component={JoinScreen} />
            <Route path="/team/:teamId">
              {({ teamId }) => <TeamHome key={teamId} teamId={teamId as TeamId} />}
            </Route>
            <Route>
              <Message heading={words.team.missing.heading} text={words.team.missing.text}>
                <ToStart />
              </Message>
            </Route>
          </Switch>
        </Suspense>
      </ErrorBoundary>
      <Toasts />
    </TooltipGroup>
  );
}
