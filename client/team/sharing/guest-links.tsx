/** Opening one board to guests: a link as something until a date, the links there are, and who came. */
import { useState } from "react";
import type { BoardId } from "../../../shared/base/ids.ts";
import {
  type GuestLink,
  type GuestVisit,
  guestRoles,
  type MakeGuestLinkAnswer,
} from "../../../shared/protocol/api.ts";
import type { GuestRole } from "../../../shared/team/can.ts";
import { Button } from "../../ui/button.tsx";
import { Confirm } from "../../ui/confirm.tsx";
import { CopyField } from "../../ui/copy-field.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { toast } from "../../ui/toast.tsx";
import { sharing } from "../../words/en/sharing.ts";
import { words } from "../../words/words.ts";
import { endVisit, guestsOf, makeGuestLink, revokeGuestLink } from "../api.ts";
import { visitLink } from "../paths.ts";
import { toldUnlessDone } from "../told.ts";
import { useAnswer } from "../use-answer.ts";
import styles from "./sharing.module.css";

const say = sharing;
const dayChoices = [1, 7, 14, 30] as const;
const usualDays = "7";
const roleName = (role: GuestRole): string => words.ui.sentence(words.team.roles[role]);
const dayOf = (at: number): string => words.keeping.day(new Date(at));

export function GuestLinks({ boardId }: { readonly boardId: BoardId }) {
  const { answer, again } = useAnswer(boardId, () => guestsOf(boardId));
  const [revoking, setRevoking] = useState<GuestLink | undefined>();
  const [leaving, setLeaving] = useState<GuestVisit | undefined>();
  const { links, visits } = answer?.ok ? answer.value : { links: [], visits: [] };

  async function revoke({ linkId }: GuestLink): Promise<void> {
    setRevoking(undefined);
    if (!toldUnlessDone(await revokeGuestLink(boardId, linkId))) return;
    toast({ title: say.revoked });
    again();
  }

  async function sendAway({ guestId, name }: GuestVisit): Promise<void> {
    setLeaving(undefined);
    if (!toldUnlessDone(await endVisit(boardId, guestId))) return;
    toast({ title: say.sentAway(name) });
    again();
  }

  return (
    <div className={styles["parts"]}>
      <p className={styles["hint"]}>{say.guestsAbout}</p>
      <NewGuestLink boardId={boardId} onMade={again} />
      {answer && !answer.ok && <p role="alert">{words.refusals[answer.code]}</p>}
      <section className={styles["part"]} aria-labelledby="guest-links">
        <h3 id="guest-links" className={styles["heading"]}>
          {say.links}
        </h3>
        {links.length === 0 && <p className={styles["hint"]}>{say.noLinks}</p>}
        <ul className={styles["people"]}>
          {links.map((link) => (
            <li key={link.linkId} className={styles["person"]}>
              <span className={styles["name"]}>
                {say.linkUntil(roleName(link.role), dayOf(link.until))}
              </span>
              <Button
                size="small"
                variant="quiet"
                aria-label={say.revokeWhich(roleName(link.role), dayOf(link.until))}
                onClick={() => setRevoking(link)}
              >
                {say.revoke}
              </Button>
            </li>
          ))}
        </ul>
      </section>
      <section className={styles["part"]} aria-labelledby="guest-visits">
        <h3 id="guest-visits" className={styles["heading"]}>
          {say.visits}
        </h3>
        {visits.length === 0 && <p className={styles["hint"]}>{say.noVisits}</p>}
        <ul className={styles["people"]}>
          {visits.map((visit, i) => (
            <li key={`${visit.guestId} ${visit.at}`} className={styles["person"]}>
              <span className={styles["name"]}>
                {say.visited(
                  visit.name,
                  words.team.roles[visit.role],
                  words.keeping.clock(new Date(visit.at)),
                )}
              </span>
              {isLatestOfOpen(visits, i) && (
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={say.sendAwayWhom(visit.name)}
                  onClick={() => setLeaving(visit)}
                >
                  {say.sendAway}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </section>
      {leaving && (
        <Confirm
          title={say.sendAwayTitle(leaving.name)}
          text={say.sendAwayText}
          no={say.sendAwayNot}
          yes={say.sendAway}
          onNo={() => setLeaving(undefined)}
          onYes={() => void sendAway(leaving)}
        />
      )}
      {revoking && (
        <Confirm
          title={say.revokeTitle}
          text={say.revokeText}
          no={say.revokeNot}
          yes={say.revoke}
          onNo={() => setRevoking(undefined)}
          onYes={() => void revoke(revoking)}
        />
      )}
    </div>
  );
}

/** Whether this is the newest visit of a guest who can still come. */
const isLatestOfOpen = (visits: readonly GuestVisit[], at: number): boolean =>
  visits[at]?.isOpen === true &&
  visits.findIndex(({ guestId }) => guestId === visits[at]?.guestId) === at;

function NewGuestLink(props: { readonly boardId: BoardId; readonly onMade: () => void }) {
  const { boardId, onMade } = props;
  const [role, setRole] = useState<(typeof guestRoles)[number]>("criticalFriend");
  const [days, setDays] = useState<string>(usualDays);
  const [made, setMade] = useState<MakeGuestLinkAnswer | undefined>();
  const [isBusy, setBusy] = useState(false);

  async function make(): Promise<void> {
    setBusy(true);
    const answer = await makeGuestLink(boardId, { role, days: Number(days) });
    setBusy(false);
    if (!toldUnlessDone(answer)) return;
    setMade(answer.value);
    onMade();
  }

  return (
    <div className={styles["part"]}>
      <fieldset className={styles["roles"]}>
        <legend className={styles["heading"]}>{say.role}</legend>
        {guestRoles.map((one) => (
          <label key={one} className={styles["role"]}>
            <input
              type="radio"
              name="guest role"
              checked={one === role}
              onChange={() => setRole(one)}
            />
            <span>
              {say.roles[one][0]}
              <span className={styles["hint"]}>{say.roles[one][1]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <Segmented
        label={say.days}
        value={days}
        onChange={setDays}
        options={dayChoices.map((count) => ({ value: `${count}`, label: say.daysCount(count) }))}
      />
      <div>
        <Button variant="primary" disabled={isBusy} onClick={() => void make()}>
          {say.makeGuestLink}
        </Button>
      </div>
      {/* Always there, so that what appears in it is announced. */}
      <div aria-live="polite">
        {made && (
          <div className={styles["made"]}>
            <CopyField
              label={say.guestLink(words.team.roles[made.role])}
              value={visitLink(made.token)}
            />
            <p className={styles["hint"]}>{say.guestLinkOnce}</p>
          </div>
        )}
      </div>
    </div>
  );
}
