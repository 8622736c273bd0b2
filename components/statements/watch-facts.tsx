import type { ReactNode } from "react";
import { lengthLabel, percentLabel } from "@/components/activity/coverage-labels";
import { findingLabel } from "@/components/events/command-labels";
import { ExactMoment } from "@/components/ui/moment";
import type { BlockPeriod, Statement, StatementFinding } from "@/lib/reports/statement/schema";
import { SHOWN_ROWS } from "@/lib/reports/statement/terms";
import { eventsLabel, type StatementIntl } from "./statement-intl";

const LIST = "flex list-disc flex-col gap-1 ps-5 text-sm";

/** How much of the time monitoring ran, and its gaps. */
export function CoverageFacts({ coverage, intl }: { coverage: Statement["coverage"]; intl: StatementIntl }) {
  const { t, tActivity, format } = intl;
  if (coverage === null) return <p className="text-sm">{t("limit.coverage-forgotten")}</p>;
  const { watched, looks, failedLooks: failed, blind } = coverage;
  if (watched === null) return <p className="text-danger text-sm">{t("coverage.never")}</p>;
  const percent = percentLabel(tActivity, format, watched);
  return (
    <>
      <p className="text-sm">{t("coverage.watched", { percent, looks, failed })}</p>
      {blind.length === 0 && <p className="text-sm">{t("coverage.whole")}</p>}
      <ul className={LIST}>
        {blind.slice(0, SHOWN_ROWS).map(({ from, to, minutes }) => (
          <li key={from}>
            {tActivity.rich(to === null ? "coverage.openGap" : "coverage.gap", {
              from: () => <ExactMoment iso={from} />,
              to: () => to && <ExactMoment iso={to} />,
              length: lengthLabel(format, minutes),
            })}
          </li>
        ))}
      </ul>
    </>
  );
}

/** When nothing was allowed to be public, and by whom. */
export function BlockFacts({ statement, intl }: { statement: Statement; intl: StatementIntl }) {
  const { t } = intl;
  const { locks, pauses, everySite = [] } = statement;
  const blocks = [...locks, ...pauses];
  if (blocks.length + everySite.length === 0) return <p className="text-sm">{t("closures.none")}</p>;
  return (
    <ul className={LIST}>
      {everySite.map((time) => (
        <li key={time.since} className="text-danger">
          {t("closures.everySite")}: {timeLabel(time, intl)} ({eventsLabel(intl, time.seqs)})
        </li>
      ))}
      {blocks.map((block) => (
        <li key={block.seqs.join()}>
          {t("closures.blocked")}: {timeLabel(block, intl)},{" "}
          {t.rich("closures.by", { by: () => <bdi>{block.by}</bdi> })}
          {block.ended && <>, {t.rich("closures.ended", { how: block.ended, by: () => <bdi>{block.endedBy}</bdi> })}</>}{" "}
          ({eventsLabel(intl, block.seqs)})
        </li>
      ))}
    </ul>
  );
}

function timeLabel({ since, until }: Pick<BlockPeriod, "since" | "until">, { t }: StatementIntl): ReactNode {
  const from = () => <ExactMoment iso={since} />;
  if (until === null) return t.rich("sites.since", { since: from });
  return t.rich("closures.span", { since: from, until: () => <ExactMoment iso={until} /> });
}

/** What was found for the first time within the month. */
export function FindingFacts({ findings, intl }: { findings: readonly StatementFinding[]; intl: StatementIntl }) {
  const { t, tActivity, tFindings } = intl;
  if (findings.length === 0) return <p className="text-sm">{t("findings.none")}</p>;
  return (
    <ul className={LIST}>
      {findings.slice(0, SHOWN_ROWS).map(({ seq, at, finding, sites }) => (
        <li key={seq}>
          <ExactMoment iso={at} /> {findingLabel(tFindings, finding)} (
          {sites > 0 && `${tActivity("siteCount", { count: sites })}, `}
          {eventsLabel(intl, [seq])})
        </li>
      ))}
    </ul>
  );
}
