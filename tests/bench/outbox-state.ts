import type { Connection } from "mariadb";

/** As if every mail that waits had gone out: what comes next is measured alone. */
export async function emptyOutbox(bare: Connection): Promise<void> {
  await bare.query(
    "UPDATE portal_outbox SET state = 'sent', sent_at = created_at, sent_via = 'resend' WHERE state IN ('due', 'held')",
  );
}

/** As if the last commands were minutes ago: the next one's alert goes out at once, and is not folded into a digest. */
export async function ageCommands(bare: Connection): Promise<void> {
  await bare.query(
    `UPDATE portal_message SET created_at = created_at - INTERVAL 5 MINUTE
     WHERE actor IS NOT NULL AND created_at > UTC_TIMESTAMP() - INTERVAL 2 MINUTE`,
  );
}
