/**
 * The shell: which address shows which page, and what stands around all of them. A team's home, its
 * notebook and the board are chunks of their own, so that the first page is there at once.
 */
import { lazy, Suspense } from "react";
import { Route, Switch } from "wouter";
import type { BoardId, TeamId } from "../../shared/base/ids.ts";
import { JoinScreen } from "../team/join-screen.tsx";
import { startPath } from "../team/paths.ts";
import { StartScreen } from "../team/start-screen.tsx";
import { Loading, Message, ToStart } from "../team/trouble.tsx";
import { VisitScreen } from "../team/visit-screen.tsx";
import { Toasts } from "../ui/toast.tsx";
import { TooltipGroup } from "../ui/tooltip.tsx";
import { words } from "../words/words.ts";
import { ErrorBoundary } from "./error-boundary.tsx";
import { Home } from "./home.tsx";

const TeamHome = lazy(() =>
  import("../team/team-home.tsx").then((home) => ({ default: home.TeamHome })),
);

const NotebookPage = lazy(() =>
  import("../inquiry/notebook-page.tsx").then((notebook) => ({ default: notebook.NotebookPage })),
);

const BoardScreen = lazy(() =>
  import("../board/board-screen.tsx").then((board) => ({ default: board.BoardScreen })),
);

export function App() {
  return (
    <TooltipGroup>
      <ErrorBoundary>
        <Suspense fallback={<Loading />}>
          <Switch>
            <Route path="/" component={Home} />
            <Route path={startPath} component={StartScreen} />
            <Route path="/join" component={JoinScreen} />
            <Route path="/visit" component={VisitScreen} />
            <Route path="/team/:teamId">
              {({ teamId }) => <TeamHome key={teamId} teamId={teamId as TeamId} />}
            </Route>
            <Route path="/team/:teamId/notebook">
              {({ teamId }) => <NotebookPage key={teamId} teamId={teamId as TeamId} />}
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
    </TooltipGroup>
  );
}
