import { encode } from "next-auth/jwt";
import { beforeEach, describe, expect, it } from "vitest";
import { sessionCookie } from "@/lib/auth/cookie";
import { ALONE, writeCountedRefusals } from "@/lib/ledger/audit/record-refusal";
import { HOUR_MS } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { aSuperUser } from "@/tests/support/builders";
import { advance, freezeClock } from "@/tests/support/clock";
import { rawRun, testDb, useDatabase } from "@/tests/support/database";
import { type SignedIn, signIn } from "@/tests/support/people";
import { PortalBrowser } from "@/tests/support/portal-request";
import { auditOf, expectChainHolds, originsOf } from "@/tests/support/state";

useDatabase();
beforeEach(() => freezeClock("2026-11-23T12:00:00Z"));

/** A browser that holds this person's session cookie, for as long as the cookie is good. */
async function browserOf(person: SignedIn): Promise<PortalBrowser> {
  const browser = new PortalBrowser();
  const { sessionId } = person.context;
  const token = { sub: person.user.login, sessionId, proofId: null };
  browser.cookies.set(sessionCookie().name, await encode({ token, secret: env().NEXTAUTH_SECRET }));
  return browser;
}

/** Signs out as the portal's page does, from a copy of the cookie that nothing takes away. */
async function signOut(person: SignedIn, callbackUrl = "/sign-in") {
  const browser = await browserOf(person);
  const { body } = await browser.auth("GET", "csrf");
  const csrfToken = String(Object(body).csrfToken);
  return browser.auth("POST", "signout", { csrfToken, callbackUrl });
}

describe("signing out", () => {
  it("ends the session, recorded in the name of whose it was", async () => {
    const anna = await signIn(await aSuperUser({ login: "anna" }));
    await signOut(anna);
    expect(await testDb().session.count({ where: { endedAt: null } })).toBe(0);
    expect(await testDb().auditEvent.findMany({ where: { type: "sign-out" } })).toMatchObject([
      { actorType: "superUser", actorName: "anna" },
    ]);
    await expectChainHolds();
  });

  it("leads to the portal's own pages, wherever else is asked for", async () => {
    const anna = await signIn(await aSuperUser({ login: "anna" }));
    for (const wanted of ["/\t/evil.example", "//evil.example", "https://evil.example/", "nonsense", "javascript:1"]) {
      expect((await signOut(anna, wanted)).location).toBe("http://localhost:3000/public-access");
    }
    expect((await signOut(anna, "/sign-in")).location).toBe("http://localhost:3000/sign-in");
  });

  const dead: [string, (anna: SignedIn) => Promise<unknown>][] = [
    ["signed out already", (anna) => signOut(anna)],
    ["idle for too long", async () => advance(HOUR_MS)],
    ["over, its user gone", () => rawRun("DELETE FROM `matomo_user` WHERE login = 'anna'")],
    [
      "over, its user no Super User",
      () => rawRun("UPDATE `matomo_user` SET superuser_access = 0 WHERE login = 'anna'"),
    ],
    ["forgotten", () => testDb().session.deleteMany()],
  ];
  it.each(dead)("of a session that is %s ends nothing and says nothing in anybody's name", async (_, end) => {
    const anna = await signIn(await aSuperUser({ login: "anna" }));
    await end(anna);
    const before = await auditOf("sign-out");
    const rows = await testDb().session.findMany();
    for (let time = 0; time < 3; time++) await signOut(anna);
    expect(await auditOf("sign-out")).toEqual(before);
    expect(await testDb().session.findMany()).toEqual(rows);
    expect(await testDb().auditEvent.findMany({ where: { type: "action.refused" } })).toMatchObject(
      Array.from({ length: 3 }, () => ({ actorType: "visitor", actorName: "" })),
    );
    const origins = await originsOf("action.refused");
    expect(origins).toMatchObject(Array.from({ length: 3 }, () => ({ sessionRef: null })));
  });

  it("of a dead session can be tried without end: the log does not grow with it", async () => {
    const anna = await signIn(await aSuperUser({ login: "anna" }));
    await signOut(anna);
    const before = await testDb().auditEvent.count();
    for (let time = 0; time < 80; time++) await signOut(anna);
    await writeCountedRefusals();
    expect(await testDb().auditEvent.count()).toBeLessThanOrEqual(before + ALONE.visitor + 1);
    expect(await auditOf("sign-out")).toHaveLength(1);
  });
});
