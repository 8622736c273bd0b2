import { instanceZone } from "@/prisma/seed/when";
import { publicSites } from "./access";
import { siteNamed } from "./sites";

export const matomoHost = "statistik.nordlicht.example";

/** Rows of Matomo's `option`. */
export const optionRows = [
  { name: "piwikUrl", value: `https://${matomoHost}/`, autoload: 1 },
  { name: "version_core", value: "5.2.1", autoload: 1 },
  { name: "install_version", value: "3.11.0", autoload: 0 },
  { name: "SitesManager_DefaultTimezone", value: instanceZone, autoload: 0 },
  { name: "SitesManager_DefaultCurrency", value: "EUR", autoload: 0 },
  { name: "anonymous_defaultReport", value: "MultiSites", autoload: 0 },
  { name: "anonymous_defaultReportDate", value: "last30", autoload: 0 },
  { name: "PrivacyManager.ipAnonymizerEnabled", value: "1", autoload: 0 },
  { name: "PrivacyManager.ipAddressMaskLength", value: "2", autoload: 0 },
  { name: "PrivacyManager.anonymizeUserId", value: "0", autoload: 0 },
];

/** Rows of Matomo's `plugin_setting`: booleans as 0/1 text, lists as JSON (docs/matomo.md#settings). */
export const pluginSettingRows = [
  setting("Live", "disable_visitor_log", "0"),
  setting("Live", "disable_visitor_profile", "0"),
  setting("Login", "enableBruteForceDetection", "1"),
  setting("Login", "maxAllowedRetries", "20"),
  setting("Login", "allowedRetriesTimeRange", "60"),
  { ...setting("Login", "blacklistedBruteForceIps", '["203.0.113.66"]'), jsonEncoded: 1 },
  setting("TwoFactorAuth", "twoFactorAuthRequired", "0"),
  setting("PrivacyManager", "privacyPolicyUrl", "https://www.nordlicht.example/datenschutz"),
  setting("PrivacyManager", "ImprintUrl", "https://www.nordlicht.example/impressum"),
];

/** Rows of Matomo's `site_setting`: this public site shows its reports, but not its visits log. */
export const siteSettingRows = [
  {
    idsite: siteNamed(publicSites.withoutEnd).idsite,
    pluginName: "Live",
    settingName: "disable_visitor_log",
    value: "1",
  },
];

function setting(pluginName: string, settingName: string, value: string) {
  return { pluginName, settingName, value, jsonEncoded: 0, userLogin: "" };
}
