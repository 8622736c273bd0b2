import { z } from "zod";
import { readSetting } from "@/lib/ledger/settings/store";
import type { Recipient } from "@/lib/messaging/outbox/enqueue";
import type { DbClient } from "@/lib/platform/db/client";
import { logger } from "@/lib/platform/logger";
import { charactersOf } from "@/lib/platform/typed-text-terms";

/** An address that gets every alert and every reminder and is nobody's login, such as a security team's. */
type ExtraRecipient = { address: string; language: string };

const listSchema = z.array(z.object({ address: z.string(), language: z.string() }));

/** The extra recipients, in the order in which they were given. A list that cannot be read keeps no alert back. */
export async function readExtraRecipients(db: DbClient): Promise<ExtraRecipient[]> {
  const stored = charactersOf(await readSetting(db, "extra-recipients"));
  if (stored === "") return [];
  try {
    return listSchema.parse(JSON.parse(stored));
  } catch (error) {
    logger().error({ err: error }, "the extra recipients could not be read");
    return [];
  }
}

/** As the outbox takes them: without a login. */
export function asRecipients(extra: readonly ExtraRecipient[]): Recipient[] {
  return extra.map(({ address, language }) => ({ address, logins: [], language }));
}
