import { cookies } from "next/headers";
import { ZONE_COOKIE } from "./schema";

/** The time zone of the browser, which it tells in a cookie; UTC until it did. */
export async function requestZone(): Promise<string> {
  const zone = (await cookies()).get(ZONE_COOKIE)?.value;
  return zone !== undefined && isTimeZone(zone) ? zone : "UTC";
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
