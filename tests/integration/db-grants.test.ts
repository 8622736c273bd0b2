import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrate } from "@/lib/platform/db/migrate";
import { callScript } from "@/tests/support/call-script";
import { type BareMatomo, bareMatomo, dialect, hasLastSeen, tablePrefix } from "@/tests/support/database";

describe.skipIf(dialect === "sqlite")("bin/public-access grants --apply", () => {
  const account = `pa_${randomBytes(6).toString("hex")}`;
  let matomo: BareMatomo;

  beforeAll(async () => {
    matomo = await bareMatomo();
    await matomo.raw.script(`CREATE USER '${account}'@'%'`);
  });
  afterAll(async () => {
    await matomo.raw.script(`DROP USER '${account}'@'%'`);
    await matomo.drop();
  });

  const apply = () =>
    callScript("db:grants", ["--account", `${account}@%`, "--apply"], {
      NODE_ENV: "test",
      DATABASE_URL: matomo.url,
      MATOMO_TABLE_PREFIX: tablePrefix,
    });
  const granted = () => matomo.raw.rows(`SHOW GRANTS FOR '${account}'@'%'`);

  it("names the statement that was refused while the portal's tables are missing", async () => {
    const { code, stderr } = await apply();
    expect(code).toBe(1);
    expect(stderr).toMatch(/^GRANT .* ON `\w+`\.`portal_\w+` TO .*\nwas refused: /);
  });

  it("gives the account its rights, and none on the whole database", async () => {
    await migrate(matomo.url, tablePrefix);
    expect(await apply()).toMatchObject({ code: 0, stderr: "" });
    const lines = (await granted()).map((row) => String(Object.values(row)[0]));
    expect(lines.filter((line) => line.includes("portal_audit_event"))).toEqual([
      expect.stringMatching(/^GRANT SELECT, INSERT ON /),
    ]);
    expect(lines.filter((line) => /ON `[^`]+`\.\*|ON \*\.\*/.test(line) && !line.startsWith("GRANT USAGE"))).toEqual(
      [],
    );
  });

  it("gives what tells who used Matomo as far as this Matomo keeps it, without being told its version", async () => {
    await migrate(matomo.url, tablePrefix);
    const lines = async () => (await granted()).map((row) => String(Object.values(row)[0])).join("\n");
    if (!hasLastSeen) {
      expect(await apply()).toMatchObject({ code: 0, stderr: "" });
      expect(await lines()).not.toContain("ts_last_seen");
      await matomo.raw.script(`ALTER TABLE \`${tablePrefix}user\` ADD COLUMN ts_last_seen TIMESTAMP NULL`);
    }
    expect(await apply()).toMatchObject({ code: 0, stderr: "" });
    expect(await lines()).toMatch(/last_used/);
    expect(await lines()).toMatch(/ts_last_seen/);
  });
});
