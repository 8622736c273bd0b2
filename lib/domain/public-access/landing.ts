import { LOGIN_PAGE, readLandingPreferences } from "@/lib/matomo/landing";
import { countPublicAmong } from "@/lib/matomo/public-sites";
import { firstSitesByName } from "@/lib/matomo/sites";
import { type DbClient, db } from "@/lib/platform/db/client";
import { withDatabaseErrors } from "@/lib/platform/db/errors";
import { siteIdSchema } from "@/lib/platform/site-id";
import { cutText, visibleText } from "@/lib/platform/visible-text";
import { landingSettingsUrl } from "./matomo-links";
import { type Landing, landingDates } from "./reading-schema";

/**
 * What somebody not signed in sees first. It is read and never written
 * (docs/architecture.md#a-guest-in-matomos-database): it is changed in Matomo. At most five statements.
 * @throws AppError `database_unreachable`, `schema_not_understood`
 */
export function readLanding(): Promise<Landing> {
  return withDatabaseErrors(async () => {
    const { report, date } = await readLandingPreferences(db());
    return {
      report: await reportOf(db(), report),
      date: date === null || date === "" ? "default" : (landingDates.find((known) => known === date) ?? "unknown"),
      matomoLink: landingSettingsUrl(),
    };
  });
}

async function reportOf(reader: DbClient, stored: string | null): Promise<Landing["report"]> {
  if (stored === null || stored === "") return { kind: "default" };
  if (stored === LOGIN_PAGE) return { kind: "login-page" };
  if (stored === "MultiSites") return { kind: "all-websites" };
  const { data: id } = siteIdSchema.safeParse(/^\d{1,10}$/.test(stored) ? Number(stored) : null);
  if (id === undefined) return { kind: "unknown", value: visibleText(cutText(stored, 100)) };
  const [site] = await firstSitesByName(reader, [id], 1);
  const isPublic = site !== undefined && (await countPublicAmong(reader, [id])) > 0;
  return { kind: "site", id, name: site?.name ?? null, isPublic };
}
