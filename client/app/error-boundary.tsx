/** Where a bug of the page ends: a kind sentence and a way on. React itself reports it once. */
import { Component, type ReactNode } from "react";
import { Message } from "../team/trouble.tsx";
import { Button } from "../ui/button.tsx";
import { words } from "../words/words.ts";

const say = words.team.broken;

export class ErrorBoundary extends Component<
  { readonly children: ReactNode },
  { readonly isBroken: boolean }
> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { isBroken: boolean } {
    return { isBroken: true };
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children;
    // Loading anew, not rendering anew: a part that failed to arrive is asked for again only then.
    return (
      <Message heading={say.heading} text={say.text}>
        <Button variant="primary" onClick={() => location.reload()}>
          {say.reload}
        </Button>
        <Button variant="quiet" onClick={() => location.assign("/")}>
          {words.team.goToStart}
        </Button>
      </Message>
    );
  }
}
