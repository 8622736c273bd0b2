import { headers } from "next/headers";
import type { Origin } from "@/lib/ledger/audit/schema";
import { env, runsOnVercel } from "@/lib/platform/env";
import { clientAddress } from "@/lib/platform/web/client-address";
import { peerHeader } from "@/lib/platform/web/mark-requests";

/** Where the current request came from, as far as it can be told. No header that a client can send changes the address. */
export async function requestOrigin(): Promise<Omit<Origin, "sessionRef">> {
  const list = await headers();
  const userAgent = list.get("user-agent")?.replace(/[\p{Cc}\p{Cf}]/gu, "");
  return { ip: addressIn(list), userAgent: userAgent?.slice(0, 300) ?? null };
}

/** On Vercel there is no connection to look at, and the platform overwrites X-Forwarded-For with its peer's address. */
function addressIn(list: Headers): string | null {
  if (runsOnVercel()) return clientAddress(list.get("x-forwarded-for"), null, "");
  const { NEXTAUTH_SECRET, TRUSTED_PROXIES } = env();
  return clientAddress(list.get(peerHeader(NEXTAUTH_SECRET)), list.get("x-forwarded-for"), TRUSTED_PROXIES);
}
