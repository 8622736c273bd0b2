import { headers } from "next/headers";
import type { Origin } from "@/lib/audit/schema";
import { env } from "@/lib/env";
import { clientAddress } from "@/lib/web/client-address";
import { peerHeader } from "@/lib/web/mark-requests";

/** Where the current request came from, as far as it can be told. No header that a client can send changes the address. */
export async function requestOrigin(): Promise<Omit<Origin, "sessionRef">> {
  const list = await headers();
  const { NEXTAUTH_SECRET, TRUSTED_PROXIES } = env();
  const ip = clientAddress(list.get(peerHeader(NEXTAUTH_SECRET)), list.get("x-forwarded-for"), TRUSTED_PROXIES);
  const userAgent = list.get("user-agent")?.replace(/[\p{Cc}\p{Cf}]/gu, "");
  return { ip, userAgent: userAgent?.slice(0, 300) ?? null };
}
