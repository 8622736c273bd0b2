import { forgetFindings } from "@/lib/domain/findings/forget-findings";
import { readExposure } from "@/lib/domain/publications/exposure";
import { deletePublications, writePublications } from "@/lib/domain/publications/publications";
import type { AuditFacts } from "@/lib/ledger/audit/schema";
import { MINUTE_MS, plus, SECOND_MS } from "@/lib/platform/clock";
import { momentIn } from "@/lib/platform/moment";
import { asTyped } from "@/lib/platform/typed-text-terms";
import { siteNamed } from "@/prisma/seed/data/sites";
import { instanceZone } from "@/prisma/seed/when";
import type { Deed, DeedOf } from "./deeds";
import { originOf } from "./events";
import { author, reminderFacts, sitesInEvent, sitesInMail } from "./facts";
import type { Ledger } from "./ledger";
import { recipients, sendMail } from "./send-mail";
import { tellWatch } from "./tell-watch";

/** Writes one deed with everything that belongs to it: sign-in, step-up, event, publication, mail. */
export async function tell(ledger: Ledger, deed: Deed): Promise<void> {
  switch (deed.kind) {
    case "event":
      await ledger.record(deed);
      return;
    case "grant":
      return tellGrant(ledger, deed);
    case "revoke":
      return tellRevoke(ledger, deed);
    case "reminder":
      return tellReminder(ledger, deed);
    default:
      return tellWatch(ledger, deed);
  }
}

async function tellGrant(ledger: Ledger, deed: DeedOf<"grant">): Promise<void> {
  const { at, by, reason, until } = deed;
  const sites = deed.sites.map(siteNamed);
  const about = sitesInEvent(sites);
  const signIn = await beginSession(ledger, deed, 5 * MINUTE_MS);
  if (deed.wrongPasswordFirst) {
    const facts = { type: "step-up.refused", action: "grant", reason: "wrong password" } as const;
    await ledger.record({ ...signIn, at: plus(at, -38 * SECOND_MS), facts });
  }
  const stepUpAt = plus(at, -2 * SECOND_MS);
  const session = { ...signIn, origin: originOf(by, stepUpAt) };
  const step = { type: "step-up.succeeded", action: "grant", siteCount: sites.length, method: "password" } as const;
  await ledger.record({ ...session, at: stepUpAt, facts: step });
  const granted = { ...about, reason: asTyped(reason), until: until?.toISOString() ?? null, unreachable: [] };
  const eventSeq = await ledger.record({ ...session, at, facts: { type: "public-access.granted", ...granted } });
  const publication = { channel: "portal", since: at, grantedBy: by.login, reason, until, eventSeq } as const;
  await writePublications(ledger.tx, about.siteIds, publication);
  const facts = {
    kind: "made-public",
    ...sitesInMail(sites, at),
    actor: author(by),
    reason: asTyped(reason),
    until: until && momentIn(until, instanceZone),
    exposure: await readExposure(ledger.tx.db, about.siteIds),
  } as const;
  await sendMail(ledger, { eventKey: `event/${eventSeq}`, facts, at, serverBusy: deed.mailServerBusy });
}

async function tellRevoke(ledger: Ledger, deed: DeedOf<"revoke">): Promise<void> {
  const { at, by } = deed;
  const sites = deed.sites.map(siteNamed);
  const about = sitesInEvent(sites);
  const session = await beginSession(ledger, deed, 2 * MINUTE_MS);
  const revoked: AuditFacts = { type: "public-access.revoked", ...about, cause: "super-user", unreachable: [] };
  const eventSeq = await ledger.record({ ...session, at, facts: revoked });
  await deletePublications(ledger.tx, about.siteIds);
  await forgetFindings(ledger.tx, about.siteIds);
  const facts = { kind: "made-private", ...sitesInMail(sites, at), actor: author(by), cause: "super-user" } as const;
  await sendMail(ledger, { eventKey: `event/${eventSeq}`, facts, at });
}

async function tellReminder(ledger: Ledger, { at, period }: DeedOf<"reminder">): Promise<void> {
  const facts = await reminderFacts(ledger.tx.db, at, period.label);
  // Where the portal looks up whether a period is settled (lib/domain/reminders/run-reminders.ts).
  await ledger.tx.db.setting.create({
    data: { name: `reminder/${period.key}`, value: at.toISOString(), updatedAt: at, updatedBy: "reminders" },
  });
  const counts = { siteCount: facts.total, recipientCount: recipients.length };
  await ledger.recordJob("reminders", at, { type: "reminder.queued", period: period.key, ...counts });
  await sendMail(ledger, { eventKey: `reminder/${period.key}`, facts, at });
}

/** The sign-in before a change, so that its password is fresh. */
async function beginSession(ledger: Ledger, { by, at }: DeedOf<"grant" | "revoke">, beforeMs: number) {
  const signedInAt = plus(at, -beforeMs);
  const session = { actor: { type: "superUser", login: by.login }, origin: originOf(by, signedInAt) } as const;
  await ledger.record({ ...session, at: signedInAt, facts: { type: "sign-in.succeeded", method: "password" } });
  return session;
}
