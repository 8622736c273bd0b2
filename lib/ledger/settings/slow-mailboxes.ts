import type { DbClient } from "@/lib/platform/db/client";

/** Since when which mailboxes want reminders every month only. Keys as `recipientKey` makes them. */
export async function readSlowMailboxes(db: DbClient): Promise<Map<string, Date>> {
  const rows = await db.slowReminders.findMany({ select: { recipient: true, since: true } });
  return new Map(rows.map(({ recipient, since }) => [recipient, since]));
}
