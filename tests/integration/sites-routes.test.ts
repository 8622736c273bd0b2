import { beforeEach, describe, expect, it } from "vitest";
import { GET as details } from "@/app/api/sites/[id]/route";
import { GET as changes } from "@/app/api/sites/changes/route";
import { POST as consequences } from "@/app/api/sites/consequences/route";
import { GET as facets } from "@/app/api/sites/facets/route";
import { GET as matching } from "@/app/api/sites/matching/route";
import { GET as list } from "@/app/api/sites/route";
import {
  matchingSitesSchema,
  publishConsequencesSchema,
  siteChangesSchema,
  siteDetailsSchema,
  siteFacetsSchema,
} from "@/lib/domain/public-access/reading-schema";
import { sitesPageSchema } from "@/lib/domain/public-access/schema";
import { aSuperUser, aUser } from "@/tests/support/builders";
import { rawRun, useDatabase } from "@/tests/support/database";
import { type SignedIn, signIn } from "@/tests/support/people";
import { published } from "@/tests/support/published";
import { getAs } from "@/tests/support/signed-in-request";
import { everything } from "@/tests/support/state";

useDatabase();

let anna: SignedIn;
let siteId: number;
beforeEach(async () => {
  anna = await signIn(await aSuperUser({ login: "anna" }));
  siteId = await published("Shop");
});

const ORIGIN = "http://localhost:3000";

async function ask(person: SignedIn | null, body: unknown, origin = ORIGIN): Promise<Response> {
  await getAs(person, "/api/sites/consequences");
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return consequences(
    new Request(`${ORIGIN}/api/sites/consequences`, { method: "POST", headers: { origin }, body: text }),
  );
}

const one = (person: SignedIn | null, id: string) =>
  getAs(person, `/api/sites/${id}`).then((request) => details(request, { params: Promise.resolve({ id }) }));

const routes = [
  ["/api/sites", sitesPageSchema, async (who: SignedIn | null) => list(await getAs(who, "/api/sites?sort=until"))],
  ["/api/sites/facets", siteFacetsSchema, async (who: SignedIn | null) => getAs(who, "/api/sites/facets").then(facets)],
  [
    "/api/sites/matching",
    matchingSitesSchema,
    async (who: SignedIn | null) => matching(await getAs(who, "/api/sites/matching?state=public")),
  ],
  [
    "/api/sites/changes",
    siteChangesSchema,
    async (who: SignedIn | null) => changes(await getAs(who, "/api/sites/changes?since=2026-01-01T00:00:00Z")),
  ],
  ["/api/sites/[id]", siteDetailsSchema, (who: SignedIn | null) => one(who, String(siteId))],
  ["/api/sites/consequences", publishConsequencesSchema, (who: SignedIn | null) => ask(who, { siteIds: [siteId] })],
] as const;

describe.each(routes)("%s", (_path, schema, call) => {
  it("answers a Super User in the shape that the page reads, is kept by nobody, and writes nothing", async () => {
    const before = await everything();
    const response = await call(anna);
    expect([response.status, response.headers.get("cache-control")]).toEqual([200, "no-store"]);
    const body: unknown = await response.json();
    expect(schema.parse(body)).toEqual(body);
    expect(await everything()).toEqual(before);
  });

  it("is closed to whoever is not signed in, and to whoever is no Super User any more", async () => {
    expect((await call(null)).status).toBe(401);
    await aUser({ login: "somebody" });
    await rawRun("UPDATE `matomo_user` SET superuser_access = 0 WHERE login = 'anna'");
    const response = await call(anna);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: "session_ended" });
  });

  it("says 503 and why when Matomo cannot be read, and nothing of the sites", async () => {
    await rawRun("ALTER TABLE `matomo_access` RENAME TO `matomo_access_away`");
    await rawRun("ALTER TABLE portal_audit_event RENAME TO portal_audit_event_away");
    await rawRun("ALTER TABLE `matomo_option` RENAME TO `matomo_option_away`");
    await rawRun("ALTER TABLE `matomo_site` RENAME TO `matomo_site_away`");
    const response = await call(anna).finally(async () => {
      await rawRun("ALTER TABLE `matomo_access_away` RENAME TO `matomo_access`");
      await rawRun("ALTER TABLE portal_audit_event_away RENAME TO portal_audit_event");
      await rawRun("ALTER TABLE `matomo_option_away` RENAME TO `matomo_option`");
      await rawRun("ALTER TABLE `matomo_site_away` RENAME TO `matomo_site`");
    });
    expect(response.status).toBe(503);
    expect(Object.keys((await response.json()) as object)).toEqual(["code", "message"]);
  });
});

describe("what is asked is judged before it is read", () => {
  it.each(["sort=main_url", "dir=up", "attention=all", "channel=Portal", `group=${"x".repeat(251)}`, "page=1e3"])(
    "the list refuses %s",
    async (asked) => {
      expect((await list(await getAs(anna, `/api/sites?${asked}`))).status).toBe(400);
      expect((await matching(await getAs(anna, `/api/sites/matching?${asked}`))).status).toBe(400);
    },
  );

  it.each([
    "",
    "?since=",
    "?since=yesterday",
    "?since=2026-01-01",
    "?since=1767225600000",
    "?since=2026-13-01T00:00:00Z",
  ])("changes%s are refused: no moment", async (asked) => {
    expect((await changes(await getAs(anna, `/api/sites/changes${asked}`))).status).toBe(400);
  });

  it.each(["0", "-1", "1e3", "abc", "4294967296", "1 OR 1=1"])("there is no site %s", async (id) => {
    expect((await one(anna, id)).status).toBe(400);
  });

  it.each([
    ["no JSON", "{"],
    ["no sites", { siteIds: [] }],
    ["text for ids", { siteIds: ["1"] }],
    ["10,001 sites", { siteIds: Array.from({ length: 10_001 }, (_, index) => index + 1) }],
  ])("consequences are refused for %s", async (_, body) => {
    expect((await ask(anna, body)).status).toBe(400);
  });

  it("consequences are refused to another site's page", async () => {
    const response = await ask(anna, { siteIds: [siteId] }, "https://evil.example");
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: "foreign_origin" });
  });
});
