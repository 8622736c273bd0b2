import type { ReactNode } from "react";
import { mailWords } from "@/components/events/deed-words";
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from "@/components/ui/table";
import type { NotificationRecord, Statement } from "@/lib/reports/statement/schema";
import { SHOWN_ROWS } from "@/lib/reports/statement/terms";
import { Stamp } from "./stamp";
import type { StatementWords } from "./statement-words";

/** People and moments that one row of the page names; the file has all. */
const NAMED_PEOPLE = 10;
const NAMED_MOMENTS = 3;

type RowProps = { record: NotificationRecord; timeZone: string; words: StatementWords };

/** Each alert and reminder: how many were notified, when, and who. */
export function NotificationsTable({ statement, words }: { statement: Statement; words: StatementWords }) {
  const { say } = words;
  const { tellings, timeZone } = statement;
  if (tellings.length === 0) return <p className="text-sm">{say("tellings.none")}</p>;
  return (
    <Table aria-labelledby="tellings">
      <TableHead>
        <TableRow>
          {(["what", "accepted", "fate", "people"] as const).map((column) => (
            <HeaderCell key={column}>{say(`tellings.${column}`)}</HeaderCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {tellings.slice(0, SHOWN_ROWS).map((record) => (
          <TableRow key={`${record.key} ${record.kind}`} className="grid gap-1 py-3">
            <Row record={record} timeZone={timeZone} words={words} />
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function Row({ record, timeZone, words }: RowProps) {
  const { say, activity } = words;
  const { seq, kind, key, queuedAt, recipients, accepted, others } = record;
  return (
    <>
      <RowHeader>
        <div className="min-w-0">
          <p className="font-medium first-letter:uppercase">{mailWords(activity, kind)}</p>
          <p>
            <Stamp iso={queuedAt} timeZone={timeZone} />
          </p>
          <p className="text-ink-soft">
            {seq === null ? say("tellings.noEvent") : say("sites.event", { count: 1, list: String(seq) })}
          </p>
          {key.startsWith("again/") && <p>{say("tellings.again")}</p>}
        </div>
      </RowHeader>
      <Cell label={say("tellings.accepted")}>
        <p className="font-medium">{say("tellings.count", { accepted, recipients })}</p>
        <Between record={record} timeZone={timeZone} words={words} />
        {others > 0 && <p>{say("tellings.others", { count: others })}</p>}
      </Cell>
      <Cell label={say("tellings.fate")}>
        <Statuses record={record} say={say} />
      </Cell>
      <Cell label={say("tellings.people")}>
        <People record={record} timeZone={timeZone} words={words} />
      </Cell>
    </>
  );
}

function Between({ record, timeZone, words: { say } }: RowProps) {
  const { firstAcceptedAt: first, lastAcceptedAt: last, folded } = record;
  if (first === null || last === null) return folded > 0 ? null : <p>{say("tellings.nobody")}</p>;
  if (first === last) {
    return (
      <p>
        <Stamp iso={first} timeZone={timeZone} />
      </p>
    );
  }
  const stamp = (iso: string) => () => <Stamp iso={iso} timeZone={timeZone} />;
  return <p>{say.rich("tellings.between", { first: stamp(first), last: stamp(last) })}</p>;
}

function Statuses({ record, say }: { record: NotificationRecord; say: StatementWords["say"] }) {
  const { accepted, delivered, failed, waiting, folded, digestSeqs } = record;
  const events = say("sites.event", { count: digestSeqs.length, list: digestSeqs.join(", ") });
  return (
    <>
      {delivered !== null && <p>{say("tellings.delivered", { count: delivered })}</p>}
      {delivered === null && accepted > 0 && <p>{say("tellings.unsaid")}</p>}
      {failed > 0 && <p className="font-medium text-danger">{say("tellings.failed", { count: failed })}</p>}
      {waiting > 0 && <p>{say("tellings.waiting", { count: waiting })}</p>}
      {folded > 0 && <p>{say("tellings.folded", { count: folded, events })}</p>}
    </>
  );
}

function People({ record: { people }, timeZone, words }: RowProps) {
  const { say } = words;
  if (people === null) return <p>{say("tellings.unnamed")}</p>;
  const moments = people.accepted.slice(0, NAMED_MOMENTS);
  const left = people.accepted.slice(NAMED_MOMENTS).flatMap(({ logins }) => logins);
  return (
    <>
      {moments.map(({ at, logins }) => (
        <p key={at}>
          {say.rich("tellings.at", {
            at: () => <Stamp iso={at} timeZone={timeZone} />,
            names: () => named(words, logins, left.length > 0 && at === moments.at(-1)?.at ? left.length : 0),
          })}
        </p>
      ))}
      {people.failed.length > 0 && (
        <p className="text-danger">{say.rich("tellings.lost", { names: () => named(words, people.failed, 0) })}</p>
      )}
    </>
  );
}

/** The first ten names, and how many more. */
function named({ say, format }: StatementWords, logins: readonly string[], besides: number): ReactNode {
  const more = Math.max(0, logins.length - NAMED_PEOPLE) + besides;
  const names = logins.slice(0, NAMED_PEOPLE);
  return (
    <bdi>{more > 0 ? say("tellings.morePeople", { names: names.join(", "), count: more }) : format.list(names)}</bdi>
  );
}
