/** The buttons under each step: back, what is still to do, and on. */
import { BookKey } from "lucide-react";
import { Button } from "../../ui/button.tsx";
import { contactSheet as sheetWords } from "../../words/en/contact-sheet.ts";
import { keys as keyWords } from "../../words/en/keys.ts";
import { papers as paperWords } from "../../words/en/papers.ts";
import type { Intake } from "./intake.ts";
import {
  countNumbers,
  countToLookOver,
  type IntakeState,
  isReading,
  papersWithNumbers,
} from "./intake-state.ts";
import { openNumbers } from "./masks.ts";
import { PauseButton } from "./pause-button.tsx";
import styles from "./step-footer.module.css";

const says = paperWords;

export interface StepFooterProps {
  readonly intake: Intake;
  readonly state: IntakeState;
  readonly practice: boolean;
  readonly onClose: () => void;
}

export function StepFooter(props: StepFooterProps) {
  switch (props.state.step) {
    case "choose":
      return <Row {...props} />;
    case "pages":
      return <PagesFooter {...props} />;
    case "names":
      return <NamesFooter {...props} />;
    case "look":
      return <LookFooter {...props} />;
    case "pupils":
      return <PupilsFooter {...props} />;
    case "send":
      return <SendFooter {...props} />;
  }
}

function Row(
  props: StepFooterProps & {
    readonly onBack?: () => void;
    readonly todo?: string | undefined;
    readonly children?: React.ReactNode;
  },
) {
  return (
    <>
      <div className={styles["start"]}>
        {props.onBack ? (
          <Button variant="quiet" onClick={props.onBack}>
            {says.back}
          </Button>
        ) : (
          <Button variant="quiet" onClick={props.onClose}>
            {says.cancel}
          </Button>
        )}
      </div>
      <p className={styles["todo"]} aria-live="polite">
        {props.todo}
      </p>
      {props.children}
    </>
  );
}

function PagesFooter(props: StepFooterProps) {
  const { intake, state } = props;
  if (state.fitting) {
    return (
      <>
        <Button variant="quiet" onClick={() => intake.toFit(undefined)}>
          {sheetWords.desk.cancel}
        </Button>
        <Button variant="primary" onClick={() => void intake.useCorners()}>
          {sheetWords.desk.apply}
        </Button>
      </>
    );
  }
  const locked = state.files.filter(({ state: at }) => at === "locked").length;
  return (
    <Row {...props} todo={locked > 0 ? says.locked.todo(locked) : undefined}>
      <Button
        variant="primary"
        disabled={isReading(state) || locked > 0 || papersWithNumbers(state).length === 0}
        onClick={() => intake.go("names")}
      >
        {says.pages.next}
      </Button>
    </Row>
  );
}

function NamesFooter(props: StepFooterProps) {
  const { intake, state } = props;
  const count = countNumbers(state);
  const open = openNumbers(state.masks, count);
  const todo =
    open.length === 0
      ? undefined
      : count === 1
        ? says.names.openOne
        : says.names.openMany(open.map((number) => number + 1));
  const next = open.find((number) => number !== state.number);
  const isNameless = Array.from({ length: count }, (_, number) => number).every((number) =>
    state.masks.nameless.has(number),
  );
  return (
    <Row {...props} onBack={() => intake.go("pages")} todo={todo}>
      {next !== undefined && !open.includes(state.number) ? (
        <Button variant="primary" onClick={() => intake.toNumber(next)}>
          {says.names.toNumber(next + 1)}
        </Button>
      ) : isNameless && state.second === "no" ? (
        <>
          <Button onClick={() => intake.go("look")}>{says.names.lookFirst}</Button>
          <Button variant="primary" onClick={() => void intake.bringIn()}>
            {says.look.bringInNameless(papersWithNumbers(state).length)}
          </Button>
        </>
      ) : (
        <Button variant="primary" disabled={open.length > 0} onClick={() => intake.go("look")}>
          {says.names.toLook}
        </Button>
      )}
    </Row>
  );
}

function LookFooter(props: StepFooterProps) {
  const { intake, state } = props;
  if (state.touching !== undefined) {
    return (
      <Button variant="primary" onClick={() => intake.touch(undefined)}>
        {says.look.touchDone}
      </Button>
    );
  }
  const left = countToLookOver(state);
  const isOpen = state.uncut.size > 0 || left > 0;
  const row = {
    ...props,
    onBack: () => (state.second === "now" ? intake.setSecond("wanted") : intake.go("names")),
    todo:
      state.uncut.size > 0 ? says.look.cutting : left > 0 ? says.look.toLookOver(left) : undefined,
  };
  if (state.second === "wanted") {
    return (
      <Row {...row}>
        <Button
          variant="primary"
          disabled={state.uncut.size > 0}
          onClick={() => intake.setSecond("now")}
        >
          {says.look.toSecond}
        </Button>
      </Row>
    );
  }
  return (
    <Row {...row}>
      <Button icon={BookKey} disabled={isOpen} onClick={() => intake.go("pupils")}>
        {keyWords.keyBook}
      </Button>
      <Button variant="primary" disabled={isOpen} onClick={() => void intake.bringIn()}>
        {says.look.bringIn(papersWithNumbers(state).length)}
      </Button>
    </Row>
  );
}

function PupilsFooter(props: StepFooterProps) {
  const { intake, state } = props;
  return (
    <Row {...props} onBack={() => intake.go("look")}>
      <Button variant="primary" onClick={() => void intake.bringIn()}>
        {says.look.bringInNameless(papersWithNumbers(state).length)}
      </Button>
    </Row>
  );
}

function SendFooter({ intake, state, practice, onClose }: StepFooterProps) {
  if (state.sending?.is !== "stopped") {
    return (
      <>
        <Button variant="quiet" onClick={practice ? onClose : intake.stopSending}>
          {says.cancel}
        </Button>
        {!practice && <PauseButton intake={intake} paused={state.paused} />}
      </>
    );
  }
  return (
    <>
      <Button variant="quiet" onClick={practice ? onClose : intake.stopSending}>
        {practice ? says.cancel : says.back}
      </Button>
      {state.sending.waits && !practice && <Button onClick={onClose}>{says.send.later}</Button>}
      <Button
        variant="primary"
        onClick={() => void (practice ? intake.practise() : intake.bringIn())}
      >
        {says.send.again}
      </Button>
    </>
  );
}
