import { Through } from "@/components/ui/moment";
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from "@/components/ui/table";
import { Typed } from "@/components/ui/typed";
import type { PublicPeriod, Statement, StatementEvent } from "@/lib/reports/statement/schema";
import { SHOWN_ROWS } from "@/lib/reports/statement/terms";
import { Stamp } from "./stamp";
import { chosenBy, type StatementIntl, secondsLabel } from "./statement-intl";

type SitesTableProps = { statement: Statement; intl: StatementIntl };
type RowProps = {
  period: PublicPeriod;
  events: ReadonlyMap<number, StatementEvent>;
  timeZone: string;
  intl: StatementIntl;
};

/** Each time during which a site was public: when, by whom, why, and how it ended. */
export function SitesTable({ statement, intl }: SitesTableProps) {
  const { t } = intl;
  const { sites, timeZone } = statement;
  if (sites.length === 0) return <p className="text-sm">{t("sites.none")}</p>;
  const events = new Map(statement.events.map((event) => [event.seq, event]));
  return (
    <Table aria-labelledby="sites">
      <TableHead>
        <TableRow>
          {(["site", "time", "who", "end"] as const).map((column) => (
            <HeaderCell key={column}>{t(`sites.${column}`)}</HeaderCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {sites.slice(0, SHOWN_ROWS).map((period) => (
          <TableRow key={`${period.siteId} ${period.began?.seq} ${period.ended?.seq}`} className="grid gap-1 py-3">
            <Row period={period} events={events} timeZone={timeZone} intl={intl} />
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function Row({ period, events, timeZone, intl }: RowProps) {
  const { t } = intl;
  const { siteId, name, url, since, until, secondsWithin } = period;
  const stamp = (iso: string) => () => <Stamp iso={iso} timeZone={timeZone} />;
  return (
    <>
      <RowHeader>
        <div className="min-w-0">
          <span className="font-medium">{name === null ? t("sites.unnamed") : <bdi>{name}</bdi>}</span>{" "}
          <span className="text-ink-soft">{t("sites.id", { id: String(siteId) })}</span>
          {url && (
            <span dir="ltr" className="block break-all text-start text-[0.8125rem] text-ink-soft">
              {url}
            </span>
          )}
        </div>
      </RowHeader>
      <Cell label={t("sites.time")}>
        <Line>{since === null ? t("sites.sinceUnknown") : t.rich("sites.since", { since: stamp(since) })}</Line>
        <Line>{until === null ? t("sites.still") : t.rich("sites.until", { until: stamp(until) })}</Line>
        {secondsWithin !== null && <Line>{t("sites.within", { length: secondsLabel(intl, secondsWithin) })}</Line>}
      </Cell>
      <Cell label={t("sites.who")}>
        <Beginning period={period} events={events} timeZone={timeZone} intl={intl} />
      </Cell>
      <Cell label={t("sites.end")}>
        <Ending period={period} timeZone={timeZone} intl={intl} />
      </Cell>
    </>
  );
}

function Beginning({ period, events, intl: { t } }: RowProps) {
  const { began, publishedBy, publishedSeq } = period;
  const reason = publishedSeq === null ? null : events.get(publishedSeq)?.reason;
  const seqs = [...new Set([...(publishedSeq === null ? [] : [publishedSeq]), ...(began ? [began.seq] : [])])];
  return (
    <>
      <Line>{t.rich("sites.how", { how: chosenBy(began?.how ?? "unknown"), by: () => <bdi>{began?.by}</bdi> })}</Line>
      {began?.how === "resumed" && publishedBy !== null && (
        <Line>{t.rich("sites.first", { by: () => <bdi>{publishedBy}</bdi> })}</Line>
      )}
      {reason && (
        <Line>
          “<Typed>{reason}</Typed>”
        </Line>
      )}
      <EventLine seqs={seqs} t={t} />
    </>
  );
}

function Ending({ period, timeZone, intl: { t } }: Omit<RowProps, "events">) {
  const { ended, plannedEnd, extendedSeqs, channel } = period;
  const by = () => <bdi>{ended?.by}</bdi>;
  return (
    <>
      {ended && <Line>{t.rich("sites.ended", { how: chosenBy(ended.how), by })}</Line>}
      {plannedEnd !== null ? (
        <Line>{t.rich("sites.planned", { end: () => <Through endsAt={plannedEnd} timeZone={timeZone} /> })}</Line>
      ) : (
        channel === "portal" && <Line>{t("sites.noEnd")}</Line>
      )}
      <EventLine seqs={[...extendedSeqs, ...(ended ? [ended.seq] : [])]} t={t} />
    </>
  );
}

function EventLine({ seqs, t }: { seqs: readonly number[]; t: StatementIntl["t"] }) {
  if (seqs.length === 0) return null;
  return (
    <Line>
      <span className="text-ink-soft">{t("sites.event", { count: seqs.length, list: seqs.join(", ") })}</span>
    </Line>
  );
}

function Line({ children }: { children: React.ReactNode }) {
  return <p className="break-words">{children}</p>;
}
