/**
 * Beside the tools: which shape is drawn, and how it looks; for what is selected the same, so that a look is
 * always changed at one place.
 */
import type { ReactNode } from "react";
import type { ShapeId } from "../../../shared/base/ids.ts";
import { restyleShapes, type ShapeLook } from "../../../shared/board/shape-edits.ts";
import {
  dashes,
  fills,
  type Shape,
  type ShapeKind,
  textSizes,
  weights,
} from "../../../shared/board/shapes.ts";
import { inkColours } from "../../../shared/board/strokes.ts";
import { useBoard, useSession } from "../../sync/use-board.tsx";
import { classes } from "../../ui/classes.ts";
import { useStore } from "../../ui/store.ts";
import { words } from "../../words/words.ts";
import { CommandButton } from "../bars/command-button.tsx";
import { useHands } from "../board-context.ts";
import { bringImage, putShape, toolCommands } from "../commands/tool-commands.ts";
import { isDrawnShape, isShapeTool, type ToolName } from "../table-state.ts";
import styles from "./shape-panel.module.css";

const say = words.shapes;

export function ShapePanel() {
  const session = useSession();
  const { state } = useHands();
  const tool = useStore(state, (value) => value.tool);
  const inHand = useStore(state, (value) => value.shapeLook);
  const selection = useStore(state, (value) => value.selection);
  const shapes = useBoard((view) => view.shapes);
  const chosen = isShapeTool(tool)
    ? []
    : [...selection].flatMap((id) => shapes.get(id as ShapeId) ?? []);
  const kinds = new Set(isShapeTool(tool) ? [kindOf(tool)] : chosen.map(({ kind }) => kind));
  const has = (...some: readonly ShapeKind[]): boolean => some.some((kind) => kinds.has(kind));

  /** The value all that is chosen has, or the next shape will have. */
  function common<K extends keyof Shape & keyof typeof inHand>(key: K) {
    if (chosen.length === 0) return inHand[key];
    const [first] = chosen;
    return chosen.every((shape) => shape[key] === first?.[key]) ? first?.[key] : undefined;
  }

  function give(look: Partial<ShapeLook>): void {
    const { kind: _, ...next } = look;
    state.set((last) => ({ ...last, shapeLook: { ...last.shapeLook, ...next } }));
    if (chosen.length === 0) return;
    session.history.boundary();
    const concerned = chosen.filter(
      ({ kind }) => !look.kind || kind === "line" || kind === "arrow",
    );
    session.act((origin) =>
      restyleShapes(
        session.doc,
        concerned.map(({ id }) => id),
        look,
        origin,
      ),
    );
  }

  // Of an image alone there is no look to choose.
  if (kinds.size === 0 || (kinds.size === 1 && has("image"))) return null;
  return (
    <section className={styles["panel"]} aria-label={say.lookOf}>
      {isDrawnShape(tool) && <Chooser tool={tool} />}
      <Row
        label={say.colour}
        name="shape-colour"
        choices={inkColours}
        names={words.board.colours}
        value={common("colour")}
        onChoose={(colour) => give({ colour })}
        sample={(colour) => <span className={styles["dot"]} data-colour={colour} />}
      />
      {has("box", "ellipse", "frame") && (
        <Row
          label={say.fill}
          name="shape-fill"
          choices={fills}
          names={say.fills}
          value={common("fill")}
          onChoose={(fill) => give({ fill })}
          sample={(fill) => <span className={styles["area"]} data-fill={fill} />}
        />
      )}
      {has("box", "ellipse", "line", "arrow", "frame") && (
        <>
          <Row
            label={say.weight}
            name="shape-weight"
            isWide={false}
            choices={weights}
            names={say.weights}
            value={common("weight")}
            onChoose={(weight) => give({ weight })}
            sample={(weight) => <span className={styles["line"]} data-weight={weight} />}
          />
          <Row
            label={say.dash}
            name="shape-dash"
            isWide={false}
            choices={dashes}
            names={say.dashes}
            value={common("dash")}
            onChoose={(dash) => give({ dash })}
            sample={(dash) => <span className={styles["line"]} data-dash={dash} />}
          />
        </>
      )}
      {chosen.length > 0 && has("line", "arrow") && (
        <Row
          label={say.ends}
          name="shape-ends"
          choices={["line", "arrow"] as const}
          names={say.endsOf}
          value={kinds.size === 1 ? endsOf(chosen[0]) : undefined}
          onChoose={(kind) => give({ kind })}
          sample={(kind) => (
            <span className={styles["end"]} aria-hidden>
              {kind === "arrow" ? "→" : "—"}
            </span>
          )}
        />
      )}
      {has("text", "box", "ellipse", "line", "arrow") && (
        <Row
          label={say.textSize}
          name="shape-letters"
          choices={textSizes}
          names={say.textSizes}
          value={common("textSize")}
          onChoose={(textSize) => give({ textSize })}
          sample={(size) => (
            <span className={styles["letter"]} data-size={size} aria-hidden>
              {say.letter}
            </span>
          )}
        />
      )}
    </section>
  );
}

function Chooser({ tool }: { readonly tool: ToolName }) {
  return (
    <div className={styles["tools"]} role="toolbar" aria-label={say.whichShape}>
      {toolCommands
        .filter((command) => isDrawnShape(command.tool))
        .map((command) => (
          <CommandButton key={command.id} command={command} pressed={command.tool === tool} />
        ))}
      <CommandButton command={bringImage} />
      <CommandButton command={putShape} />
    </div>
  );
}

interface RowProps<T extends string> {
  readonly label: string;
  /** Of the radio group. */
  readonly name: string;
  readonly choices: readonly T[];
  readonly names: { readonly [choice in T]: string };
  /** Undefined where what is chosen differs. */
  readonly value: T | undefined;
  /** Alone in its line. */
  readonly isWide?: boolean;
  readonly onChoose: (choice: T) => void;
  readonly sample: (choice: T) => ReactNode;
}

function Row<T extends string>(props: RowProps<T>) {
  const { label, name, choices, names, value, isWide = true, onChoose, sample } = props;
  return (
    <fieldset className={classes(styles["row"], isWide && styles["wide"])}>
      <legend className={styles["label"]}>{label}</legend>
      <div className={styles["choices"]}>
        {choices.map((choice) => (
          <label key={choice} className={styles["choice"]} title={names[choice]}>
            <input
              type="radio"
              name={name}
              aria-label={names[choice]}
              checked={choice === value}
              onChange={() => onChoose(choice)}
            />
            {sample(choice)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function kindOf(tool: ToolName): ShapeKind {
  if (tool === "connector") return "arrow";
  return isShapeTool(tool) ? tool : "box";
}

const endsOf = (shape: Shape | undefined): "line" | "arrow" | undefined =>
  shape?.kind === "line" || shape?.kind === "arrow" ? shape.kind : undefined;
