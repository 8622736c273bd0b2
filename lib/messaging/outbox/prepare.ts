import { z } from "zod";
import type { RenderedMail } from "@/lib/ledger/facts/mail-schema";
import { db } from "@/lib/platform/db/client";
import { persistently } from "@/lib/platform/db/persistently";
import type { ClaimedMail } from "./claim";
import { idempotencyKey } from "./idempotency-key";
import { installationOf } from "./identity";
import { letterhead } from "./letterhead";
import type { OutgoingMail } from "./sender";
import { fromStored } from "./stored-json";

const texts = z.array(z.string());

/** How a message becomes bytes; given from outside, because the outbox does not know what mails say. */
export type Rendering = {
  render(facts: string, language: string): Promise<RenderedMail>;
  /** @param names whom the mail is for, as `namesOf` gives them */
  addressTo(mail: RenderedMail, names: readonly string[], language: string): RenderedMail;
  /** what a mail carries beside the usual headers */
  headersFor(mail: MailToHead): Record<string, string>;
};

/** `isPersonal`: a Super User's mailbox; `installation` null: an older version queued it, and knew nothing of filing */
type MailToHead = {
  kind: string;
  recipient: string;
  isPersonal: boolean;
  installation: string | null;
  threads: readonly string[];
};

/** A claimed mail with its bytes, or with what kept it from having any. */
export type PreparedMail = { mail: ClaimedMail; outgoing: OutgoingMail | Error };

/** The bytes of a batch. A mail that cannot be rendered holds up nobody else's. */
export async function prepare(mails: readonly ClaimedMail[], rendering: Rendering): Promise<PreparedMail[]> {
  const bytes = new Map<bigint, RenderedMail | Error>();
  for (const { message } of mails) {
    if (!bytes.has(message.id)) bytes.set(message.id, await bytesOf(message, rendering).catch(asError));
  }
  return mails.map((mail) => ({ mail, outgoing: outgoingMail(mail, bytes.get(mail.message.id), rendering) }));
}

/**
 * Bytes of a message: those stored before, or rendered now and stored before the first send. Two servers at once keep
 * the bytes of whoever stored first.
 */
async function bytesOf(message: ClaimedMail["message"], rendering: Rendering): Promise<RenderedMail> {
  const { id, subject, html, text } = message;
  if (subject !== null && html !== null && text !== null) return { subject, html, text };
  const rendered = await rendering.render(message.facts, message.language);
  const { count } = await persistently(() => db().message.updateMany({ where: { id, subject: null }, data: rendered }));
  if (count === 1) return rendered;
  return bytesOf(await db().message.findUniqueOrThrow({ where: { id } }), rendering);
}

function outgoingMail(
  mail: ClaimedMail,
  rendered: RenderedMail | Error | undefined,
  rendering: Rendering,
): OutgoingMail | Error {
  if (!rendered || rendered instanceof Error) return rendered ?? new Error("no message");
  try {
    const { from, replyTo } = letterhead();
    const isOurs = mail.identity !== null;
    const content = {
      ...rendering.addressTo(rendered, namesOf(mail), mail.message.language),
      to: mail.address,
      headers: rendering.headersFor(headOf(mail)),
      // Nothing new for a mail that an older version may have tried: under one key a provider takes the same bytes only.
      replyTo: isOurs ? replyTo : null,
    };
    return { ...content, queuedAt: mail.createdAt, idempotencyKey: idempotencyKey(mail, { ...content, from }) };
  } catch (error) {
    return asError(error);
  }
}

function headOf({ kind, recipient, logins, identity, message }: ClaimedMail): MailToHead {
  return {
    kind,
    recipient,
    isPersonal: loginsOf(logins).length > 0,
    installation: identity && installationOf(identity),
    threads: fromStored(texts, message.threads ?? "[]") ?? [],
  };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

/**
 * The logins that share the mailbox, from the JSON of an outbox row; none for an extra recipient, and none where they
 * cannot be read: one damaged row holds up nobody's mail.
 */
export function loginsOf(json: string): string[] {
  return fromStored(texts, json) ?? [];
}

/** Whom a mail is for: the logins that share the mailbox; else the address itself. */
export function namesOf({ logins, address }: Pick<ClaimedMail, "logins" | "address">): string[] {
  const names = loginsOf(logins);
  return names.length === 0 ? [address] : names;
}
