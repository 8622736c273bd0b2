import { cookies } from "next/headers";
import { cache } from "react";
import { sessionCookie } from "@/lib/auth/cookie";
import { readInstanceTimeZone } from "@/lib/matomo/time-zone";
import { db } from "@/lib/platform/db/client";
import { zoneOfIntl } from "@/lib/platform/languages/zone-of-intl";

/**
 * The one clock of every page: the time zone that Matomo gives to new sites, read once for a request. UTC where it cannot be
 * read, and without a session: what strangers see prints no dates and reads nothing.
 */
export const instanceZone = cache(async (): Promise<string> => {
  if (!(await cookies()).get(sessionCookie().name)) return "UTC";
  try {
    return zoneOfIntl(await readInstanceTimeZone(db()));
  } catch {
    // The page itself says what could not be read.
    return "UTC";
  }
});
