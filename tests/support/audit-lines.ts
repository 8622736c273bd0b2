import { appendEvent } from "@/lib/ledger/audit/append-event";
import { type AuditFacts, NO_ORIGIN } from "@/lib/ledger/audit/schema";
import { disconnect } from "@/lib/platform/db/client";
import { inTransaction, type Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";

// Run by log-lines.test.ts in a process of its own, because what counts is what arrives at standard output.
const at = new Date("2026-11-24T09:00:00Z");
const anna = { type: "superUser", login: "anna\r\n\u2028{}" } as const;
const record = (tx: Tx, facts: AuditFacts) =>
  appendEvent(tx, {
    actor: anna,
    origin: { ...NO_ORIGIN, ip: "203.0.113.7", sessionRef: "a".repeat(64) },
    at,
    facts,
  });

await inTransaction((tx) => record(tx, { type: "sign-out" }));

await inTransaction(async (tx) => {
  await record(tx, { type: "sign-out" });
  throw new Error("rolled back");
}).catch(() => undefined);

let tries = 0;
await inTransaction(async (tx) => {
  await record(tx, { type: "reminder.nothing-public", period: "2026-W48" });
  tries += 1;
  if (tries < 3) throw new AppError("matomo_busy");
});

const siteIds = Array.from({ length: 1_000 }, (_, index) => index + 1);
await inTransaction((tx) => record(tx, { type: "public-access.baseline", siteIds, sites: [] }));
await disconnect();
