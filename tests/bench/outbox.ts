import type { Connection } from "mariadb";
import { pollDeliveryStatus } from "@/lib/domain/deliveries/poll-delivery-status";
import { readDeliveries } from "@/lib/domain/deliveries/queries";
import { deliverDue } from "@/lib/messaging/mail/deliver-due";
import { db } from "@/lib/platform/db/client";
import { readMetricFacts } from "@/lib/reports/metrics/read-facts";
import type { Contest } from "./measure";
import { emptyOutbox } from "./outbox-state";
import { PUBLIC } from "./reads";
import { SIZE } from "./size";

const SAMPLES = 3;
const PAGE_SIZE = 50;
const LOSSES = "'failed', 'bounced', 'suppressed', 'complained'";

/** What reads an outbox of 1,000,000 mails, of each of which the provider said that it arrived. */
export function outboxReads(bare: Connection): Contest[] {
  const count = async (sql: string) => Number((await bare.query<{ n: bigint }[]>(sql))[0]?.n);
  const ids = async (sql: string) => (await bare.query<{ id: bigint }[]>(sql)).map((row) => Number(row.id));
  const contest = (what: string, bareRun: Contest["bare"]["run"], run: Contest["product"]["run"]): Contest => ({
    what,
    samples: SAMPLES,
    aim: null,
    bare: { run: bareRun },
    product: { run },
  });
  const page = (number: number) => async () =>
    (await readDeliveries({ page: number, show: "all" })).mails.map(({ id }) => Number(id));
  const pageSql = (number: number) => async () => {
    await count("SELECT COUNT(*) AS n FROM portal_outbox");
    return ids(
      `SELECT o.id, o.address, o.state, o.sent_at, m.subject FROM portal_outbox o JOIN portal_message m ON m.id = o.message_id
       ORDER BY o.id DESC LIMIT ${PAGE_SIZE} OFFSET ${(number - 1) * PAGE_SIZE}`,
    );
  };
  const middle = SIZE.manyMails / PAGE_SIZE / 2;
  const lost = `SELECT o.id FROM portal_outbox o WHERE o.handled_at IS NULL AND (o.state = 'dead' OR o.provider_id IN
    (SELECT provider_id FROM portal_mail_event WHERE fate IN (${LOSSES})))`;
  return [
    contest(
      "the metrics",
      async () => {
        const sent = await count("SELECT COUNT(*) AS n FROM portal_outbox WHERE state = 'sent'");
        return [await count(`SELECT COUNT(*) AS n FROM (${PUBLIC}) p JOIN matomo_site s ON s.idsite = p.idsite`), sent];
      },
      async () => {
        const { publicSites, mails } = await readMetricFacts(db());
        return [publicSites, mails.sent];
      },
    ),
    contest("deliveries, first page", pageSql(1), page(1)),
    contest("deliveries, page in the middle", pageSql(middle), page(middle)),
    contest(
      "deliveries that need attention",
      () => ids(`${lost} ORDER BY o.id DESC LIMIT ${PAGE_SIZE}`),
      async () => (await readDeliveries({ page: 1, show: "attention" })).mails.map(({ id }) => Number(id)),
    ),
    contest(
      "a delivery run with nothing due",
      () => count("SELECT COUNT(*) AS n FROM portal_outbox WHERE state = 'due'"),
      async () => {
        await pollDeliveryStatus();
        return (await deliverDue()).sent;
      },
    ),
  ];
}

/**
 * Years of alerts to the Super Users of the seed: one in ten of 1,000 a reminder, one address that bounced in the middle
 * and is reached again, a mail in 10,000 that failed for good and was seen to.
 */
export async function fillOutbox(bare: Connection): Promise<void> {
  await emptyOutbox(bare);
  const messages = Math.ceil(SIZE.manyMails / SIZE.superUsers);
  // Ascending, as are all keys here: random ones, as the provider's are, take minutes to write.
  const id = `CONCAT('mail-', LPAD(m.id * ${SIZE.superUsers} + s.seq, 10, '0'))`;
  await bare.query("SET GLOBAL innodb_flush_log_at_trx_commit = 0");
  const statements = [
    // Nobody asks what became of the mails of this run.
    "UPDATE portal_outbox SET provider_id = NULL",
    `INSERT INTO portal_message (event_key, kind, language, facts, created_at, subject, html, text)
     SELECT CONCAT('bench/', LPAD(seq, 10, '0')), IF(seq MOD 10 = 0, 'reminder', 'made-public'), 'en', '{}',
       '2020-01-01' + INTERVAL seq HOUR, CONCAT('Alert ', seq), '', '' FROM seq_1_to_${messages}`,
    `INSERT INTO portal_outbox (message_id, event_key, kind, recipient, address, logins, state, attempts,
       next_attempt_at, sent_at, provider_id, created_at, sent_via, handled_at)
     SELECT m.id, m.event_key, m.kind, CONCAT('super', s.seq, '@people.example'),
       CONCAT('super', s.seq, '@people.example'), CONCAT('["super', s.seq, '"]'),
       IF((m.id * 20 + s.seq) MOD 10000 = 0, 'dead', 'sent'), 1, m.created_at, m.created_at, ${id}, m.created_at, 'resend',
       IF((m.id * 20 + s.seq) MOD 10000 = 0, m.created_at, NULL)
     FROM portal_message m JOIN seq_1_to_${SIZE.superUsers} s WHERE m.event_key LIKE 'bench/%' ORDER BY m.id, s.seq`,
    `INSERT INTO portal_mail_event (id, provider_id, fate, recipient, at, received_at, detail)
     SELECT CONCAT('delivered/', provider_id), provider_id, 'delivered', recipient, sent_at, sent_at, ''
     FROM portal_outbox WHERE event_key LIKE 'bench/%' ORDER BY id`,
    `UPDATE portal_mail_event SET fate = 'bounced' WHERE provider_id = (
       SELECT provider_id FROM portal_outbox WHERE event_key = CONCAT('bench/', LPAD(${messages / 2}, 10, '0')) AND recipient LIKE 'super20@%')`,
    "ANALYZE TABLE portal_message, portal_outbox, portal_mail_event",
  ];
  for (const statement of statements) await bare.query(statement);
  await bare.query("SET GLOBAL innodb_flush_log_at_trx_commit = 1");
}
