/** In the reader, over the marks: how the open paper was read by the team, and where it leaves it. */
import { useState } from "react";
import type { PaperId } from "../../shared/base/ids.ts";
import { toTalkAbout } from "../../shared/sorting/readings.ts";
import type { RoundNow } from "../../shared/sorting/rounds-reader.ts";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { between as say } from "../words/en/between.ts";
import styles from "./paper-between.module.css";
import { SettlePaper } from "./settle-paper.tsx";
import { useReadings, useShownRound } from "./use-rounds.ts";

export function PaperBetween({ paper }: { readonly paper: PaperId }) {
  const now = useShownRound();
  return now ? <Of now={now} paper={paper} /> : null;
}

function Of({ now, paper }: { readonly now: RoundNow; readonly paper: PaperId }) {
  const readings = toTalkAbout(useReadings(now)).find((one) => one.paper === paper);
  const [said, setSaid] = useState("");
  if (!readings) return null;
  return (
    <section className={styles["between"]} aria-label={say.readDifferently}>
      <h3 className={styles["title"]}>{say.readDifferently}</h3>
      {/* The reader's own keys lay it in a pile. */}
      <SettlePaper key={paper} now={now} readings={readings} hasKeys onSaid={setSaid} />
      <VisuallyHidden>
        <output>{said}</output>
      </VisuallyHidden>
    </section>
  );
}
