import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inTransaction } from "@/lib/platform/db/transaction";
import { matomoDdl } from "@/prisma/matomo/tables";
import { anonymousAccess, aSite, aSuperUser } from "@/tests/support/builders";
import { matomoInstall, ownerDb, rawRun, rawSql, tablePrefix, testDb, useDatabase } from "@/tests/support/database";

// With the client that has all rights where a model is used: it asks for every column it maps.
useDatabase();

/** A second Matomo in the same database, as on shared hosting. Its prefix begins like the first one's. */
const NEIGHBOUR = `${tablePrefix}x_`;

beforeAll(async () => {
  for (const statement of matomoDdl({ ...matomoInstall, prefix: NEIGHBOUR })) await rawRun(statement);
  await rawRun(`INSERT INTO \`${NEIGHBOUR}access\` (login, idsite, access) VALUES ('anonymous', 77, 'view')`);
  await rawRun(
    `INSERT INTO \`${NEIGHBOUR}option\` (option_name, option_value) VALUES ('piwikUrl', 'https://neighbour.example')`,
  );
});

afterAll(async () => {
  expect(await rawSql(`SELECT login, idsite, access FROM \`${NEIGHBOUR}access\``)).toEqual([
    { login: "anonymous", idsite: 77, access: "view" },
  ]);
});

describe(`under the prefix "${tablePrefix}"`, () => {
  it("the models read and write this Matomo's tables and no neighbour's", async () => {
    const idsite = await aSite({ name: "Unser Museum" });
    await aSuperUser({ login: "claire", language: "de" });
    await anonymousAccess(idsite);
    const db = ownerDb();

    expect(await db.matomoAccess.findMany({ select: { idsite: true } })).toEqual([{ idsite }]);
    expect(
      await db.matomoSite.findMany({ where: { name: { contains: "museum" } }, select: { idsite: true } }),
    ).toHaveLength(1);
    expect(await db.matomoUser.count({ where: { superuserAccess: 1 } })).toBe(1);
    expect(await db.matomoUserLanguage.findMany()).toMatchObject([{ login: "claire", language: "de" }]);
    expect(await db.matomoOption.findMany({ select: { name: true } })).toEqual([{ name: "version_core" }]);
    expect(await db.matomoAccess.groupBy({ by: ["access"], _count: true })).toEqual([{ access: "view", _count: 1 }]);

    expect((await db.matomoAccess.deleteMany({ where: { login: "anonymous" } })).count).toBe(1);
    expect(await rawSql("SELECT * FROM `matomo_access`")).toEqual([]);
  });

  it("raw statements do too, when they quote the table", async () => {
    const idsite = await aSite();
    const inserted = await testDb().$executeRaw`
      INSERT INTO \`matomo_access\` (login, idsite, access)
      SELECT 'anonymous', \`matomo_site\`.idsite, 'view' FROM \`matomo_site\` WHERE \`matomo_site\`.idsite = ${idsite}`;
    expect(inserted).toBe(1);
    expect(await rawSql("SELECT login, idsite FROM `matomo_access`")).toEqual([{ login: "anonymous", idsite }]);
  });

  it("transactions do too, and undo everything when they fail", async () => {
    const idsite = await aSite();
    const failed = inTransaction(async (tx) => {
      await tx.db.matomoAccess.create({ data: { login: "anonymous", idsite, access: "view" } });
      await tx.db.$executeRaw`DELETE FROM \`matomo_locks\``;
      expect(await tx.db.matomoAccess.count()).toBe(1);
      throw new Error("changed my mind");
    }, ownerDb());
    await expect(failed).rejects.toThrow("changed my mind");
    expect(await rawSql("SELECT * FROM `matomo_access`")).toEqual([]);
  });

  it("values that look like table names are data and stay as they are", async () => {
    const name = "`matomo_site` and matomo_user";
    const idsite = await aSite({ name: "x" });
    await testDb().setting.create({
      data: { name: "test", value: name, updatedAt: new Date(), updatedBy: "`matomo_user`" },
    });
    await expect(testDb().setting.findUnique({ where: { name: "test" } })).resolves.toMatchObject({
      value: name,
      updatedBy: "`matomo_user`",
    });
    expect(await testDb().$queryRaw`SELECT ${name} AS said FROM \`matomo_site\` WHERE idsite = ${idsite}`).toEqual([
      { said: name },
    ]);
  });

  it("every table that the portal maps is found", async () => {
    const db = ownerDb();
    const reads = [
      db.matomoUser.count(),
      db.matomoAccess.count(),
      db.matomoSite.count(),
      db.matomoSiteUrl.count(),
      db.matomoOption.count(),
      db.matomoPluginSetting.count(),
      db.matomoSiteSetting.count(),
      db.matomoUserLanguage.count(),
      db.matomoLock.count(),
    ];
    expect(await Promise.all(reads)).toEqual([1, 0, 0, 0, 1, 0, 0, 0, 0]);
  });
});
