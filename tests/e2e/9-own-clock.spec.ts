import { expect, test } from "./portal";
import { SECRETS, type SecondPortal, startSecondPortal } from "./second-portal";

/** Its clocks tick once a minute. */
test.setTimeout(150_000);

let portal: SecondPortal | undefined;
test.afterEach(() => portal?.stop());

test("with CRON=internal the built server watches by itself: what appears outside is told though nothing calls it", async () => {
  portal = await startSecondPortal({
    CRON: "internal",
    WATCH_INTERVAL_MINUTES: "1",
    METRICS_TOKEN: "metrics-token-of-e2e",
  });
  const { address, query } = portal;
  const [shut] = await query(
    "SELECT idsite FROM matomo_site WHERE idsite NOT IN (SELECT idsite FROM matomo_access WHERE login = 'anonymous') LIMIT 1",
  );
  await query("INSERT INTO matomo_access (login, idsite, access) VALUES ('anonymous', ?, 'view')", [
    Number(shut?.idsite),
  ]);
  const told = () =>
    query(
      "SELECT COUNT(*) AS n FROM portal_audit_event WHERE type = 'public-access.granted-outside' AND facts LIKE ?",
      [`%"siteIds":[${shut?.idsite}]%`],
    );
  await expect.poll(async () => Number((await told())[0]?.n), { timeout: 100_000 }).toBe(1);

  const ready = await fetch(`${address}/api/readyz`, { headers: { authorization: `Bearer ${SECRETS.CRON_SECRET}` } });
  expect(await ready.json()).toMatchObject({ status: "ready", problems: [] });
  const numbers = await fetch(`${address}/api/metrics`, { headers: { authorization: "Bearer metrics-token-of-e2e" } });
  expect(await numbers.text()).toMatch(/^public_sites \d+$/m);
  expect((await fetch(`${address}/api/metrics`)).status).toBe(401);
});
