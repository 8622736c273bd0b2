import { Webhook } from "standardwebhooks";
import { takeResendWebhook } from "@/lib/domain/deliveries/take-resend-webhook";
import { guardRoster } from "@/lib/domain/roster/guard-roster";
import { MINUTE_MS } from "@/lib/platform/clock";
import { inTransaction } from "@/lib/platform/db/transaction";
import { aSuperUser } from "./builders";
import { freezeClock } from "./clock";
import { ownerDb, testDb } from "./database";
import { BROWSER } from "./people";
import { mails } from "./state";

/** As Resend shows it: 24 bytes. */
export const WEBHOOK_SECRET = `whsec_${Buffer.from("a secret of 24 bytes....").toString("base64")}`;

export const NOON = "2026-11-24T12:00:00Z";
export const BELA = "bela@people.example";
export const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * MINUTE_MS);

/** Anna, Bela and Cleo, whom the watch has seen. */
export async function threePeopleAtNoon(): Promise<void> {
  freezeClock(NOON);
  for (const login of ["anna", "bela", "cleo"]) await aSuperUser({ login });
  await see();
}

/** What the watch does about who the Super Users are. */
export const see = () => inTransaction((tx) => guardRoster(tx, new Date()));

/** What is kept of what the provider said, in the order in which it came. */
export const events = () => testDb().mailEvent.findMany({ orderBy: [{ receivedAt: "asc" }, { at: "asc" }] });
export const fatesOf = async () => (await events()).map(({ fate }) => fate);

/** Since when and why this Super User is not reached; null while they are. */
export async function markOf(login: string): Promise<[since: string, why: string | null] | null> {
  const { unreachableSince, unreachableWhy } = await testDb().rosterEntry.findUniqueOrThrow({ where: { login } });
  return unreachableSince && [unreachableSince.toISOString(), unreachableWhy];
}

/** The logins of those who were told that somebody is not reached. */
export const told = async () => (await mails("unreachable")).map(({ to }) => to.split("@")[0]);

let counter = 0;

/** A mail that Resend took. @returns the provider's id of it */
export async function aSentMail(
  mail: { to?: string; login?: string; sentAt?: Date; sentVia?: string; state?: string; handledAt?: Date | null } = {},
): Promise<string> {
  const { to = "bela@people.example", login = "bela", sentVia = "resend", state = "sent", handledAt = null } = mail;
  const sentAt = mail.sentAt ?? new Date();
  const number = ++counter;
  const eventKey = `told/${number}`;
  const providerId = `provider-${number}`;
  const kind = "made-public";
  const message = await ownerDb().message.create({
    data: { eventKey, kind, language: "en", facts: "{}", createdAt: sentAt },
  });
  await ownerDb().outboxMail.create({
    data: {
      ...{ messageId: message.id, eventKey, kind, recipient: to.toLowerCase(), address: to },
      ...{ logins: JSON.stringify([login]), state, attempts: 1, nextAttemptAt: sentAt, createdAt: sentAt },
      ...{ sentAt, sentVia, providerId, handledAt },
    },
  });
  return providerId;
}

/** What Resend posts about a mail. `at`: when it happened. */
export function eventBody(type: string, providerId: string, data: object = {}, at = new Date()): string {
  return JSON.stringify({
    type,
    created_at: at.toISOString(),
    data: {
      ...{ email_id: providerId, created_at: at.toISOString(), from: "alerts@portal.example", subject: "…" },
      ...{ to: ["bela@people.example"], ...data },
    },
  });
}

/** The headers that prove where `body` comes from. */
export function signatureOf(
  body: string,
  id: string,
  at = new Date(),
  secret = WEBHOOK_SECRET,
): Record<string, string> {
  return {
    "svix-id": id,
    "svix-timestamp": String(Math.floor(at.getTime() / 1_000)),
    "svix-signature": new Webhook(secret).sign(id, at, body),
  };
}

/** Posts `body` to the webhook with these headers. */
export async function post(
  body: string,
  headers: Record<string, string>,
): Promise<{ status: number; outcome: string }> {
  const request = new Request("http://localhost:3000/api/webhooks/resend", { method: "POST", headers, body });
  const response = await takeResendWebhook(request, BROWSER);
  return { status: response.status, ...((await response.json()) as { outcome: string }) };
}

/** Resend tells of a mail, signed, under an id of its own. */
export function tell(type: string, providerId: string, data: object = {}, at = new Date(), id = `msg_${++counter}`) {
  const body = eventBody(type, providerId, data, at);
  return post(body, signatureOf(body, id));
}

export const HARD = { bounce: { type: "Permanent", subType: "General", message: "550 5.1.1 user unknown" } };
export const SOFT = { bounce: { type: "Transient", subType: "MailboxFull", message: "mailbox full" } };
