import { dialectOf } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";

/** The first of the demo's made-up people (prisma/seed/data/users.ts). */
const ANNA = { login: "anna.berg", password: "nordlicht-anna" };

/** The login that the demo offers; null for every Matomo: none uses the demo's kind of database, or is on this machine alone. */
export function demoLogin(): { login: string; password: string } | null {
  const { DATABASE_URL, NEXTAUTH_URL } = env();
  return dialectOf(DATABASE_URL) === "sqlite" && NEXTAUTH_URL.startsWith("http://localhost:") ? ANNA : null;
}
