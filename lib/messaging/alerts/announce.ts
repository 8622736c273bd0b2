import { appendEvent } from "@/lib/ledger/audit/append-event";
import { authorship, type Person } from "@/lib/ledger/audit/author";
import type { MailedType } from "@/lib/ledger/audit/event-terms";
import type { AuditFacts, AuditType, JobName } from "@/lib/ledger/audit/schema";
import type { MailFacts, MailKind } from "@/lib/ledger/facts/mail-schema";
import { timeZoneOf } from "@/lib/matomo/time-zone";
import { formatInBothZones } from "@/lib/platform/date-format";
import type { Tx } from "@/lib/platform/db/transaction";
import type { Announcement } from "./announcement";
import { auditSites, type ChangedSites } from "./changed-sites";
import { authorOf, commonFacts, furtherLinks, siteFacts } from "./facts";
import { queueAlert } from "./queue-alert";
import { type Roster, readRoster } from "./recipients";

type Announced = { eventSeq: bigint; mailCount: number };
/** Of whatever type the event is. */
type News = {
  by: Person | JobName;
  at: Date;
  to?: Pick<Roster, "recipients">;
  threads?: readonly string[];
  sites?: ChangedSites;
  event: { type: AuditType };
  mail: { kind: MailKind } | null;
};

/**
 * Records an event and queues the mail that tells of it (`EVENTS`), to every Super User of this moment and the
 * extra recipients, in the transaction of the change. Event and mail say the same sites and the same author.
 * @returns the number of the event, and how many mails
 */
export async function announce<T extends MailedType>(tx: Tx, news: Announcement<T>): Promise<Announced>;
export async function announce(tx: Tx, news: News): Promise<Announced> {
  const { by, at, sites, event, mail, threads } = news;
  // Sites first: lib/ledger/audit/stored-site-ids.ts finds them at the first key of that name.
  const eventFacts = whole<AuditFacts>({ ...(sites && auditSites(sites)), ...event });
  const eventSeq = await appendEvent(tx, { ...authorship(by), at, facts: eventFacts });
  if (mail === null) return { eventSeq, mailCount: 0 };
  const roster = news.to ?? (await readRoster(tx.db));
  const alertFacts = mailFacts({ ...news, mail }, await timeZoneOf(tx));
  return { eventSeq, mailCount: await queueAlert(tx, { eventSeq, facts: alertFacts, roster, at, threads }) };
}

function mailFacts({ by, at, sites, mail }: News & { mail: { kind: MailKind } }, timeZone: string): MailFacts {
  const { links, ...common } = commonFacts(at, timeZone);
  const said = Object.entries<unknown>(mail).map(([name, value]) => [
    name,
    value instanceof Date ? formatInBothZones(value, timeZone) : value,
  ]);
  return whole<MailFacts>({
    ...common,
    links: { ...links, ...furtherLinks(mail.kind) },
    ...(typeof by !== "string" && { actor: authorOf(by) }),
    ...(sites && siteFacts(sites)),
    ...Object.fromEntries(said),
  });
}

/** The compiler cannot see that what `Announcement` leaves out and is put back here makes the facts whole again. */
function whole<F extends AuditFacts | MailFacts>(parts: object): F {
  return parts as F;
}
