import { HOUR_MS } from "@/lib/clock";
import { type Lease, takeLease } from "@/lib/cron/lease";
import { testDb } from "./database";

/** The lease of a job for an hour, taken at this moment. Throws if somebody holds it then. */
export async function leaseOf(job: string, at = new Date()): Promise<Lease> {
  const lease = await takeLease(testDb(), job, HOUR_MS, at);
  if (!lease) throw new Error(`somebody else holds ${job}`);
  return lease;
}
