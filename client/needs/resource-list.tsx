/**
 * What could meet one need: each with its kind as an icon and in words, a few words about it, and whether
 * the team has it. Whoever only looks reads it as it is.
 */
import { HandHelping, X } from "lucide-react";
import { type ReactNode, useRef, useState } from "react";
import type { NeedId, ResourceId } from "../../shared/base/ids.ts";
import {
  type Resource,
  type ResourceKind,
  resourceKinds,
  resourceStates,
} from "../../shared/board/resources.ts";
import { useBoard, useMayWrite, useSession } from "../sync/use-board.tsx";
import { Button, IconButton } from "../ui/button.tsx";
import { Menu } from "../ui/menu.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { toast } from "../ui/toast.tsx";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { needs as needWords } from "../words/en/needs.ts";
import { resources as say } from "../words/en/resources.ts";
import { KeptField } from "./kept-field.tsx";
import { putToNeed, removeResource, rewriteResource, stepResource } from "./resource-acts.ts";
import styles from "./resource-list.module.css";
import { resourceIcons, stateIcons } from "./resource-looks.ts";
import { StepButtons, stepsByKey } from "./step-buttons.tsx";

const none: readonly Resource[] = [];

export function ResourceList({ need }: { readonly need: NeedId }) {
  const session = useSession();
  const resources = useBoard((view) => view.resourcesOf.get(need) ?? none);
  const mayWrite = useMayWrite();
  const [fresh, setFresh] = useState<ResourceId | undefined>();
  const [said, setSaid] = useState("");
  const add = useRef<HTMLButtonElement>(null);
  if (!mayWrite && resources.length === 0) return null;

  function remove({ id, kind, words }: Resource): void {
    const restore = removeResource(session, id);
    add.current?.focus();
    const action = { label: say.undo, onSelect: restore };
    toast({ title: say.removed(kind, words), action });
  }

  return (
    <div className={styles["resources"]}>
      {resources.length > 0 && (
        <>
          <h4 className={styles["title"]}>{say.title}</h4>
          <ul className={styles["list"]} aria-label={say.title}>
            {resources.map((resource, i) => {
              if (!mayWrite) {
                return (
                  <li key={resource.id} className={styles["item"]}>
                    <Read resource={resource} />
                  </li>
                );
              }
              const step = (by: -1 | 1): void => {
                const place = stepResource(session, resource, by);
                if (place) setSaid(needWords.movedTo(place, resources.length));
              };
              return (
                // The buttons do the same.
                // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
                <li key={resource.id} className={styles["item"]} onKeyDown={stepsByKey(step)}>
                  <Fields
                    resource={resource}
                    isFresh={resource.id === fresh}
                    onRemove={() => remove(resource)}
                  >
                    <StepButtons
                      up={say.up(resource.kind, resource.words)}
                      down={say.down(resource.kind, resource.words)}
                      isFirst={i === 0}
                      isLast={i === resources.length - 1}
                      onStep={step}
                    />
                  </Fields>
                </li>
              );
            })}
          </ul>
        </>
      )}
      {mayWrite && (
        <Menu
          trigger={
            <Button ref={add} variant="quiet" size="small" icon={HandHelping}>
              {say.add}
            </Button>
          }
          items={kindItems((kind) => setFresh(putToNeed(session, need, kind)))}
        />
      )}
      <VisuallyHidden>
        <output>{said}</output>
      </VisuallyHidden>
    </div>
  );
}

const kindItems = (onChoose: (kind: ResourceKind) => void, chosen?: ResourceKind) =>
  resourceKinds.map((kind) => ({
    label: say.kinds[kind],
    icon: resourceIcons[kind],
    ...(chosen !== undefined && { checked: kind === chosen }),
    onSelect: () => onChoose(kind),
  }));

function Fields(props: {
  readonly resource: Resource;
  readonly isFresh: boolean;
  readonly onRemove: () => void;
  /** What moves it. */
  readonly children: ReactNode;
}) {
  const { id, kind, words, state } = props.resource;
  const session = useSession();
  return (
    <>
      <div className={styles["kind"]}>
        <Menu
          trigger={
            <Button
              variant="quiet"
              size="small"
              icon={resourceIcons[kind]}
              aria-label={say.kindOf(kind, words)}
            >
              {say.kinds[kind]}
            </Button>
          }
          items={kindItems((to) => rewriteResource(session, id, { kind: to }), kind)}
        />
      </div>
      <div className={styles["field"]}>
        <KeptField
          label={say.wordsOf(kind)}
          hideLabel
          placeholder={say.asks[kind]}
          value={words}
          startsHere={props.isFresh}
          onKeep={(to) => rewriteResource(session, id, { words: to })}
        />
      </div>
      <Segmented
        label={say.stateOf(kind, words)}
        hideLabel
        value={state}
        onChange={(to) => rewriteResource(session, id, { state: to })}
        options={resourceStates.map((one) => ({
          value: one,
          label: say.states[one],
          icon: stateIcons[one],
        }))}
      />
      <span className={styles["remove"]}>
        {props.children}
        <IconButton
          label={say.remove(kind, words)}
          icon={X}
          size="small"
          onClick={props.onRemove}
        />
      </span>
    </>
  );
}

function Read({ resource: { kind, words, state } }: { readonly resource: Resource }) {
  const Kind = resourceIcons[kind];
  const State = stateIcons[state];
  return (
    <>
      <span className={styles["read"]}>
        <Kind size={18} strokeWidth={1.9} aria-hidden />
        {say.named(kind, words)}
      </span>
      <span className={styles["state"]}>
        <State size={16} strokeWidth={1.9} aria-hidden />
        {say.states[state]}
      </span>
    </>
  );
}
