import { headers } from "next/headers";
import type { Origin } from "@/lib/audit/schema";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";

/**
 * Where the current request came from, as far as it can be told. The address is the one that the nearest hop wrote
 * (the last in X-Forwarded-For); what stands before it is the client's own word.
 */
export async function requestOrigin(): Promise<Omit<Origin, "sessionRef">> {
  const list = await headers();
  const ip = list.get("x-forwarded-for")?.split(",").at(-1)?.trim() || null;
  return { ip: ip?.slice(0, 60) ?? null, userAgent: list.get("user-agent")?.slice(0, 300) ?? null };
}

/**
 * Refuses a POST that does not come from this portal's own pages. A missing Origin is refused too: browsers send it
 * with every POST, and Next lets a call without one through.
 * @throws AppError `foreign_origin`
 */
export function requireOwnOrigin(origin: string | null): void {
  if (origin !== new URL(env().NEXTAUTH_URL).origin) throw new AppError("foreign_origin");
}
