import { listSuperUsers } from "@/lib/matomo/users";
import { type Unreachable, unreachableAmong } from "@/lib/messaging/alerts/recipients";
import type { Reader } from "@/lib/platform/db/client";

/**
 * The Super Users of this moment who would not hear, by login, and why: no usable address, or the provider says that
 * nothing reaches it any more. The latter are mailed nevertheless (docs/architecture.md#nothing-is-lost).
 */
export async function readUnreachable(reader: Reader): Promise<Unreachable[]> {
  return unreachableAmong(reader, await listSuperUsers(reader));
}
