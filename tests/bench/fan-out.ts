import type { Connection, UpsertResult } from "mariadb";
import { runReminders } from "@/lib/domain/reminders/run-reminders";
import { runWatch } from "@/lib/domain/watch/run-watch";
import { deliverDue } from "@/lib/messaging/mail/deliver-due";
import type { SignedIn } from "@/tests/support/people";
import { bareOn, commandsOn } from "./changes";
import type { Contest } from "./measure";
import { emptyOutbox } from "./outbox-state";
import { type Provider, postAll } from "./provider";
import { privateSites } from "./seed";
import { SIZE } from "./size";

const SAMPLES = 9;
const SAMPLES_OF_DELIVERY = 3;

/** What is told to 1,000 Super Users; bare: as many rows in one INSERT, or as many requests. */
export async function fanOut(bare: Connection, person: SignedIn, provider: Provider): Promise<Contest[]> {
  const many = SIZE.manySuperUsers.toLocaleString("en");
  const access = bareOn(privateSites(1), bare);
  const { prove, publish, revoke, mails } = commandsOn(privateSites(1), person);
  const queue = async () => (await runReminders()).queued;
  const send = async () => (await deliverDue()).sent;
  const forget = async () => {
    provider.forget();
    await forgetReminders(bare);
  };
  const insertMails = () => insertRows(bare, SIZE.manySuperUsers);

  await queue();
  await send();
  const bodies = provider.bodies();
  await forget();
  return [
    {
      what: `queue the reminder for ${many}`,
      samples: SAMPLES,
      aim: null,
      bare: { run: insertMails, tearDown: forget },
      product: { run: queue, tearDown: forget },
    },
    {
      what: `publish 1 site, alert to ${many}`,
      samples: SAMPLES,
      aim: null,
      bare: {
        run: async () => [await access.insert(), await insertMails()],
        tearDown: () => access.remove().then(forget),
      },
      product: {
        setUp: prove,
        run: async () => [await publish(), mails()],
        tearDown: () => revoke().then(() => emptyOutbox(bare)),
      },
    },
    {
      what: `deliver ${many} reminders (bare: requests)`,
      samples: SAMPLES_OF_DELIVERY,
      aim: null,
      bare: { run: () => postAll(provider.url, bodies), tearDown: forget },
      product: { setUp: queue, run: send, tearDown: forget },
    },
  ];
}

/** Makes the first Super Users of the seed many, heard of by the watch, with a reminder that is due. */
export async function raiseSuperUsers(bare: Connection): Promise<void> {
  await bare.query(
    `INSERT INTO matomo_user (login, password, email, superuser_access, date_registered, ts_password_modified)
     SELECT CONCAT('super', seq), '', CONCAT('super', seq, '@people.example'), 1, '2015-01-01', '2024-03-01'
     FROM seq_${SIZE.superUsers + 1}_to_${SIZE.manySuperUsers}`,
  );
  await bare.query("UPDATE portal_setting SET value = '2020-01-01T00:00:00.000Z' WHERE name = 'watch.watching-since'");
  await runWatch();
  await emptyOutbox(bare);
}

/** As many as the seed has. */
export async function lowerSuperUsers(bare: Connection): Promise<void> {
  await bare.query("DELETE FROM matomo_user WHERE superuser_access = 1 AND CAST(SUBSTR(login, 6) AS UNSIGNED) > ?", [
    SIZE.superUsers,
  ]);
  await runWatch();
  await emptyOutbox(bare);
}

async function forgetReminders(bare: Connection): Promise<void> {
  await bare.query("DELETE FROM portal_outbox WHERE kind = 'reminder'");
  await bare.query("DELETE FROM portal_message WHERE kind = 'reminder'");
  await bare.query("DELETE FROM portal_setting WHERE name LIKE 'reminder/%'");
}

async function insertRows(bare: Connection, count: number): Promise<number> {
  const rows = Array.from({ length: count }, (_, index) => {
    const address = `super${index + 1}@people.example`;
    return `(0,'bare','reminder','${address}','${address}','["super${index + 1}"]','due',UTC_TIMESTAMP(3),UTC_TIMESTAMP(3))`;
  });
  const { affectedRows } = await bare.query<UpsertResult>(
    `INSERT INTO portal_outbox
       (message_id, event_key, kind, recipient, address, logins, state, next_attempt_at, created_at)
     VALUES ${rows.join(",")}`,
  );
  return affectedRows;
}
