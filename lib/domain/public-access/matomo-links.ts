import { env } from "@/lib/platform/env";

/**
 * Where a site is seen as a stranger sees it (docs/matomo.md#addresses): `token_auth=anonymous` leaves the session of
 * whoever opens it aside. Null while MATOMO_URL is not set.
 */
export function strangerUrl(siteId: number): string | null {
  return matomoUrl({
    ...{ module: "CoreHome", action: "index", idSite: String(siteId), period: "day", date: "yesterday" },
    token_auth: "anonymous",
  });
}

/** Where a Super User changes in Matomo what strangers see first. Null while MATOMO_URL is not set. */
export function landingSettingsUrl(): string | null {
  return matomoUrl({ module: "UsersManager", action: "anonymousSettings" });
}

function matomoUrl(query: Record<string, string>): string | null {
  const base = env().MATOMO_URL;
  if (base === undefined) return null;
  const url = new URL(base);
  url.pathname = `${url.pathname.replace(/(\/index\.php)?(?<!\/)\/*$/, "")}/index.php`;
  url.search = new URLSearchParams(query).toString();
  url.hash = "";
  return url.toString();
}
