import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyPrefix } from "@/lib/platform/db/table-prefix";

describe("the table prefix", () => {
  it.each(["piwik_", "wp_matomo_", ""])("%j replaces matomo_ in each mapped table, wherever it stands", (prefix) => {
    const sql = "SELECT `matomo_site`.`name` FROM `matomo_site` JOIN `matomo_access` USING (`idsite`)";
    expect(applyPrefix(sql, prefix)).toBe(
      `SELECT \`${prefix}site\`.\`name\` FROM \`${prefix}site\` JOIN \`${prefix}access\` USING (\`idsite\`)`,
    );
  });

  it("tells site from site_url and site_setting", () => {
    expect(applyPrefix("`matomo_site`, `matomo_site_url`, `matomo_site_setting`", "x_")).toBe(
      "`x_site`, `x_site_url`, `x_site_setting`",
    );
  });

  it("leaves alone what is not a mapped table in back quotes", () => {
    for (const sql of [
      "SELECT 'matomo_site', matomo_site, \"matomo_site\"",
      "`matomo_log_visit`",
      "`my_matomo_site`",
      "`matomo_sites`",
      "`portal_publication`",
    ]) {
      expect(applyPrefix(sql, "x_")).toBe(sql);
    }
  });

  it("changes nothing for Matomo's usual prefix", () => {
    fc.assert(fc.property(fc.string(), (sql) => applyPrefix(sql, "matomo_") === sql));
  });

  it("does not apply twice when the new prefix itself ends in matomo_", () => {
    const once = applyPrefix("`matomo_user`", "wp_matomo_");
    expect(applyPrefix(once, "wp_matomo_")).toBe(once);
  });
});
