import { lengthLabel, percentLabel } from "@/components/activity/coverage-labels";
import { findingLabel } from "@/components/events/command-labels";
import type { BlockPeriod, Statement } from "@/lib/reports/statement/schema";
import { SHOWN_ROWS } from "@/lib/reports/statement/terms";
import { Stamp } from "./stamp";
import type { StatementIntl } from "./statement-intl";

type FactsProps = { statement: Statement; intl: StatementIntl };

const LIST = "flex list-disc flex-col gap-1 ps-5 text-sm";

/** How much of the time the watch was watching, and where it was blind. */
export function CoverageFacts({ statement: { coverage, timeZone }, intl }: FactsProps) {
  const { t, activity, format } = intl;
  if (coverage === null) return <p className="text-sm">{t("coverage.forgotten")}</p>;
  const { watched, looks, failedLooks: failed, blind } = coverage;
  if (watched === null) return <p className="text-danger text-sm">{t("coverage.never")}</p>;
  const percent = percentLabel({ t: activity, format }, watched);
  const stamp = (iso: string) => () => <Stamp iso={iso} timeZone={timeZone} />;
  return (
    <>
      <p className="text-sm">{t("coverage.watched", { percent, looks, failed })}</p>
      {blind.length === 0 && <p className="text-sm">{t("coverage.whole")}</p>}
      <ul className={LIST}>
        {blind.slice(0, SHOWN_ROWS).map(({ from, to, minutes }) => {
          const length = lengthLabel(activity, minutes);
          return (
            <li key={from}>
              {to === null
                ? t.rich("coverage.open", { from: stamp(from), since: stamp(from), length })
                : t.rich("coverage.gap", { from: stamp(from), to: stamp(to), length })}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** When nothing was allowed to be public, and by whom. */
export function BlockFacts({ statement: { locks, pauses, everySite = [], timeZone }, intl }: FactsProps) {
  const { t } = intl;
  if (locks.length + pauses.length + everySite.length === 0) return <p className="text-sm">{t("closures.none")}</p>;
  const line = (what: string) => (block: BlockPeriod) => (
    <li key={`${what} ${block.seqs.join()}`}>
      {what}: <BlockLine block={block} timeZone={timeZone} t={t} />
    </li>
  );
  return (
    <ul className={LIST}>
      {everySite.map(({ since, until, seqs }) => (
        <li key={since} className="text-danger">
          {t("closures.everySite")}: <TimeWords since={since} until={until} timeZone={timeZone} t={t} /> (
          {t("sites.event", { count: seqs.length, list: seqs.join(", ") })})
        </li>
      ))}
      {[...locks, ...pauses].map(line(t("closures.blocked")))}
    </ul>
  );
}

type LineProps = { block: BlockPeriod; timeZone: string; t: StatementIntl["t"] };

function BlockLine({ block, timeZone, t }: LineProps) {
  const { since, until, by, endedBy, ended, seqs } = block;
  return (
    <>
      <TimeWords since={since} until={until} timeZone={timeZone} t={t} />
      {", "}
      {t.rich("closures.by", { by: () => <bdi>{by}</bdi> })}
      {ended && <>, {t.rich("closures.ended", { how: ended, by: () => <bdi>{endedBy}</bdi> })}</>} (
      {t("sites.event", { count: seqs.length, list: seqs.join(", ") })})
    </>
  );
}

type TimeWordsProps = Pick<BlockPeriod, "since" | "until"> & Omit<LineProps, "block">;

function TimeWords({ since, until, timeZone, t }: TimeWordsProps) {
  const stamp = (iso: string) => () => <Stamp iso={iso} timeZone={timeZone} />;
  return until === null
    ? t.rich("closures.open", { since: stamp(since) })
    : t.rich("closures.span", { since: stamp(since), until: stamp(until) });
}

/** What was found for the first time within the month. */
export function FindingFacts({ statement: { findings, timeZone }, intl: { t, activity } }: FactsProps) {
  if (findings.length === 0) return <p className="text-sm">{t("findings.none")}</p>;
  return (
    <ul className={LIST}>
      {findings.slice(0, SHOWN_ROWS).map(({ seq, at, finding, sites }) => (
        <li key={seq}>
          <Stamp iso={at} timeZone={timeZone} />{" "}
          {t("findings.line", { finding: findingLabel(activity, finding), count: sites })} (
          {t("sites.event", { count: 1, list: String(seq) })})
        </li>
      ))}
    </ul>
  );
}
