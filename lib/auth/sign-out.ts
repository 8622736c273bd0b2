import { recordAudit } from "@/lib/ledger/audit/record";
import { recordRefusal } from "@/lib/ledger/audit/record-refusal";
import type { Origin } from "@/lib/ledger/audit/schema";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/client";
import { translateDatabaseError } from "@/lib/platform/db/errors";
import { inTransaction } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { endSession, loadSuperUser, recheckSuperUser } from "./session";

/**
 * Ends an open session, recorded in the name of the Super User whose it is. A session that is over, and one whose user is
 * gone or no Super User any more, cannot be ended again: whoever still holds its cookie is a visitor.
 * @throws AppError `database_unreachable`
 */
export async function signOut(sessionId: string, request: Omit<Origin, "sessionRef">): Promise<void> {
  try {
    // Read before the write mutex is taken: whoever holds a dead cookie must not hold up those who change something.
    const known = await loadSuperUser(db(), sessionId, request, now());
    await inTransaction(async (tx) => {
      const at = now();
      const superUser = await recheckSuperUser(tx, known, at);
      await endSession(tx, superUser.origin.sessionRef, at);
      await recordAudit(tx, { by: superUser, at, facts: { type: "sign-out" } });
    });
  } catch (error) {
    const cause = translateDatabaseError(error);
    if (!(cause instanceof AppError) || cause.code !== "session_ended") throw cause;
    await recordRefusal({
      actor: { type: "visitor" },
      origin: { ...request, sessionRef: null },
      at: now(),
      facts: { type: "action.refused", action: "sign-out", code: cause.code, siteIds: [], siteCount: 0 },
    });
  }
}
