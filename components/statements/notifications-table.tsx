import type { ReactNode } from "react";
import { mailLabel } from "@/components/events/command-labels";
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from "@/components/ui/table";
import type { NotificationRecord, Statement } from "@/lib/reports/statement/schema";
import { SHOWN_ROWS } from "@/lib/reports/statement/terms";
import { Stamp } from "./stamp";
import type { StatementIntl } from "./statement-intl";

/** People and moments that one row of the page names; the file has all. */
const NAMED_PEOPLE = 10;
const NAMED_MOMENTS = 3;

type RowProps = { record: NotificationRecord; timeZone: string; intl: StatementIntl };

/** Each alert and reminder: how many were notified, when, and who. */
export function NotificationsTable({ statement, intl }: { statement: Statement; intl: StatementIntl }) {
  const { t } = intl;
  const { tellings, timeZone } = statement;
  if (tellings.length === 0) return <p className="text-sm">{t("tellings.none")}</p>;
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
        {tellings.slice(0, SHOWN_ROWS).map((record) => (
          <TableRow key={`${record.key} ${record.kind}`} className="grid gap-1 py-3">
            <Row record={record} timeZone={timeZone} intl={intl} />
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function Row({ record, timeZone, intl }: RowProps) {
  const { t, activity } = intl;
  const { seq, kind, key, queuedAt, recipients, accepted, others } = record;
  return (
    <>
      <RowHeader>
        <div className="min-w-0">
          <p className="font-medium first-letter:uppercase">{mailLabel(activity, kind)}</p>
          <p>
            <Stamp iso={queuedAt} timeZone={timeZone} />
          </p>
          <p className="text-ink-soft">
            {seq === null ? t("tellings.noEvent") : t("sites.event", { count: 1, list: String(seq) })}
          </p>
          {key.startsWith("again/") && <p>{t("tellings.again")}</p>}
        </div>
      </RowHeader>
      <Cell label={t("tellings.accepted")}>
        <p className="font-medium">{t("tellings.count", { accepted, recipients })}</p>
        <Between record={record} timeZone={timeZone} intl={intl} />
        {others > 0 && <p>{t("tellings.others", { count: others })}</p>}
      </Cell>
      <Cell label={t("tellings.fate")}>
        <Statuses record={record} t={t} />
      </Cell>
      <Cell label={t("tellings.people")}>
        <People record={record} timeZone={timeZone} intl={intl} />
      </Cell>
    </>
  );
}

function Between({ record, timeZone, intl: { t } }: RowProps) {
  const { firstAcceptedAt: first, lastAcceptedAt: last, folded } = record;
  if (first === null || last === null) return folded > 0 ? null : <p>{t("tellings.nobody")}</p>;
  if (first === last) {
    return (
      <p>
        <Stamp iso={first} timeZone={timeZone} />
      </p>
    );
  }
  const stamp = (iso: string) => () => <Stamp iso={iso} timeZone={timeZone} />;
  return <p>{t.rich("tellings.between", { first: stamp(first), last: stamp(last) })}</p>;
}

function Statuses({ record, t }: { record: NotificationRecord; t: StatementIntl["t"] }) {
  const { accepted, delivered, failed, waiting, folded, digestSeqs } = record;
  const events = t("sites.event", { count: digestSeqs.length, list: digestSeqs.join(", ") });
  return (
    <>
      {delivered !== null && <p>{t("tellings.delivered", { count: delivered })}</p>}
      {delivered === null && accepted > 0 && <p>{t("tellings.unsaid")}</p>}
      {failed > 0 && <p className="font-medium text-danger">{t("tellings.failed", { count: failed })}</p>}
      {waiting > 0 && <p>{t("tellings.waiting", { count: waiting })}</p>}
      {folded > 0 && <p>{t("tellings.folded", { count: folded, events })}</p>}
    </>
  );
}

function People({ record: { people }, timeZone, intl }: RowProps) {
  const { t } = intl;
  if (people === null) return <p>{t("tellings.unnamed")}</p>;
  const moments = people.accepted.slice(0, NAMED_MOMENTS);
  const left = people.accepted.slice(NAMED_MOMENTS).flatMap(({ logins }) => logins);
  return (
    <>
      {moments.map(({ at, logins }) => (
        <p key={at}>
          {t.rich("tellings.at", {
            at: () => <Stamp iso={at} timeZone={timeZone} />,
            names: () => named(intl, logins, left.length > 0 && at === moments.at(-1)?.at ? left.length : 0),
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
