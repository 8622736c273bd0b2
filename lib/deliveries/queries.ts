import { now } from "@/lib/clock";
import { db } from "@/lib/db/client";
import { reading } from "@/lib/db/errors";
import { env } from "@/lib/env";
import { countMailsInNeed } from "./attention";
import { channelsOf } from "./channels";
import { readMails } from "./read-mails";
import { readPeople } from "./read-people";
import type { DeliveriesPage } from "./schema";

const PAGE_SIZE = 50;

/**
 * Whom a mail would reach now, and one page of the mails, newest first. A constant number of statements.
 * @param show only those that need attention, or all
 * @throws AppError `database_unreachable`, `schema_not_understood`: never an empty page instead
 */
export function readDeliveries({ page, show }: { page: number; show: "all" | "attention" }): Promise<DeliveriesPage> {
  return reading(async () => {
    const needAttention = await countMailsInNeed(db());
    return {
      ...(await readPeople(db())),
      mails: await readMails(db(), { page, pageSize: PAGE_SIZE, show }),
      total: show === "attention" ? needAttention : await db().outboxMail.count(),
      page,
      pageSize: PAGE_SIZE,
      needAttention,
      ...channelsOf(env()),
      asOf: now().toISOString(),
    };
  });
}
