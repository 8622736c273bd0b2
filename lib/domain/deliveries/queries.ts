import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/client";
import { withDatabaseErrors } from "@/lib/platform/db/errors";
import { env } from "@/lib/platform/env";
import { countMailsInNeed } from "./attention";
import { channelsOf } from "./channels";
import { readMails } from "./read-mails";
import { readPeople } from "./read-people";
import type { DeliveriesPage } from "./schema";
import { mailReachOf, type ReachFilter } from "./terms";

const PAGE_SIZE = 50;
const PEOPLE_PAGE_SIZE = 25;

type Wanted = {
  /** of the mails */
  page: number;
  /** only the mails that need attention, or all */
  show: "all" | "attention";
  /** only the mails to this mailbox, as `recipientKey` makes it; null or left out: to everybody */
  to?: string | null;
  /** of the Super Users */
  people?: { page: number; reach: ReachFilter };
};

/**
 * Whom a mail would reach now, and one page of the mails, newest first. A constant number of statements.
 * @throws AppError `database_unreachable`, `schema_not_understood`: never an empty page instead
 */
export function readDeliveries(wanted: Wanted): Promise<DeliveriesPage> {
  const { page, show, to = null, people = { page: 1, reach: "all" } } = wanted;
  return withDatabaseErrors(async () => {
    const needAttention = await countMailsInNeed(db(), to);
    const who = await readPeople(db(), { ...people, pageSize: PEOPLE_PAGE_SIZE });
    const { unreachable, unknown, reached } = who.reachCounts;
    return {
      ...who,
      mailReach: mailReachOf({
        transport: env().MAIL_TRANSPORT,
        total: unreachable + unknown + reached,
        unreachable,
      }),
      mails: await readMails(db(), { page, pageSize: PAGE_SIZE, show, to }),
      total:
        show === "attention"
          ? needAttention
          : await db().outboxMail.count({ where: to === null ? {} : { recipient: to } }),
      page,
      pageSize: PAGE_SIZE,
      needAttention,
      ...channelsOf(env()),
      asOf: now().toISOString(),
    };
  });
}
