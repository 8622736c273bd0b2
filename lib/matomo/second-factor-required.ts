import type { DbClient } from "@/lib/platform/db/client";

/**
 * Whether Matomo demands a second factor of everybody (docs/matomo.md#second-factor; default: no). Whether
 * that plugin is active stands in Matomo's configuration file, not in the database: if it is off, this may still say yes.
 */
export async function matomoRequiresSecondFactor(db: DbClient): Promise<boolean> {
  const setting = await db.matomoPluginSetting.findFirst({
    where: { pluginName: "TwoFactorAuth", settingName: "twoFactorAuthRequired", userLogin: "" },
    select: { value: true },
  });
  return setting?.value === "1";
}
