import { eventLine } from "@/lib/ledger/audit/export-line";
import type { AuditExportQuery } from "@/lib/ledger/audit/filter-schema";
import { matching } from "@/lib/ledger/audit/matching";
import { matchingEvents, readHead } from "@/lib/ledger/audit/stored-events";
import type { StoredEvent } from "@/lib/ledger/audit/walk-chain";
import { withOrigins } from "@/lib/ledger/audit/with-origins";
import { readInstanceTimeZone } from "@/lib/matomo/time-zone";
import { now } from "@/lib/platform/clock";
import { dayIn } from "@/lib/platform/date-format";
import { db } from "@/lib/platform/db/client";
import { withDatabaseErrors } from "@/lib/platform/db/errors";
import { csvHead, toCsv } from "./to-csv";

type Format = { type: string; extension: string; head: () => string; toText: (events: StoredEvent[]) => string };

/**
 * JSON is one object a line and not one array: it can be written and read line by line however long the log is, and
 * each line is byte for byte the one that `bin/public-access audit export` writes for that event, hash included. It is no export
 * of the chain: events that do not match are missing, so there is nothing to verify.
 */
const FORMATS: Record<AuditExportQuery["format"], Format> = {
  csv: { type: "text/csv; charset=utf-8; header=present", extension: "csv", head: csvHead, toText: toCsv },
  json: {
    type: "application/x-ndjson; charset=utf-8",
    extension: "jsonl",
    head: () => "",
    toText: (events) => events.map((event) => `${eventLine(event)}\n`).join(""),
  },
};

type ActivityExport = { fileName: string; contentType: string; pieces: AsyncGenerator<string> };

/**
 * Every event that matches, oldest first, as text in pieces of 500 events. Two statements, and three for each piece when
 * it is asked for; what is recorded meanwhile is left to the next export.
 * @throws AppError `database_unreachable`, `schema_not_understood`; the pieces throw the same
 */
export function exportActivity({ format, ...filter }: AuditExportQuery): Promise<ActivityExport> {
  return withDatabaseErrors(async () => {
    const timeZone = await readInstanceTimeZone(db());
    const last = (await readHead(db()))?.seq ?? 0n;
    const { type, extension, head, toText } = FORMATS[format];
    async function* pieces(): AsyncGenerator<string> {
      yield head();
      for await (const events of matchingEvents(db(), last, matching(filter, timeZone))) {
        yield toText(await withOrigins(db(), events));
      }
    }
    return { fileName: `activity-${dayIn(now(), timeZone)}.${extension}`, contentType: type, pieces: pieces() };
  });
}
