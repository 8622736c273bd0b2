import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { landingSettingsUrl, strangerUrl } from "@/lib/domain/public-access/matomo-links";
import { forgetAll } from "@/lib/platform/once-per-process";

const CONFIGURATION = {
  DATABASE_URL: "file:./unused.db",
  NEXTAUTH_URL: "http://localhost:3000",
  NEXTAUTH_SECRET: "a-secret-of-the-tests-with-more-than-32-characters",
  CRON_SECRET: "cron-secret-of-the-tests",
  MAIL_TRANSPORT: "mailbox",
  MAILBOX_DIR: "/nowhere",
  MAIL_FROM: "Public Access <alerts@portal.example>",
};

beforeEach(forgetAll);
afterEach(() => vi.unstubAllEnvs());

function configure(matomoUrl: string): void {
  for (const [name, value] of Object.entries({ ...CONFIGURATION, MATOMO_URL: matomoUrl })) vi.stubEnv(name, value);
}

it.each([
  ["https://matomo.example", "https://matomo.example/index.php"],
  ["https://matomo.example/", "https://matomo.example/index.php"],
  ["https://www.example/stats", "https://www.example/stats/index.php"],
  ["https://www.example/stats/index.php", "https://www.example/stats/index.php"],
  ["https://www.example/stats/?module=Login#x", "https://www.example/stats/index.php"],
])("with Matomo at %s links lead to %s", (matomoUrl, script) => {
  configure(matomoUrl);
  expect(strangerUrl(7)).toBe(
    `${script}?module=CoreHome&action=index&idSite=7&period=day&date=yesterday&token_auth=anonymous`,
  );
  expect(landingSettingsUrl()).toBe(`${script}?module=UsersManager&action=anonymousSettings`);
});

it("there is no link while the portal does not know where Matomo is", () => {
  configure("");
  expect([strangerUrl(7), landingSettingsUrl()]).toEqual([null, null]);
});
