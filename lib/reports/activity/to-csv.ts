import { stringify } from "csv-stringify/sync";
import { toEntry } from "@/lib/ledger/audit/queries";
import type { AuditFacts } from "@/lib/ledger/audit/schema";
import type { StoredEvent } from "@/lib/ledger/audit/walk-chain";
import { originOf } from "@/lib/ledger/audit/with-origins";
import { visibleJson } from "@/lib/platform/escape-invisible";
import { charactersOf } from "@/lib/platform/typed-text-terms";

const COLUMNS = [
  "seq",
  "time_utc",
  "actor_type",
  "actor",
  "ip",
  "user_agent",
  "type",
  "site_count",
  "site_ids",
  "reason",
  "until",
  "facts",
] as const;

/** A byte order mark first, or spreadsheet programs take UTF-8 for something else; then the names of the columns. */
export function csvHead(): string {
  return `\ufeff${toLines([COLUMNS])}`;
}

/**
 * Events as lines of CSV (RFC 4180). A cell that a spreadsheet program would take for a formula begins with an
 * apostrophe (S32): logins, reasons, browsers and names of sites are other people's text. Times are UTC,
 * ids are apart by a space, `facts` is everything there is as JSON. Nothing is left out: an event about thousands of
 * sites may have cells longer than the 32,767 characters that some spreadsheet programs show; `site_count` says so.
 */
export function toCsv(events: readonly StoredEvent[]): string {
  return toLines(events.map(toCells));
}

function toCells(event: StoredEvent): (string | number)[] {
  const { facts, seq, at } = toEntry(event);
  const { ip, userAgent } = originOf(event);
  const siteIds = "siteIds" in facts ? facts.siteIds : [];
  return [
    seq,
    at,
    event.actorType,
    event.actorName,
    ip ?? "",
    userAgent ?? "",
    event.type,
    "siteCount" in facts ? facts.siteCount : siteIds.length,
    siteIds.join(" "),
    reasonOf(facts),
    "until" in facts ? (facts.until ?? "") : "",
    visibleJson(event.facts),
  ];
}

function reasonOf(facts: AuditFacts): string {
  const why = "reason" in facts ? facts.reason : "note" in facts ? facts.note : "";
  return typeof why === "string" ? why : (charactersOf(why) ?? "");
}

function toLines(rows: readonly (readonly (string | number)[])[]): string {
  // By default a lone line feed in a cell is left bare when lines end with CR LF.
  const options = { escape_formulas: true, record_delimiter: "windows", quote_record_delimiter: true } as const;
  return stringify([...rows], options);
}
