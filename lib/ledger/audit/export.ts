import type { DbClient } from "@/lib/platform/db/client";
import { eventLine, headerLine, headLine } from "./export-line";
import { readForgotten } from "./forgotten";
import { readHead, storedEvents } from "./stored-events";

/**
 * The audit log as the lines of a file that can be checked without the database. The head is read first, so that the
 * portal may go on writing meanwhile: what it adds comes with the next export.
 * @throws Error when there is no chain head, or the portal deleted origins during the export: the next one is whole
 */
export async function* exportAudit(db: DbClient, at: Date): AsyncGenerator<string> {
  const head = await readHead(db);
  if (!head) throw new Error("The audit log has no chain head: the table portal_audit_head was emptied.");
  const forgotten = await readForgotten(db, head.seq);
  yield `${headerLine(at, forgotten)}\n`;
  for await (const event of storedEvents(db, head.seq)) yield `${eventLine(event)}\n`;
  if ((await readForgotten(db, (await readHead(db))?.seq ?? head.seq)) > forgotten) {
    throw new Error("Addresses and browsers of old events were deleted meanwhile. Export again.");
  }
  yield `${headLine(head)}\n`;
}
