import { randomBytes } from "node:crypto";
import { addRowOnce, writeRow } from "@/lib/ledger/settings/write-row";
import type { Tx } from "@/lib/platform/db/transaction";

const SETTING = "installation.id";
const BYTES = 16;

/**
 * The id of this installation: random, made when it is needed first. It stands in no address and opens nothing.
 * A log that went back begins a new one (`beginInstallation`). Two statements, always.
 */
export async function readInstallation(tx: Tx, at: Date): Promise<string> {
  await addRowOnce(tx, freshRow(at));
  const { value } = await tx.db.setting.findUniqueOrThrow({ where: { name: SETTING }, select: { value: true } });
  return value;
}

/**
 * From now on this is another installation than before, as far as providers and mailboxes can tell. What was queued
 * before keeps its identity.
 */
export async function beginInstallation(tx: Tx, at: Date): Promise<void> {
  await writeRow(tx, freshRow(at));
}

function freshRow(at: Date) {
  return { name: SETTING, value: random(), updatedBy: "outbox", updatedAt: at };
}

/**
 * An identity for one mail to one mailbox. It is drawn by chance, so that no other mail has it, whatever becomes of
 * the numbers of events; and it is stored with the mail, so that a mail which comes back with a restore is the same mail.
 */
export function newIdentity(installation: string): string {
  return `${installation}/${random()}`;
}

/** The installation that a mail of this identity was queued by. */
export function installationOf(identity: string): string {
  return identity.split("/")[0] ?? identity;
}

function random(): string {
  return randomBytes(BYTES).toString("hex");
}
