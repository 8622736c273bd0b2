import type { ReactNode } from "react";
import { mailLabel } from "@/components/events/command-labels";
import { ExactMoment } from "@/components/ui/moment";
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from "@/components/ui/table";
import type { NotificationRecord } from "@/lib/reports/statement/schema";
import { SHOWN_ROWS } from "@/lib/reports/statement/terms";
import { eventsLabel, type StatementIntl } from "./statement-intl";

/** People and moments that one row of the page names; the file has all. */
const NAMED_PEOPLE = 10;
const NAMED_MOMENTS = 3;

type RowProps = { record: NotificationRecord; intl: StatementIntl };

/** Each alert and reminder: how many were notified, when, and who. */
export function NotificationsTable({ records, intl }: { records: readonly NotificationRecord[]; intl: StatementIntl }) {
  const { t } = intl;
  if (records.length === 0) return <p className="text-sm">{t("tellings.none")}</p>;
  return (
    <Table aria-labelledby="tellings">
      <TableHead>
        <TableRow>
          {(["what", "accepted", "fate", "people"] as const).map((column) => (
            <HeaderCell key={column}>{t(`tellings.${column}`)}</HeaderCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {records.slice(0, SHOWN_ROWS).map((record) => (
          <TableRow key={`${record.key} ${record.kind}`} className="grid gap-1 py-3">
            <Row record={record} intl={intl} />
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function Row({ record, intl }: RowProps) {
  const { t, tActivity } = intl;
  const { seq, kind, key, queuedAt, recipients, accepted, others } = record;
  return (
    <>
      <RowHeader>
        <div className="min-w-0">
          <p className="font-medium first-letter:uppercase">{mailLabel(tActivity, kind)}</p>
          <p>
            <ExactMoment iso={queuedAt} />
          </p>
          <p className="text-ink-soft">{seq === null ? t("tellings.noEvent") : eventsLabel(intl, [seq])}</p>
          {key.startsWith("again/") && <p>{t("tellings.again")}</p>}
        </div>
      </RowHeader>
      <Cell label={t("tellings.accepted")}>
        <p className="font-medium">{t("tellings.count", { accepted, recipients })}</p>
        <Between record={record} intl={intl} />
        {others > 0 && <p>{t("tellings.others", { count: others })}</p>}
      </Cell>
      <Cell label={t("tellings.fate")}>
        <Statuses record={record} intl={intl} />
      </Cell>
      <Cell label={t("tellings.people")}>
        <People record={record} intl={intl} />
      </Cell>
    </>
  );
}

function Between({ record: { firstAcceptedAt: first, lastAcceptedAt: last, folded }, intl: { t } }: RowProps) {
  if (first === null || last === null) return folded > 0 ? null : <p>{t("tellings.nobody")}</p>;
  const [from, to] = [<ExactMoment key="first" iso={first} />, <ExactMoment key="last" iso={last} />];
  return <p>{first === last ? from : t.rich("tellings.between", { first: () => from, last: () => to })}</p>;
}

function Statuses({ record, intl }: RowProps) {
  const { t } = intl;
  const { accepted, delivered, failed, waiting, folded, digestSeqs } = record;
  return (
    <>
      {delivered !== null && <p>{t("tellings.delivered", { count: delivered })}</p>}
      {delivered === null && accepted > 0 && <p>{t("tellings.unsaid")}</p>}
      {failed > 0 && <p className="font-medium text-danger">{t("tellings.failed", { count: failed })}</p>}
      {waiting > 0 && <p>{t("tellings.waiting", { count: waiting })}</p>}
      {folded > 0 && <p>{t("tellings.folded", { count: folded, events: eventsLabel(intl, digestSeqs) })}</p>}
    </>
  );
}

function People({ record: { people }, intl }: RowProps) {
  const { t } = intl;
  if (people === null) return <p>{t("tellings.unnamed")}</p>;
  const moments = people.accepted.slice(0, NAMED_MOMENTS);
  const left = people.accepted.slice(NAMED_MOMENTS).flatMap(({ logins }) => logins);
  return (
    <>
      {moments.map(({ at, logins }) => (
        <p key={at}>
          {t.rich("tellings.at", {
            at: () => <ExactMoment iso={at} />,
            names: () => named(intl, logins, at === moments.at(-1)?.at ? left.length : 0),
          })}
        </p>
      ))}
      {people.failed.length > 0 && (
        <p className="text-danger">{t.rich("tellings.lost", { names: () => named(intl, people.failed, 0) })}</p>
      )}
    </>
  );
}

/** The first ten names, and how many more. */
function named({ t, format }: StatementIntl, logins: readonly string[], besides: number): ReactNode {
  const more = Math.max(0, logins.length - NAMED_PEOPLE) + besides;
  const names = logins.slice(0, NAMED_PEOPLE);
  return (
    <bdi>{more > 0 ? t("tellings.morePeople", { names: names.join(", "), count: more }) : format.list(names)}</bdi>
  );
}
