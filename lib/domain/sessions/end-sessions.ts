import type { SuperUser } from "@/lib/auth/session";
import type { RecentAuth } from "@/lib/auth/step-up";
import { recordAudit } from "@/lib/ledger/audit/record";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { openAt } from "./open-at";
import type { EndedSessions, EndSessionsInput } from "./schema";

/**
 * Ends open sessions: one of one's own, all one's others, or in an emergency those of every Super User but the one in
 * use. Each is dead from the commit on, at its next request. One UPDATE, one audit event.
 * @throws AppError `session_not_open` when the one session is not an open one of this Super User
 */
export async function endSessions(
  tx: Tx,
  { superUser, input, now }: { superUser: SuperUser; proof: RecentAuth; input: EndSessionsInput; now: Date },
): Promise<EndedSessions> {
  const { count } = await tx.db.session.updateMany({
    where: { ...chosen(input, superUser), ...openAt(now) },
    data: { endedAt: now },
  });
  if (input.scope === "one" && count === 0) throw new AppError("session_not_open");
  await recordAudit(tx, {
    by: superUser,
    at: now,
    facts: { type: "session.ended", scope: input.scope, count },
  });
  return { count };
}

function chosen(input: EndSessionsInput, { login, origin }: SuperUser) {
  switch (input.scope) {
    case "one":
      return { login, ref: input.ref };
    case "others":
      return { login, ref: { not: origin.sessionRef } };
    case "everybody":
      return { ref: { not: origin.sessionRef } };
  }
}
