import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import PostalMime from "postal-mime";
import { env } from "@/lib/platform/env";

const FILE_NAME = /^\d{8}T\d{9}Z-[0-9a-f]{32}\.eml$/;

type MailboxHeader = { name: string; value: string };
type MailboxMail = {
  id: string;
  subject: string;
  from: string;
  to: string;
  date: Date | null;
  /** as they stand in the message, in order */
  headers: readonly MailboxHeader[];
  html: string;
  text: string;
};
/** Which list it belongs to, as mail programs sort it; null: none that this version files into. */
type MailboxKind = "alerts" | "reminders" | null;
type MailboxEntry = Pick<MailboxMail, "id" | "subject" | "to" | "date"> & { kind: MailboxKind };

function isNoEntry(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

/** `null` for what is not there; throws what else goes wrong. */
async function orNull<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (isNoEntry(error)) return null;
    throw error;
  }
}

type Address = { name: string; address?: string | undefined };
const inWords = ({ name, address }: Address) => (address && name ? `${name} <${address}>` : (address ?? name));

async function parse(id: string, raw: Uint8Array): Promise<MailboxMail> {
  const mail = await PostalMime.parse(raw);
  const date = mail.date ? new Date(mail.date) : null;
  return {
    id,
    subject: mail.subject ?? "",
    from: mail.from ? inWords(mail.from) : "",
    to: (mail.to ?? []).map(inWords).join(", "),
    date,
    headers: mail.headers.map(({ originalKey, value }) => ({ name: originalKey, value })),
    html: mail.html ?? "",
    text: mail.text ?? "",
  };
}

/** The folder of the mailbox transport, or null when another transport is configured: then there is no mailbox. */
export function mailboxDir(): string | null {
  const { MAIL_TRANSPORT, MAILBOX_DIR } = env();
  return MAIL_TRANSPORT === "mailbox" ? (MAILBOX_DIR ?? null) : null;
}

/** A trial has fewer; of more, the newest are listed. */
const MOST_LISTED = 1_000;

/** The newest mails, newest first, by their heads alone. Empty when nothing was sent yet. */
export async function listMailbox(dir: string | null = mailboxDir()): Promise<MailboxEntry[]> {
  const names = dir === null ? [] : ((await orNull(readdir(dir))) ?? []).filter((name) => FILE_NAME.test(name));
  const newest = names.sort().reverse().slice(0, MOST_LISTED);
  const mails = await Promise.all(newest.map((name) => readHead(name, dir ?? "")));
  return mails.filter((mail) => mail !== null);
}

async function readHead(name: string, dir: string): Promise<MailboxEntry | null> {
  const raw = await orNull(readFile(path.join(dir, name)));
  if (raw === null) return null;
  const end = raw.indexOf("\r\n\r\n");
  const { id, subject, to, date, headers } = await parse(path.basename(name, ".eml"), raw.subarray(0, end + 4));
  const listId = headers.find((header) => header.name.toLowerCase() === "list-id")?.value ?? "";
  const kind = (["alerts", "reminders"] as const).find((list) => listId.includes(`<${list}.`)) ?? null;
  return { id, subject, to, date, kind };
}

/** One mail as it would arrive, or null when there is none by this `id`. An id never leads out of the folder. */
export async function readMailbox(id: string, dir: string | null = mailboxDir()): Promise<MailboxMail | null> {
  const name = `${id}.eml`;
  if (dir === null || !FILE_NAME.test(name)) return null;
  const raw = await orNull(readFile(path.join(dir, name)));
  return raw && (await parse(id, raw));
}
