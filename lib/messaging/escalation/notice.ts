import { z } from "zod";
import { commonFacts, deliveriesLink } from "@/lib/messaging/alerts/facts";
import type { Rendering } from "@/lib/messaging/outbox/prepare";
import { fromStored } from "@/lib/messaging/outbox/stored-json";
import type { StuckAlert } from "./claim";
import { isUrgent, urgencyOf } from "./urgent";

/** A notice names so many people and says how many there are in all. */
const NAMED_PEOPLE = 50;

/**
 * What the second channel is sent of an alert, as JSON: what happened in the words of its mail, where, when, and who
 * has not got it. No address and nothing that opens anything.
 */
export async function noticeOf(alert: StuckAlert, rendering: Rendering, at: Date): Promise<string> {
  const { logins, message } = alert;
  const people = [...logins].sort();
  return JSON.stringify({
    type: isUrgent(message.facts) ? "alert.urgent" : "alert.not-delivered",
    timestamp: at.toISOString(),
    data: {
      what: await wordsOf(alert, rendering),
      host: hostOf(message),
      happenedAt: message.createdAt.toISOString(),
      ...meaningOf(alert),
      notReached: people.slice(0, NAMED_PEOPLE),
      notReachedCount: people.length,
      link: deliveriesLink(),
    },
  });
}

const URGENT = {
  "canary-readable": "The site that must never be public (CANARY_SITE_ID) can be read from outside. Act now.",
  "log-went-back":
    "The portal's tables are older than they were: its newest records are gone. Check which sites are public now.",
} as const;

/** Whoever is woken by it must not take a rehearsal for a change, whatever the language of `what`. */
function meaningOf({ kind, message }: StuckAlert): { meaning: string; drill?: true } {
  const urgency = urgencyOf(message.facts);
  if (urgency) return { meaning: URGENT[urgency] };
  const fate = "has not reached everybody: it failed for good, or has waited for 15 minutes.";
  if (kind !== "drill") return { meaning: `The mail about this ${fate}` };
  return { meaning: `This was a drill: nothing was made public. Its test alert ${fate}`, drill: true };
}

/** As it was called when it happened. */
function hostOf({ facts, createdAt }: StuckAlert["message"]): string {
  return fromStored(z.object({ host: z.string() }), facts)?.host ?? commonFacts(createdAt, "UTC").host;
}

/** The subject of its mail; a mail that cannot be rendered is why some alerts are stuck. */
async function wordsOf({ kind, message }: StuckAlert, rendering: Rendering): Promise<string> {
  if (message.subject !== null) return message.subject;
  try {
    return (await rendering.render(message.facts, message.language)).subject;
  } catch {
    return `An alert that could not be put into words (${kind})`;
  }
}
