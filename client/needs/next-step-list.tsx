/**
 * The next steps of one need: what the team tries, and whatever else somebody chose to say of it. What is
 * not said has a small button and no empty field. Whoever only looks reads it as it is.
 */
import { Footprints, Plus, X } from "lucide-react";
import { type ReactNode, useRef, useState } from "react";
import type { NeedId, NextStepId } from "../../shared/base/ids.ts";
import { type NextStep, type StepDetail, stepDetails } from "../../shared/board/next-steps.ts";
import { useBoard, useMayWrite, useSession } from "../sync/use-board.tsx";
import { Button, IconButton } from "../ui/button.tsx";
import { toast } from "../ui/toast.tsx";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { needs as needWords } from "../words/en/needs.ts";
import { nextSteps as say } from "../words/en/next-steps.ts";
import { KeptField } from "./kept-field.tsx";
import { newNextStep, removeNextStep, rewriteNextStep, stepNextStep } from "./next-step-acts.ts";
import styles from "./next-step-list.module.css";
import { StepButtons, stepsByKey } from "./step-buttons.tsx";

const none: readonly NextStep[] = [];

export function NextStepList({ need }: { readonly need: NeedId }) {
  const session = useSession();
  const steps = useBoard((view) => view.stepsOf.get(need) ?? none);
  const mayWrite = useMayWrite();
  const [fresh, setFresh] = useState<NextStepId | undefined>();
  const [said, setSaid] = useState("");
  const add = useRef<HTMLButtonElement>(null);
  if (!mayWrite && steps.length === 0) return null;

  function remove({ id, what }: NextStep): void {
    const restore = removeNextStep(session, id);
    add.current?.focus();
    toast({ title: say.removed(what), action: { label: say.undo, onSelect: restore } });
  }

  return (
    <div className={styles["steps"]}>
      {steps.length > 0 && (
        <>
          <h4 className={styles["title"]}>{say.title}</h4>
          <ul className={styles["list"]} aria-label={say.title}>
            {steps.map((step, i) => {
              if (!mayWrite) {
                return (
                  <li key={step.id} className={styles["step"]}>
                    <Read step={step} />
                  </li>
                );
              }
              const move = (by: -1 | 1): void => {
                const place = stepNextStep(session, step, by);
                if (place) setSaid(needWords.movedTo(place, steps.length));
              };
              return (
                // The buttons do the same.
                // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
                <li key={step.id} className={styles["step"]} onKeyDown={stepsByKey(move)}>
                  <Fields step={step} isFresh={step.id === fresh} onRemove={() => remove(step)}>
                    <StepButtons
                      up={say.up(step.what)}
                      down={say.down(step.what)}
                      isFirst={i === 0}
                      isLast={i === steps.length - 1}
                      onStep={move}
                    />
                  </Fields>
                </li>
              );
            })}
          </ul>
        </>
      )}
      {mayWrite && (
        <Button
          ref={add}
          variant="quiet"
          size="small"
          icon={Footprints}
          onClick={() => setFresh(newNextStep(session, need))}
        >
          {say.add}
        </Button>
      )}
      <VisuallyHidden>
        <output>{said}</output>
      </VisuallyHidden>
    </div>
  );
}

function Fields(props: {
  readonly step: NextStep;
  readonly isFresh: boolean;
  readonly onRemove: () => void;
  /** What moves it. */
  readonly children: ReactNode;
}) {
  const { step, isFresh, onRemove, children } = props;
  const session = useSession();
  /** Asked for here, whether or not anything is said yet; the last one takes the caret. */
  const [asked, setAsked] = useState<readonly StepDetail[]>([]);
  const isShown = (part: StepDetail): boolean => step[part] !== "" || asked.includes(part);
  const unsaid = stepDetails.filter((part) => !isShown(part));
  return (
    <>
      <div className={styles["what"]}>
        <KeptField
          label={say.parts.what}
          value={step.what}
          startsHere={isFresh}
          onKeep={(words) => rewriteNextStep(session, step.id, "what", words)}
        />
        <span className={styles["acts"]}>
          {children}
          <IconButton label={say.remove(step.what)} icon={X} size="small" onClick={onRemove} />
        </span>
      </div>
      {stepDetails.filter(isShown).map((part) => (
        <KeptField
          key={part}
          label={say.parts[part]}
          value={step[part]}
          startsHere={part === asked.at(-1)}
          onKeep={(words) => rewriteNextStep(session, step.id, part, words)}
        />
      ))}
      {unsaid.length > 0 && (
        <div className={styles["more"]}>
          {unsaid.map((part) => (
            <Button
              key={part}
              variant="quiet"
              size="small"
              icon={Plus}
              aria-label={say.addPart(part, step.what)}
              onClick={() => setAsked([...asked, part])}
            >
              {say.parts[part]}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}

function Read({ step }: { readonly step: NextStep }) {
  const said = stepDetails.filter((part) => step[part] !== "");
  return (
    <>
      <p className={styles["tried"]}>{step.what || say.unsaid}</p>
      {said.length > 0 && (
        <dl className={styles["said"]}>
          {said.map((part) => (
            <div key={part}>
              <dt>{say.parts[part]}</dt>
              <dd>{step[part]}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
