import { rawRun, rawSql } from "@/tests/support/database";

/** What stands of one site, and what was ever said of it. */
export type SiteState = {
  isPublic: boolean;
  publications: number;
  granted: number;
  revoked: number;
  /** mails of each of those events, each with its message */
  mails: number[];
};

/** Waits for what other nodes committed, then reads. */
export async function settle(): Promise<void> {
  await rawRun("SET SESSION wsrep_sync_wait = 1");
}

/** Everything about these sites, read on the first node once it has what the others committed. */
export async function statesOf(siteIds: readonly number[]): Promise<Map<number, SiteState>> {
  await settle();
  const states = new Map<number, SiteState>(
    siteIds.map((id) => [id, { isPublic: false, publications: 0, granted: 0, revoked: 0, mails: [] }]),
  );
  for (const row of await rawSql("SELECT idsite FROM `matomo_access` WHERE login = 'anonymous' AND access = 'view'")) {
    const state = states.get(Number(row.idsite));
    if (state) state.isPublic = true;
  }
  for (const row of await rawSql("SELECT idsite FROM portal_publication")) {
    const state = states.get(Number(row.idsite));
    if (state) state.publications++;
  }
  const events = await rawSql(`
    SELECT event.type, event.facts, (
      SELECT COUNT(*) FROM portal_outbox AS mail JOIN portal_message AS message ON message.id = mail.message_id
      WHERE mail.event_key = CONCAT('event/', event.seq) AND message.event_key = mail.event_key
    ) AS mails
    FROM portal_audit_event AS event
    WHERE event.type IN ('public-access.granted', 'public-access.revoked') ORDER BY event.seq`);
  for (const { type, facts, mails } of events) {
    const { siteIds: ids } = JSON.parse(String(facts)) as { siteIds: number[] };
    for (const id of ids) {
      const state = states.get(id);
      if (!state) continue;
      state[type === "public-access.granted" ? "granted" : "revoked"]++;
      state.mails.push(Number(mails));
    }
  }
  return states;
}

/** Mails without a message, and messages without an event: never any. */
export async function strays(): Promise<number> {
  const [row] = await rawSql(`
    SELECT (SELECT COUNT(*) FROM portal_outbox WHERE message_id NOT IN (SELECT id FROM portal_message))
      + (SELECT COUNT(*) FROM portal_message WHERE event_key LIKE 'event/%'
         AND event_key NOT IN (SELECT CONCAT('event/', seq) FROM portal_audit_event)) AS strays`);
  return Number(row?.strays);
}
