import { type Lease, takeLease } from "@/lib/ledger/jobs/lease";
import { HOUR_MS } from "@/lib/platform/clock";
import { testDb } from "./database";

/** The lease of a job for an hour, taken at this moment. Throws if somebody holds it then. */
export async function leaseOf(job: string, at = new Date()): Promise<Lease> {
  const lease = await takeLease(testDb(), job, HOUR_MS, at);
  if (!lease) throw new Error(`somebody else holds ${job}`);
  return lease;
}
