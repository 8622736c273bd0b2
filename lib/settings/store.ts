import type { Reader } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";
import { type Cadence, cadences } from "./schema";

const CADENCE = "reminders.cadence";
const WATCHING_SINCE = "watch.watching-since";

/** Weekly unless a Super User chose monthly. */
export async function readCadence(db: Reader): Promise<Cadence> {
  const setting = await db.setting.findUnique({ where: { name: CADENCE } });
  return cadences.find((cadence) => cadence === setting?.value) ?? "weekly";
}

/** Stores the cadence. Auditing and alerting it is the caller's. */
export async function writeCadence(tx: Tx, cadence: Cadence, login: string, at: Date): Promise<void> {
  await write(tx, CADENCE, cadence, login, at);
}

/** When the watch wrote its baseline; null before its first run. */
export async function readWatchingSince(db: Reader): Promise<Date | null> {
  const setting = await db.setting.findUnique({ where: { name: WATCHING_SINCE } });
  return setting ? new Date(setting.value) : null;
}

/** Remembers that the baseline is written. */
export async function writeWatchingSince(tx: Tx, at: Date): Promise<void> {
  await write(tx, WATCHING_SINCE, at.toISOString(), "watch", at);
}

async function write(tx: Tx, name: string, value: string, updatedBy: string, updatedAt: Date): Promise<void> {
  await tx.db.setting.upsert({
    where: { name },
    create: { name, value, updatedBy, updatedAt },
    update: { value, updatedBy, updatedAt },
  });
}
