import { z } from "zod";

/** What strangers are to send: `count` sign-ins, all at once or so many a second, each in turn of the lists. */
export const orderSchema = z.object({
  address: z.string(),
  origin: z.string(),
  cookie: z.string(),
  csrfToken: z.string(),
  count: z.number(),
  perSecond: z.number().nullable(),
  /** an empty one is made up */
  logins: z.array(z.string()),
  addresses: z.array(z.string()),
});
export type Order = z.infer<typeof orderSchema>;

/** How often each answer came; moments in ms. */
export const sentSchema = z.object({
  answers: z.record(z.string(), z.number()),
  lastSentAt: z.number(),
  lastAnsweredAt: z.number(),
});
export type Sent = z.infer<typeof sentSchema>;

/** One thing that was asked of the portal meanwhile. `at`: when it was due, from which `ms` counts. */
export type Sample = { what: string; at: number; ms: number; answer: string };
