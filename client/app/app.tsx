/**
 * The shell: which address shows which page, and what stands around all of them. A team's home, its
 * notebook, its concept threads and the board are chunks of their own, so that none waits for the others.
 */
import { lazy, Suspense } from "react";
import { Route, Switch } from "wouter";
import type { BoardId, TeamId } from "../../shared/base/ids.ts";
import { startPath } from "../team/paths.ts";
import { Loading, Message, ToStart } from "../team/trouble.tsx";
import { Toasts } from "../ui/toast.tsx";
import { words } from "../words/words.ts";
import { ErrorBoundary } from "./error-boundary.tsx";
import { Home } from "./home.tsx";
import { boardScreen, joinScreen, phoneScreen, startScreen, visitScreen } from "./look-ahead.ts";

const StartScreen = lazy(() => startScreen().then((page) => ({ default: page.StartScreen })));
const JoinScreen = lazy(() => joinScreen().then((page) => ({ default: page.JoinScreen })));
const VisitScreen = lazy(() => visitScreen().then((page) => ({ default: page.VisitScreen })));
const PhoneScreen = lazy(() => phoneScreen().then((page) => ({ default: page.PhoneScreen })));

const TeamHome = lazy(() =>
  import("../team/team-home.tsx").then((home) => ({ default: home.TeamHome })),
);

const inquiry = () => import("../inquiry/inquiry-chunk.ts");
const NotebookPage = lazy(() => inquiry().then((pages) => ({ default: pages.NotebookPage })));
const ThreadsPage = lazy(() => inquiry().then((pages) => ({ default: pages.ThreadsPage })));

const BoardScreen = lazy(() => boardScreen().then((board) => ({ default: board.BoardScreen })));

export function App() {
  return (
    <>
      <ErrorBoundary>
        <Suspense fallback={<Loading />}>
          <Switch>
            <Route path="/" component={Home} />
            <Route path={startPath} component={StartScreen} />
            <Route path="/join" component={JoinScreen} />
            <Route path="/visit" component={VisitScreen} />
            <Route path="/phone" component={PhoneScreen} />
            <Route path="/team/:teamId">
              {({ teamId }) => <TeamHome key={teamId} teamId={teamId as TeamId} />}
            </Route>
            <Route path="/team/:teamId/notebook">
              {({ teamId }) => <NotebookPage key={teamId} teamId={teamId as TeamId} />}
            </Route>
            <Route path="/team/:teamId/threads">
              {({ teamId }) => <ThreadsPage key={teamId} teamId={teamId as TeamId} />}
            </Route>
            <Route path="/board/:boardId">
              {({ boardId }) => <BoardScreen key={boardId} boardId={boardId as BoardId} />}
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
    </>
  );
}
