import { dialectOf } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";

/** The first of the demo's made-up people (prisma/seed/data/users.ts). */
const ANNA = { login: "anna.berg", password: "nordlicht-anna" };

/** The login that the demo offers; null for every Matomo: none uses the demo's kind of database. */
export function demoLogin(): { login: string; password: string } | null {
  return dialectOf(env().DATABASE_URL) === "sqlite" ? ANNA : null;
}
