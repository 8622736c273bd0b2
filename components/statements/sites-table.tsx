import { ExactMoment, Through } from "@/components/ui/moment";
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from "@/components/ui/table";
import { Typed } from "@/components/ui/typed";
import type { PublicPeriod, Statement, StatementEvent } from "@/lib/reports/statement/schema";
import { SHOWN_ROWS } from "@/lib/reports/statement/terms";
import { chosenBy, eventsLabel, type StatementIntl, secondsLabel } from "./statement-intl";

type RowProps = { period: PublicPeriod; events: ReadonlyMap<number, StatementEvent>; intl: StatementIntl };

/** Each time during which a site was public: when, by whom, why, and how it ended. */
export function SitesTable({ statement, intl }: { statement: Statement; intl: StatementIntl }) {
  const { t } = intl;
  if (statement.sites.length === 0) return <p className="text-sm">{t("sites.none")}</p>;
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
        {statement.sites.slice(0, SHOWN_ROWS).map((period) => (
          <TableRow key={`${period.siteId} ${period.began?.seq} ${period.ended?.seq}`} className="grid gap-1 py-3">
            <Row period={period} events={events} intl={intl} />
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function Row({ period, events, intl }: RowProps) {
  const { t, tActivity } = intl;
  const { siteId, name, url, since, until, secondsWithin } = period;
  return (
    <>
      <RowHeader>
        <div className="min-w-0">
          <span className="font-medium">{name === null ? t("sites.unnamed") : <bdi>{name}</bdi>}</span>{" "}
          <span className="text-ink-soft">{tActivity("event.id", { id: String(siteId) })}</span>
          {url && (
            <span dir="ltr" className="block break-all text-start text-[0.8125rem] text-ink-soft">
              {url}
            </span>
          )}
        </div>
      </RowHeader>
      <Cell label={t("sites.time")}>
        <Line>
          {since === null
            ? t("sites.sinceUnknown")
            : t.rich("sites.since", { since: () => <ExactMoment iso={since} /> })}
        </Line>
        <Line>
          {until === null ? t("sites.still") : t.rich("sites.until", { until: () => <ExactMoment iso={until} /> })}
        </Line>
        {secondsWithin !== null && <Line>{t("sites.within", { length: secondsLabel(intl, secondsWithin) })}</Line>}
      </Cell>
      <Cell label={t("sites.who")}>
        <Beginning period={period} events={events} intl={intl} />
      </Cell>
      <Cell label={t("sites.end")}>
        <Ending period={period} intl={intl} />
      </Cell>
    </>
  );
}

function Beginning({ period: { began, publishedBy, publishedSeq }, events, intl }: RowProps) {
  const { t } = intl;
  const reason = publishedSeq === null ? null : events.get(publishedSeq)?.reason;
  const seqs = new Set([publishedSeq, began?.seq].filter((seq) => seq != null));
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
      <EventLine seqs={[...seqs]} intl={intl} />
    </>
  );
}

function Ending({ period: { ended, plannedEnd, extendedSeqs, channel }, intl }: Omit<RowProps, "events">) {
  const { t } = intl;
  return (
    <>
      {ended && <Line>{t.rich("sites.ended", { how: chosenBy(ended.how), by: () => <bdi>{ended.by}</bdi> })}</Line>}
      {plannedEnd !== null && <Line>{t.rich("sites.planned", { end: () => <Through endsAt={plannedEnd} /> })}</Line>}
      {plannedEnd === null && channel === "portal" && <Line>{t("sites.noEnd")}</Line>}
      <EventLine seqs={[...extendedSeqs, ...(ended ? [ended.seq] : [])]} intl={intl} />
    </>
  );
}

function EventLine({ seqs, intl }: { seqs: readonly number[]; intl: StatementIntl }) {
  return seqs.length > 0 && <p className="break-words text-ink-soft">{eventsLabel(intl, seqs)}</p>;
}

function Line({ children }: { children: React.ReactNode }) {
  return <p className="break-words">{children}</p>;
}
