import { expect } from "vitest";
import { type AuditFacts, type AuditType, auditFactsSchema, type Origin } from "@/lib/ledger/audit/schema";
import { verifyChain } from "@/lib/ledger/audit/verify";
import { withOrigins } from "@/lib/ledger/audit/with-origins";
import { type MailFacts, mailFactsSchema } from "@/lib/ledger/facts/mail-schema";
import { rawSql, testDb } from "./database";

/** Rows of anonymous in `access`, as they stand: `[idsite, login, access]`. */
export async function accessRows(): Promise<[number, string, string | null][]> {
  const rows = await rawSql("SELECT idsite, login, access FROM `matomo_access` ORDER BY idsite, idaccess");
  return rows.map((row) => [Number(row.idsite), String(row.login), row.access === null ? null : String(row.access)]);
}

/** Everything a change of public access may touch, to compare before and after. */
export async function everything() {
  const db = testDb();
  return {
    access: await accessRows(),
    publications: await db.publication.findMany({ orderBy: { idsite: "asc" } }),
    outbox: await db.outboxMail.count(),
    messages: await db.message.count(),
    // The installation's name is drawn when the first mail is queued, and changes nothing.
    settings: await db.setting.findMany({ where: { name: { not: "installation.id" } }, orderBy: { name: "asc" } }),
  };
}

/** Facts of the audit events of one type, oldest first. */
export async function auditOf<T extends AuditType>(type: T): Promise<Extract<AuditFacts, { type: T }>[]> {
  const rows = await testDb().auditEvent.findMany({ where: { type }, orderBy: { seq: "asc" } });
  return rows.map((row) => auditFactsSchema.parse({ ...JSON.parse(row.facts), type: row.type })) as Extract<
    AuditFacts,
    { type: T }
  >[];
}

/** From where the audit events of one type came, oldest first; null: nothing of that is kept. */
export async function originsOf(type: AuditType): Promise<(Origin | null)[]> {
  const rows = await testDb().auditEvent.findMany({ where: { type }, orderBy: { seq: "asc" } });
  return (await withOrigins(testDb(), rows)).map(({ origin }) => origin);
}

/** Every mail in the outbox: kind, address and the logins that share it, in order of address. */
export async function mails(
  kind?: MailFacts["kind"],
): Promise<{ kind: string; to: string; logins: string[]; state: string }[]> {
  const rows = await testDb().outboxMail.findMany({ where: { kind }, orderBy: [{ id: "asc" }] });
  return rows
    .map((row) => ({ kind: row.kind, to: row.address, logins: JSON.parse(row.logins) as string[], state: row.state }))
    .sort((a, b) => a.to.localeCompare(b.to));
}

/** The facts of the messages of one kind, oldest first. */
export async function mailFacts<K extends MailFacts["kind"]>(kind: K): Promise<Extract<MailFacts, { kind: K }>[]> {
  const rows = await testDb().message.findMany({ where: { kind }, orderBy: { id: "asc" } });
  return rows.map((row) => mailFactsSchema.parse(JSON.parse(row.facts))) as Extract<MailFacts, { kind: K }>[];
}

/** The chain holds from the first event to the last. */
export async function expectChainHolds(): Promise<void> {
  expect(await verifyChain(testDb())).toMatchObject({ ok: true });
}
