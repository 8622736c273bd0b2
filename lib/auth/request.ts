import { headers } from "next/headers";
import type { Origin } from "@/lib/audit/schema";

/**
 * Where the current request came from, as far as it can be told. The address is the one that the nearest hop wrote
 * (the last in X-Forwarded-For); what stands before it is the client's own word.
 */
export async function requestOrigin(): Promise<Omit<Origin, "sessionRef">> {
  const list = await headers();
  const ip = list.get("x-forwarded-for")?.split(",").at(-1)?.trim() || null;
  return { ip: ip?.slice(0, 60) ?? null, userAgent: list.get("user-agent")?.slice(0, 300) ?? null };
}
