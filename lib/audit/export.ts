import type { Reader } from "@/lib/db/client";
import { eventLine, headerLine, headLine } from "./export-line";
import { readHead, storedEvents } from "./stored-events";

/**
 * The audit log as the lines of a file that can be checked without the database. The head is read first, so that the
 * portal may go on writing meanwhile: what it adds comes with the next export.
 * @throws Error when there is no chain head
 */
export async function* exportAudit(db: Reader, at: Date): AsyncGenerator<string> {
  const head = await readHead(db);
  if (!head) throw new Error("The audit log has no chain head: the table portal_audit_head was emptied.");
  yield `${headerLine(at)}\n`;
  for await (const event of storedEvents(db, head.seq)) yield `${eventLine(event)}\n`;
  yield `${headLine(head)}\n`;
}
