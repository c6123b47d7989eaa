/**
 * The start page's picture: three piles on a table, a region marked on one paper, a note, two hands.
 * Decoration only; drawn from the tokens, so that it follows the frame while its papers stay white.
 */
import type { ReactNode } from "react";
import { arriving } from "../words/en/arriving.ts";
import styles from "./table-picture.module.css";

const say = arriving.picture;
const paper = { w: 132, h: 172 };

export function TablePicture() {
  return (
    <svg className={styles["picture"]} viewBox="0 0 640 336" aria-hidden role="presentation">
      <Pile x={12} y={64} hue="clay" label={say.piles[0]} turns={[-5, 3, -1.5]} sheet={<Lines />} />
      <Pile
        x={248}
        y={64}
        hue="honey"
        label={say.piles[1]}
        turns={[4, -6, 2, -1]}
        sheet={<Orbit />}
      />
      <Pile x={484} y={64} hue="moss" label={say.piles[2]} turns={[5, -3]} sheet={<Globe />} />
      <Note x={344} y={198} />
      <Hand x={448} y={292} person={6} name={say.people[0]} />
      <Hand x={132} y={246} person={8} name={say.people[1]} />
    </svg>
  );
}

function Pile(props: {
  readonly x: number;
  readonly y: number;
  readonly hue: "clay" | "honey" | "moss";
  readonly label: string;
  /** Degrees, lowest paper first. */
  readonly turns: readonly number[];
  readonly sheet: ReactNode;
}) {
  const { x, y, hue, label, turns } = props;
  return (
    <g transform={`translate(${x} ${y})`} className={styles[hue]}>
      <rect className={styles["tab"]} x={0} y={-50} width={132} height={32} rx={10} />
      <circle className={styles["dot"]} cx={19} cy={-34} r={5} />
      <text className={styles["label"]} x={33} y={-29}>
        {label}
      </text>
      {turns.map((turn, index) => (
        <g key={turn} transform={`translate(${index * 2} ${index * 5}) rotate(${turn} 66 86)`}>
          <rect className={styles["paper"]} width={paper.w} height={paper.h} rx={4} />
          {index === turns.length - 1 && props.sheet}
        </g>
      ))}
    </g>
  );
}

/** The head of every sheet: the name painted out, and the question. */
function Head() {
  return (
    <>
      <rect className={styles["mask"]} x={14} y={14} width={54} height={9} rx={1.5} />
      <text className={styles["question"]} x={14} y={37}>
        {say.question}
      </text>
    </>
  );
}

function Lines() {
  return (
    <>
      <Head />
      <Writing x={14} y={56} lengths={[100, 92, 104, 60]} />
      <circle className={styles["sketch"]} cx={40} cy={140} r={13} />
      <path className={styles["sketch"]} d="M64 140h36m-6-5 6 5-6 5" />
    </>
  );
}

function Orbit() {
  return (
    <>
      <Head />
      <ellipse className={styles["sketch"]} cx={66} cy={84} rx={48} ry={24} />
      <circle className={styles["sun"]} cx={66} cy={84} r={11} />
      <path
        className={styles["sketch"]}
        d="M66 66v-5M66 107v-5M48 84h-5M89 84h-5M53 71l-3-3M82 100l-3-3M53 97l-3 3M82 68l-3 3"
      />
      <circle className={styles["globe"]} cx={114} cy={84} r={7} />
      <circle className={styles["globe"]} cx={18} cy={84} r={7} />
      <Writing x={14} y={130} lengths={[102, 96, 48]} />
      <rect className={styles["region"]} x={4} y={52} width={124} height={64} rx={5} />
    </>
  );
}

function Globe() {
  return (
    <>
      <Head />
      <Writing x={14} y={54} lengths={[98, 104]} />
      <circle className={styles["sketch"]} cx={66} cy={108} r={26} />
      <path className={styles["sketch"]} d="M52 143 80 73M41 101q25 12 50 14" />
      <Writing x={14} y={156} lengths={[70]} />
    </>
  );
}

/** How many strokes each word has, and how high each stroke goes: what makes it look written. */
const handwriting = {
  strokes: [3, 5, 2, 4, 6, 3, 5, 2, 4, 3],
  heights: [4, 6, 3.5, 5, 8, 4, 3.5, 7, 4.5, 5, 3.5],
} as const;
const pick = (list: readonly number[], at: number): number => list[at % list.length] ?? 0;

/** Lines of handwriting nobody can read: words of uneven length. */
function Writing(props: {
  readonly x: number;
  readonly y: number;
  readonly lengths: readonly number[];
}) {
  const path = props.lengths.map((length, line) => {
    let drawn = "";
    for (let at = 0, word = line * 3; at < length; word++) {
      const strokes = pick(handwriting.strokes, word);
      drawn += `M${props.x + at} ${props.y + line * 11}`;
      for (let i = 0; i < strokes; i++) {
        drawn += `q1 ${-pick(handwriting.heights, word * 5 + i)} 2.6 ${i % 3 === 1 ? -0.6 : 0.3}`;
      }
      at += strokes * 2.6 + 4;
    }
    return drawn;
  });
  return <path className={styles["writing"]} d={path.join("")} />;
}

function Note({ x, y }: { readonly x: number; readonly y: number }) {
  return (
    <g transform={`translate(${x} ${y}) rotate(2)`}>
      <path className={styles["thread"]} d="M6 14Q-8 0-22-22" />
      <rect className={styles["note"]} width={128} height={74} rx={8} />
      <foreignObject x={12} y={9} width={106} height={58}>
        <p className={styles["notice"]}>{say.notice}</p>
      </foreignObject>
    </g>
  );
}

function Hand(props: {
  readonly x: number;
  readonly y: number;
  readonly person: number;
  readonly name: string;
}) {
  const width = 18 + props.name.length * 7.6;
  return (
    <g
      className={styles["hand"]}
      transform={`translate(${props.x} ${props.y})`}
      style={{ fill: `var(--person-${props.person})` }}
    >
      <path d="M0 0 4.5 17 9 11.5 16 10.5Z" />
      <rect x={11} y={14} width={width} height={22} rx={11} />
      <text className={styles["name"]} x={11 + width / 2} y={29}>
        {props.name}
      </text>
    </g>
  );
}
