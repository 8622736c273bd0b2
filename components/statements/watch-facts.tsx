import { lengthWords, percentWords } from "@/components/activity/coverage-words";
import { findingWords } from "@/components/events/deed-words";
import type { BlockPeriod, Statement } from "@/lib/reports/statement/schema";
import { SHOWN_ROWS } from "@/lib/reports/statement/terms";
import { Stamp } from "./stamp";
import type { StatementWords } from "./statement-words";

type FactsProps = { statement: Statement; words: StatementWords };

const LIST = "flex list-disc flex-col gap-1 ps-5 text-sm";

/** How much of the time the watch was watching, and where it was blind. */
export function CoverageFacts({ statement: { coverage, timeZone }, words }: FactsProps) {
  const { say, activity, format } = words;
  if (coverage === null) return <p className="text-sm">{say("coverage.forgotten")}</p>;
  const { watched, looks, failedLooks: failed, blind } = coverage;
  if (watched === null) return <p className="text-danger text-sm">{say("coverage.never")}</p>;
  const percent = percentWords({ say: activity, format }, watched);
  const stamp = (iso: string) => () => <Stamp iso={iso} timeZone={timeZone} />;
  return (
    <>
      <p className="text-sm">{say("coverage.watched", { percent, looks, failed })}</p>
      {blind.length === 0 && <p className="text-sm">{say("coverage.whole")}</p>}
      <ul className={LIST}>
        {blind.slice(0, SHOWN_ROWS).map(({ from, to, minutes }) => {
          const length = lengthWords(activity, minutes);
          return (
            <li key={from}>
              {to === null
                ? say.rich("coverage.open", { from: stamp(from), since: stamp(from), length })
                : say.rich("coverage.gap", { from: stamp(from), to: stamp(to), length })}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** When nothing was allowed to be public, and by whom. */
export function BlockFacts({ statement: { locks, pauses, everySite = [], timeZone }, words }: FactsProps) {
  const { say } = words;
  if (locks.length + pauses.length + everySite.length === 0) return <p className="text-sm">{say("closures.none")}</p>;
  const line = (what: string) => (block: BlockPeriod) => (
    <li key={`${what} ${block.seqs.join()}`}>
      {what}: <BlockLine block={block} timeZone={timeZone} say={say} />
    </li>
  );
  return (
    <ul className={LIST}>
      {everySite.map(({ since, until, seqs }) => (
        <li key={since} className="text-danger">
          {say("closures.everySite")}: <TimeWords since={since} until={until} timeZone={timeZone} say={say} /> (
          {say("sites.event", { count: seqs.length, list: seqs.join(", ") })})
        </li>
      ))}
      {[...locks, ...pauses].map(line(say("closures.blocked")))}
    </ul>
  );
}

type LineProps = { block: BlockPeriod; timeZone: string; say: StatementWords["say"] };

function BlockLine({ block, timeZone, say }: LineProps) {
  const { since, until, by, endedBy, ended, seqs } = block;
  return (
    <>
      <TimeWords since={since} until={until} timeZone={timeZone} say={say} />
      {", "}
      {say.rich("closures.by", { by: () => <bdi>{by}</bdi> })}
      {ended && <>, {say.rich("closures.ended", { how: ended, by: () => <bdi>{endedBy}</bdi> })}</>} (
      {say("sites.event", { count: seqs.length, list: seqs.join(", ") })})
    </>
  );
}

type TimeWordsProps = Pick<BlockPeriod, "since" | "until"> & Omit<LineProps, "block">;

function TimeWords({ since, until, timeZone, say }: TimeWordsProps) {
  const stamp = (iso: string) => () => <Stamp iso={iso} timeZone={timeZone} />;
  return until === null
    ? say.rich("closures.open", { since: stamp(since) })
    : say.rich("closures.span", { since: stamp(since), until: stamp(until) });
}

/** What was found for the first time within the month. */
export function FindingFacts({ statement: { findings, timeZone }, words: { say, activity } }: FactsProps) {
  if (findings.length === 0) return <p className="text-sm">{say("findings.none")}</p>;
  return (
    <ul className={LIST}>
      {findings.slice(0, SHOWN_ROWS).map(({ seq, at, finding, sites }) => (
        <li key={seq}>
          <Stamp iso={at} timeZone={timeZone} />{" "}
          {say("findings.line", { finding: findingWords(activity, finding), count: sites })} (
          {say("sites.event", { count: 1, list: String(seq) })})
        </li>
      ))}
    </ul>
  );
}
