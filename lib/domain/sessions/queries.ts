import { proofMethods } from "@/lib/auth/schema";
import type { SuperUser } from "@/lib/auth/session";
import { browserName } from "@/lib/platform/browser-name";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/client";
import { withDatabaseErrors } from "@/lib/platform/db/errors";
import { openAt } from "./open-at";
import type { OwnSession, OwnSessions } from "./schema";

/** The open sessions of this login, the one last seen first. One statement. */
export function listOwnSessions(superUser: SuperUser): Promise<OwnSessions> {
  return withDatabaseErrors(async () => {
    const at = now();
    const rows = await db().session.findMany({
      where: { login: superUser.login, ...openAt(at) },
      orderBy: [{ lastSeenAt: "desc" }, { createdAt: "desc" }, { ref: "asc" }],
    });
    // A password or second factor changed since sign-in closes a session too (lib/auth/session.ts). The one in use was
    // checked against Matomo just now, so its stamp is the one that counts.
    const stamp = rows.find((row) => row.ref === superUser.origin.sessionRef)?.credentialsStamp;
    const open = rows.filter((row) => stamp === undefined || row.credentialsStamp === stamp);
    return { sessions: open.map((row) => toOwnSession(row, superUser)), asOf: at.toISOString() };
  });
}

type Row = {
  ref: string;
  userAgent: string | null;
  ip: string | null;
  createdAt: Date;
  lastSeenAt: Date;
  method: string;
};

function toOwnSession(row: Row, { origin }: SuperUser): OwnSession {
  return {
    ref: row.ref,
    browser: browserName(row.userAgent),
    ip: row.ip,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    method: proofMethods.find((method) => method === row.method) ?? "password",
    isThis: row.ref === origin.sessionRef,
  };
}
