/** One paper on the contact sheet: its pages side by side, each with what can be done to it. */
import { Ellipsis, RotateCw } from "lucide-react";
import { memo } from "react";
import { IconButton } from "../../ui/button.tsx";
import { Menu, type MenuEntry } from "../../ui/menu.tsx";
import { words } from "../../words/words.ts";
import type { Intake } from "./intake.ts";
import type { IntakePage } from "./intake-state.ts";
import styles from "./paper-tile.module.css";

const says = words.papers.pages;

export interface PaperTileProps {
  readonly intake: Intake;
  readonly pages: readonly IntakePage[];
  readonly number: number;
  readonly isFirst: boolean;
}

export const PaperTile = memo(function PaperTile(props: PaperTileProps) {
  const { pages, number } = props;
  return (
    <li className={styles["paper"]}>
      <h3 className={styles["number"]}>{says.paper(number)}</h3>
      <ol className={styles["pages"]}>
        {pages.map((page, i) => (
          <PageTile key={page.key} {...props} page={page} index={i} />
        ))}
      </ol>
    </li>
  );
}, isSame);

/** Papers are grouped anew at every change: the same pages in the same place are the same tile. */
function isSame(a: PaperTileProps, b: PaperTileProps): boolean {
  return (
    a.number === b.number &&
    a.pages.length === b.pages.length &&
    a.pages.every((page, i) => page === b.pages[i])
  );
}

function PageTile(props: PaperTileProps & { readonly page: IntakePage; readonly index: number }) {
  const { intake, page, pages, number, index } = props;
  const what = says.what(number, index + 1);
  return (
    <li className={styles["page"]}>
      <div className={styles["frame"]}>
        {page.thumb ? (
          <img
            className={styles["thumb"]}
            src={page.thumb}
            alt={says.page(index + 1, pages.length)}
            style={{ aspectRatio: `1 / ${page.shape}` }}
          />
        ) : (
          <div className={styles["empty"]} />
        )}
        {(page.blank || !page.readable) && (
          <span className={styles["badge"]}>
            {page.readable ? says.blankBadge : says.unreadableBadge}
          </span>
        )}
      </div>
      <div className={styles["acts"]}>
        <IconButton
          label={says.turn(what)}
          icon={RotateCw}
          size="small"
          disabled={!page.readable}
          onClick={() => intake.turn(page.key)}
        />
        <Menu
          trigger={<IconButton label={says.menu(what)} icon={Ellipsis} size="small" />}
          items={pageActs(props)}
        />
      </div>
    </li>
  );
}

function pageActs(
  props: PaperTileProps & { readonly page: IntakePage; readonly index: number },
): readonly MenuEntry[] {
  const { intake, page, pages, index, isFirst } = props;
  return [
    { label: says.takeOutPage, onSelect: () => intake.drop([page.key], true) },
    ...(pages.length > 1
      ? [
          {
            label: says.takeOutPaper,
            onSelect: () =>
              intake.drop(
                pages.map(({ key }) => key),
                true,
              ),
          },
        ]
      : []),
    ...(isFirst && index === 0 ? [] : ["separator" as const]),
    ...(index > 0
      ? [{ label: says.opens, onSelect: () => intake.open(page.key, "opens") }]
      : isFirst
        ? []
        : [{ label: says.joins, onSelect: () => intake.open(page.key, "joins") }]),
    ...(page.opening === "byRule"
      ? []
      : [{ label: says.byRule, onSelect: () => intake.open(page.key, "byRule") }]),
  ];
}
