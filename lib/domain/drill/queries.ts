import { channelsOf } from "@/lib/domain/deliveries/channels";
import { readMailsOf } from "@/lib/domain/deliveries/read-mails";
import { toEntry } from "@/lib/ledger/audit/queries";
import type { AuditEntry, AuditFacts } from "@/lib/ledger/audit/schema";
import { now } from "@/lib/platform/clock";
import { type DbClient, db } from "@/lib/platform/db/client";
import { withDatabaseErrors } from "@/lib/platform/db/errors";
import { env } from "@/lib/platform/env";
import { resultOf } from "./policy";
import type { Drill, Drills } from "./schema";
import { DRILLS_SHOWN } from "./terms";

type StartedEntry = AuditEntry & { facts: Extract<AuditFacts, { type: "drill.started" }> };

/**
 * The newest drills, and what became of their mails. Four statements.
 * @throws AppError `database_unreachable`, `schema_not_understood`: never an empty list instead
 */
export function readDrills(): Promise<Drills> {
  return withDatabaseErrors(async () => ({
    drills: await newestDrills(db(), DRILLS_SHOWN),
    feedback: channelsOf(env()).feedback,
    asOf: now().toISOString(),
  }));
}

async function newestDrills(reader: DbClient, take: number): Promise<Drill[]> {
  const rows = await reader.auditEvent.findMany({
    where: { type: "drill.started" },
    orderBy: [{ at: "desc" }, { seq: "desc" }],
    take,
  });
  const started = rows.map(toEntry).filter(isStart);
  const mails = await readMailsOf(
    reader,
    started.map(({ seq }) => eventKeyOf(seq)),
    "drill",
  );
  return started.map(({ seq, at, actor, facts }) => ({
    seq,
    startedAt: at,
    by: actor.type === "superUser" ? actor.login : null,
    site: facts.sites[0] ? { id: facts.sites[0].id, name: facts.sites[0].name } : null,
    withoutMail: facts.withoutMail,
    ...resultOf(mails.get(eventKeyOf(seq)) ?? []),
  }));
}

function isStart(entry: AuditEntry): entry is StartedEntry {
  return entry.facts.type === "drill.started";
}

/** Under which `queueAlert` puts its mails into the outbox. */
function eventKeyOf(seq: number): string {
  return `event/${seq}`;
}
