import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { findingKinds } from "@/lib/ledger/facts/finding-terms";
import { portalRights } from "@/lib/platform/db/grants";

const root = path.join(import.meta.dirname, "../..");
const read = (file: string) => readFileSync(path.join(root, file), "utf8");
const guide = read("docs/operations.md");
const alarms = read("docs/operations/alarms.md");
const watching = read("docs/operations/watching.md");
const upkeep = read("docs/operations/upkeep.md");
const routes = readdirSync(path.join(root, "app/api/cron"));

describe("the operator's guide", () => {
  it("tells of every job: how it is called by crontab, by systemd and by Vercel", () => {
    const vercel: { crons: { path: string }[] } = JSON.parse(read("vercel.json"));
    const paths = routes.map((job) => `/api/cron/${job}`);
    expect(vercel.crons.map((cron) => cron.path).sort()).toEqual(paths.sort());
    for (const job of routes) {
      expect(guide).toContain(`| \`/api/cron/${job}\` |`);
      expect(guide).toMatch(new RegExp(`^[\\d*].* curl .*/api/cron/${job}$`, "m"));
      expect(read(`docs/deployment/portal-cron@${job}.timer`)).toMatch(/^OnCalendar=\*/m);
    }
  });

  it("says of every finding what to do", () => {
    for (const kind of findingKinds) expect(alarms).toMatch(new RegExp(`^\\| .+ \\| \`${kind}\` \\| .+ \\|$`, "m"));
  });

  it("explains every metric", () => {
    const code = readdirSync(path.join(root, "lib/reports/metrics")).map((name) => read(`lib/reports/metrics/${name}`));
    const names = [...code.join("").matchAll(/(?:gauges?|counters?|new Gauge)\(\s*"([a-z_]+)"/g)].map(
      ([, name]) => name,
    );
    expect(names).toContain("public_sites");
    for (const name of names) expect(watching).toMatch(new RegExp(`^\\| \`${name}(\\{\\w+\\})?\` \\| `, "m"));
  });

  it("says of every secret what happens when it is changed", () => {
    const secrets = [...read(".env.example").matchAll(/^([A-Z_]+(?:SECRET|TOKEN|KEY|SALT)|(?:FALLBACK_)?SMTP_URL)=/gm)];
    const rotated = upkeep.slice(upkeep.indexOf("## Rotate secrets"));
    expect(secrets.length).toBeGreaterThan(8);
    for (const [, name] of secrets) expect(rotated, name).toContain(`\`${name}\``);
  });

  it("backs up every table of the portal", () => {
    const names = portalRights("matomo_")
      .map(({ table }) => table)
      .filter((table) => !table.startsWith("matomo_"));
    for (const name of names) expect(/^portal_|^_prisma_migrations$/.test(name), name).toBe(true);
  });
});
