import { ownerDb } from "./database";

let counter = 0;

/** A run of a job, as its heartbeat stands in the database. Good, and over after a second, unless it says otherwise. */
export async function aRun(run: {
  job: string;
  startedAt?: Date;
  finishedAt?: Date | null;
  outcome?: "running" | "done" | "failed";
}): Promise<void> {
  const startedAt = run.startedAt ?? new Date();
  const outcome = run.outcome ?? "done";
  const ended = outcome === "running" ? null : new Date(startedAt.getTime() + 1_000);
  await ownerDb().run.create({
    data: { job: run.job, startedAt, outcome, counts: "{}", finishedAt: run.finishedAt ?? ended },
  });
}

/** A mail in the outbox, with a message of its own that says nothing. */
export async function aMail(
  mail: { state?: string; kind?: string; address?: string; createdAt?: Date; handledAt?: Date | null } = {},
): Promise<void> {
  const { state = "due", kind = "made-public", address = "anna@people.example", handledAt = null } = mail;
  const createdAt = mail.createdAt ?? new Date();
  const eventKey = `test/${++counter}`;
  const message = await ownerDb().message.create({ data: { eventKey, kind, language: "en", facts: "{}", createdAt } });
  await ownerDb().outboxMail.create({
    data: {
      ...{ messageId: message.id, eventKey, kind, recipient: address, address, logins: '["anna"]' },
      ...{ state, nextAttemptAt: createdAt, createdAt, handledAt },
    },
  });
}
