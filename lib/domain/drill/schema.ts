import { z } from "zod";
import { siteIdSchema } from "@/lib/platform/site-id";
import { drillStatuses } from "./terms";

/** On which site alerts are rehearsed; null: on none. */
export const startDrillSchema = z.object({ siteId: siteIdSchema.nullable() });

/** `seq`: of the audit event, which names the drill */
export type StartedDrill = { seq: number; mails: number };

/** ISO 8601, UTC */
const moment = z.string();

/** One test alert to one mailbox. */
const drillMailSchema = z.object({
  address: z.string(),
  /** none for an extra recipient */
  logins: z.array(z.string()),
  standing: z.enum(drillStatuses),
  queuedAt: moment,
  /** when the provider took it */
  acceptedAt: moment.nullable(),
  /** by which way out it left; `mailbox`: it stays in the portal and goes to nobody */
  via: z.string().nullable(),
  /** when it was delivered or lost, as the provider said */
  endedAt: moment.nullable(),
  /** what the provider or the mail server said of what went wrong */
  problem: z.string().nullable(),
});
export type DrillMail = z.infer<typeof drillMailSchema>;

const drillSchema = z.object({
  seq: z.number(),
  startedAt: moment,
  /** login; null: by `bin/public-access test-alert` on the portal's server */
  by: z.string().nullable(),
  site: z.object({ id: z.number(), name: z.string() }).nullable(),
  /** Super Users without a usable address then: nothing was sent to them */
  withoutMail: z.array(z.string()),
  /** the worst first, at most 50 of them */
  mails: z.array(drillMailSchema),
  /** of all mails */
  counts: z.object({
    mails: z.number(),
    /** taken by the provider, whatever became of them */
    accepted: z.number(),
    delivered: z.number(),
    lost: z.number(),
    waiting: z.number(),
    /** taken, and nothing final was ever said */
    unknown: z.number(),
  }),
});
export type Drill = z.infer<typeof drillSchema>;

/** The newest drills, the last one first. */
export const drillsSchema = z.object({
  drills: z.array(drillSchema),
  /** whether the provider tells what became of mails */
  feedback: z.enum(["webhook", "polling", "none"]),
  /** when this was read, ISO 8601 */
  asOf: moment,
});
export type Drills = z.infer<typeof drillsSchema>;
