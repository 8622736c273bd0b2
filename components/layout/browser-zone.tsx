"use client";

import { usePathname, useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { ZONE_COOKIE } from "@/lib/platform/languages/schema";
import { keepCookie } from "./keep-cookie";

/** Pages before the sign-in print no dates. */
const WITHOUT_DATES: ReadonlySet<string> = new Set(["/sign-in", "/confirmed"]);

/**
 * Tells the server the browser's time zone, and has the page printed again when it was printed in another one.
 * @param known the zone that the page was printed in
 */
export function BrowserZone({ known }: { known: string }) {
  const router = useRouter();
  const path = usePathname();
  const hasSent = useRef(false);
  useEffect(() => {
    // Once per load, also where the browser keeps no cookies.
    if (hasSent.current) return;
    hasSent.current = true;
    const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (!zone || zone === known) return;
    keepCookie(ZONE_COOKIE, zone);
    if (!WITHOUT_DATES.has(path)) router.refresh();
  }, [known, path, router]);
  return null;
}
