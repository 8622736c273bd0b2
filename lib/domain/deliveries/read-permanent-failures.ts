import { HOUR_MS, plus } from "@/lib/platform/clock";
import type { DbClient } from "@/lib/platform/db/client";
import { joinSql, momentFromText } from "@/lib/platform/db/sql";
import {
  type DeliveryStatusEvent,
  lastPermanentFailure,
  type PermanentFailure,
  permanentFailureOf,
  permanentFailures,
} from "./policy";

/** More than the clocks of the provider and of this server are apart. */
const CLOCK_SLACK_MS = HOUR_MS;

/** Since when and why nothing reaches an address any more. */
export type AddressFailure = { ending: PermanentFailure; at: Date };

/** Those of these mailboxes that nothing reaches any more, by everything the provider ever said. Two statements. */
export async function readPermanentFailures(
  db: DbClient,
  mailboxes: readonly string[],
): Promise<Map<string, AddressFailure>> {
  const said = await db.mailEvent.groupBy({
    by: ["recipient", "fate"],
    where: { recipient: { in: [...mailboxes] }, fate: { in: [...permanentFailures] } },
    _max: { at: true },
  });
  const ended = new Map<string, DeliveryStatusEvent[]>();
  for (const { recipient, fate: name, _max } of said) {
    const fate = permanentFailureOf(name);
    if (fate && _max.at) ended.set(recipient, [...(ended.get(recipient) ?? []), { fate, at: _max.at }]);
  }
  if (ended.size === 0) return new Map();
  const arrivals = await readArrivals(db, ended);
  return new Map(
    [...ended].flatMap(([mailbox, events]): [string, AddressFailure][] => {
      const lasting = lastPermanentFailure([...events, ...(arrivals.get(mailbox) ?? [])]);
      return lasting ? [[mailbox, lasting]] : [];
    }),
  );
}

/** Of what arrived since the first of these endings, the mail of each mailbox that was handed over last. */
async function readArrivals(
  db: DbClient,
  ended: ReadonlyMap<string, readonly DeliveryStatusEvent[]>,
): Promise<Map<string, DeliveryStatusEvent[]>> {
  const first = Math.min(...[...ended.values()].flat().map(({ at }) => at.getTime()));
  const since = plus(new Date(first), -CLOCK_SLACK_MS);
  const mails = await db.$queryRaw<{ recipient: string; sent_at: string | null }[]>`
    SELECT o.recipient, CAST(MAX(o.sent_at) AS CHAR) AS sent_at
    FROM portal_mail_event e JOIN portal_outbox o ON o.provider_id = e.provider_id
    WHERE e.recipient IN (${joinSql([...ended.keys()])}) AND e.fate = 'delivered' AND e.at >= ${since}
    GROUP BY o.recipient`;
  return new Map(
    mails.flatMap(({ recipient, sent_at }): [string, DeliveryStatusEvent[]][] => {
      const at = momentFromText(sent_at);
      return at ? [[recipient, [{ fate: "delivered", at }]]] : [];
    }),
  );
}
