import { instanceZone } from "@/prisma/seed/when";
import { publicSites } from "./access";
import { siteNamed } from "./sites";

const matomoHost = "statistik.nordlicht.example";

/** Rows of Matomo's `option`. */
export const optionRows = [
  option("piwikUrl", `https://${matomoHost}/`, 1),
  option("version_core", "5.2.1", 1),
  option("install_version", "3.11.0", 0),
  option("SitesManager_DefaultTimezone", instanceZone, 0),
  option("SitesManager_DefaultCurrency", "EUR", 0),
  option("anonymous_defaultReport", "MultiSites", 0),
  option("anonymous_defaultReportDate", "last30", 0),
  option("PrivacyManager.ipAnonymizerEnabled", "1", 0),
  option("PrivacyManager.ipAddressMaskLength", "2", 0),
  option("PrivacyManager.anonymizeUserId", "0", 0),
];

/** Rows of Matomo's `plugin_setting`: booleans as 0/1 text, lists as JSON (docs/matomo.md#settings). */
export const pluginSettingRows = [
  setting("Live", "disable_visitor_log", "0"),
  setting("Live", "disable_visitor_profile", "0"),
  setting("Login", "enableBruteForceDetection", "1"),
  setting("Login", "maxAllowedRetries", "20"),
  setting("Login", "allowedRetriesTimeRange", "60"),
  { ...setting("Login", "blacklistedBruteForceIps", '["203.0.113.66"]'), json_encoded: 1 },
  setting("TwoFactorAuth", "twoFactorAuthRequired", "0"),
  setting("PrivacyManager", "privacyPolicyUrl", "https://www.nordlicht.example/datenschutz"),
  setting("PrivacyManager", "ImprintUrl", "https://www.nordlicht.example/impressum"),
];

/** Rows of Matomo's `site_setting`: this public site shows its reports, but not its visits log. */
export const siteSettingRows = [
  {
    idsite: siteNamed(publicSites.withoutEnd).idsite,
    plugin_name: "Live",
    setting_name: "disable_visitor_log",
    setting_value: "1",
  },
];

function option(name: string, value: string, autoload: 0 | 1) {
  return { option_name: name, option_value: value, autoload };
}

function setting(plugin: string, name: string, value: string) {
  return { plugin_name: plugin, setting_name: name, setting_value: value, json_encoded: 0, user_login: "" };
}
