import { browserName } from "@/lib/browser-name";
import { db } from "@/lib/db/client";
import { reading } from "@/lib/db/errors";
import type { ChainedFields } from "./chain";
import { type Actor, type AuditEntry, type AuditPage, auditFactsSchema, jobNames } from "./schema";

/** One page of events, newest first. Two statements. */
export function listAudit({ page, pageSize }: { page: number; pageSize: number }): Promise<AuditPage> {
  return reading(async () => {
    const total = await db().auditEvent.count();
    const rows = await db().auditEvent.findMany({
      orderBy: { seq: "desc" },
      skip: (page - 1) * pageSize,
      take: pageSize,
    });
    return { entries: rows.map(toEntry), total, page, pageSize };
  });
}

type Row = Omit<ChainedFields, "sessionRef" | "prevHash">;

function toEntry(row: Row): AuditEntry {
  return {
    seq: Number(row.seq),
    at: row.at.toISOString(),
    actor: toActor(row),
    ip: row.ip,
    browser: browserName(row.userAgent),
    facts: auditFactsSchema.parse({ ...JSON.parse(row.facts), type: row.type }),
  };
}

function toActor({ actorType, actorName }: Row): Actor {
  if (actorType === "superUser") return { type: "superUser", login: actorName };
  const job = jobNames.find((name) => name === actorName);
  return job ? { type: "system", job } : { type: "visitor" };
}
