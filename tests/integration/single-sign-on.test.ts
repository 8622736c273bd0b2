import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { runWithRecentAuth, runWithStepUp } from "@/lib/auth/command";
import { grantCommand, revokeCommand } from "@/lib/domain/public-access/commands";
import { MINUTE_MS, SECOND_MS } from "@/lib/platform/clock";
import { anonymousAccess, aPendingInvite, aSite, aSuperUser, aUser } from "@/tests/support/builders";
import { advance, freezeClock } from "@/tests/support/clock";
import { hasInvites, rawRun, testDb, useDatabase } from "@/tests/support/database";
import { freePort } from "@/tests/support/mariadb";
import { type OidcAccount, type OidcServer, startOidc } from "@/tests/support/oidc";
import { BROWSER, grantInput } from "@/tests/support/people";
import { PortalBrowser, ProviderBrowser } from "@/tests/support/portal-request";
import { accessRows, auditOf, everything, expectChainHolds } from "@/tests/support/state";

useDatabase();

const verified = (sub: string, email = `${sub}@people.example`): OidcAccount => ({ sub, email, email_verified: true });
const ACCOUNTS: OidcAccount[] = [
  verified("anna"),
  verified("jonas"),
  { ...verified("anna-with-code", "anna@people.example"), amr: ["pwd", "otp", "mfa"] },
  { ...verified("anna-with-password", "anna@people.example"), amr: ["pwd"] },
  { ...verified("unverified", "anna@people.example"), email_verified: false },
  { ...verified("upper", "ANNA@People.Example") },
  { ...verified("accent", "ánna@people.example") },
  { ...verified("kelvin", "\u212Aarl@people.example") },
  { ...verified("emoji", "🔑@people.example") },
  { ...verified("other", "other@elsewhere.example"), preferred_username: "anna" },
];

let oidc: OidcServer;
let portal: PortalBrowser;
let provider: ProviderBrowser;

beforeAll(async () => {
  oidc = await startOidc({ portalUrl: "http://localhost:3000", port: await freePort(), accounts: ACCOUNTS });
  Object.assign(process.env, {
    OIDC_ISSUER: oidc.issuer,
    OIDC_CLIENT_ID: oidc.clientId,
    OIDC_CLIENT_SECRET: oidc.clientSecret,
  });
});
afterAll(() => oidc.stop());

beforeEach(() => {
  freezeClock("2026-05-04T09:00:00Z");
  portal = new PortalBrowser();
  provider = new ProviderBrowser();
});

/** The whole way through the real provider. @returns where the portal leads at the end */
async function signIn(account: string, query: Record<string, string> = {}): Promise<string> {
  const address = await portal.leaveFor("single-sign-on", "/public-access", query);
  return portal.comeBack(await provider.signIn(address, account));
}

/** The intent, then the provider, then back. @returns where the window of the provider ends */
async function stepUp(account: string, siteIds: readonly number[], query: Record<string, string> = {}) {
  expect((await portal.announce("grant", siteIds)).status).toBe(200);
  return confirm(account, query);
}

async function confirm(account: string, query: Record<string, string> = {}): Promise<string> {
  const address = await portal.leaveFor("single-sign-on-step-up", "/confirmed?intent=x", query);
  return portal.comeBack(await provider.signIn(address, account));
}

const errorOf = (address: string) => new URL(address, "http://localhost").searchParams.get("error");

async function call() {
  const claims = await portal.claims();
  return {
    origin: "http://localhost:3000",
    sessionId: claims?.sessionId ?? null,
    proofId: claims?.proofId ?? null,
    request: BROWSER,
  };
}
const publish = async (siteIds: readonly number[]) => runWithStepUp(grantCommand, await call(), grantInput(siteIds));
const makePrivate = async (siteIds: readonly number[]) => runWithRecentAuth(revokeCommand, await call(), { siteIds });

describe("a Super User signs in through the provider", () => {
  it.each([["anna"], ["upper"]])("by the verified e-mail address in whatever letters (%s)", async (account) => {
    await aSuperUser({ login: "anna" });
    expect(await signIn(account)).toBe("/public-access");
    expect(await auditOf("sign-in.succeeded")).toEqual([{ type: "sign-in.succeeded", method: "single-sign-on" }]);
    expect(await testDb().session.findMany()).toMatchObject([{ login: "anna", endedAt: null }]);
    await expectChainHolds();
  });

  it("and the session the browser had before is over", async () => {
    await aSuperUser({ login: "anna" });
    await signIn("anna");
    await signIn("anna");
    expect(await testDb().session.count({ where: { endedAt: null } })).toBe(1);
  });

  it("having just proven it, may make private at once; through an old session at the provider, may not", async () => {
    await aSuperUser({ login: "anna" });
    const site = await aSite();
    await anonymousAccess(site);
    await signIn("anna");
    advance(20 * MINUTE_MS);
    portal = new PortalBrowser();
    expect(await signIn("nobody types anything")).toBe("/public-access");
    expect(provider.asked).toBe(0);
    expect(await makePrivate([site])).toMatchObject({ ok: false, code: "step_up_required" });
    expect(await accessRows()).toHaveLength(1);
    expect(await signIn("anna", { prompt: "login" })).toBe("/public-access");
    expect(await makePrivate([site])).toMatchObject({ ok: true });
  });

  it("without auth_time, has no recent proof", async () => {
    await aSuperUser({ login: "anna" });
    expect(await signIn("anna", { max_age: "" })).toBe("/public-access");
    expect(await testDb().session.findMany()).toMatchObject([{ provedAt: new Date(0) }]);
  });
});

describe("nobody is let in by single sign-on, and the true reason is recorded,", () => {
  const refused = async (account: string, reason: string, code = "identity_unknown") => {
    expect(await signIn(account)).toBe(`/sign-in?error=${code}`);
    expect((await auditOf("sign-in.refused")).at(-1)?.reason).toBe(`single sign-on: ${reason}`);
    expect(await testDb().session.count()).toBe(0);
    expect(await portal.claims()).toBeNull();
  };

  it("whose address the provider has not verified", async () => {
    await aSuperUser({ login: "anna" });
    await refused("unverified", "no login or verified e-mail address");
  });

  it("whose address only the database takes for a Super User's", async () => {
    await aSuperUser({ login: "anna" });
    await aSuperUser({ login: "karl" });
    for (const account of ["accent", "kelvin", "emoji", "jonas"]) {
      await refused(account, "unknown login or e-mail address");
    }
  });

  it.runIf(!hasInvites)("whose address two users have (possible before Matomo 4.12)", async () => {
    await aSuperUser({ login: "anna" });
    await aUser({ login: "anna2", email: "Anna@people.example" });
    await refused("anna", "several users have this e-mail address");
  });

  it("who is no Super User, or anonymous", async () => {
    await aUser({ login: "anna" });
    await refused("anna", "not a Super User");
    await rawRun(
      "UPDATE `matomo_user` SET superuser_access = 1, email = 'jonas@people.example' WHERE login = 'anonymous'",
    );
    await refused("jonas", "not a Super User");
  });

  it.runIf(hasInvites)("who has not accepted the invitation", async () => {
    await aPendingInvite({ login: "anna", superUser: true });
    await refused("anna", "not a Super User");
  });

  it("who has a second factor in Matomo and proved one factor at the provider", async () => {
    await aSuperUser({ login: "anna", twofactorSecret: "JBSWY3DPEHPK3PXP" });
    await refused("anna", "no second factor", "identity_weak");
    await refused("anna-with-password", "no second factor", "identity_weak");
    provider = new ProviderBrowser();
    expect(await signIn("anna-with-code")).toBe("/public-access");
    expect(await auditOf("sign-in.succeeded")).toMatchObject([{ method: "single-sign-on-and-second-factor" }]);
  });

  it("who left the provider's form, or comes back with another state or without the cookies", async () => {
    await aSuperUser({ login: "anna" });
    expect(await signIn("nobody")).toContain("error=Callback");
    provider = new ProviderBrowser();
    const back = await provider.signIn(await portal.leaveFor("single-sign-on", "/public-access"), "anna");
    expect(await new PortalBrowser().comeBack(back)).toContain("error=OAuthCallback");
    expect(await portal.comeBack(back.replace(/state=[^&]{4}/, "state=AAAA"))).toContain("error=OAuthCallback");
    expect(await testDb().session.count()).toBe(0);
  });
});

describe("with OIDC_LOGIN_CLAIM", () => {
  it("the claim is the Matomo login, and the address does not count", async () => {
    const { singleSignOn } = await import("@/lib/auth/single-sign-on/configured");
    const { env } = await import("@/lib/platform/env");
    env().OIDC_LOGIN_CLAIM = "preferred_username";
    try {
      expect(singleSignOn()?.loginClaim).toBe("preferred_username");
      await aSuperUser({ login: "Anna" });
      expect(await signIn("other")).toBe("/public-access");
      provider = new ProviderBrowser();
      expect(await signIn("anna")).toBe("/sign-in?error=identity_unknown");
    } finally {
      env().OIDC_LOGIN_CLAIM = undefined;
    }
  });
});

describe("a step-up through the provider", () => {
  it("asks again, although the provider still knows the person, and publishes exactly what was announced", async () => {
    await aSuperUser({ login: "anna" });
    const [site, other] = [await aSite(), await aSite()];
    await signIn("anna");
    const before = await portal.claims();
    advance(MINUTE_MS);
    expect(await stepUp("anna", [site])).toBe("/confirmed?intent=x");
    expect(provider.asked).toBe(1);
    expect(await portal.claims()).not.toEqual(before);
    expect(await publish([site, other])).toMatchObject({ ok: false, code: "proof_foreign" });
    expect(await publish([site])).toMatchObject({ ok: true });
    expect(await publish([site])).toMatchObject({ ok: false, code: "proof_used" });
    expect(await accessRows()).toEqual([[site, "anonymous", "view"]]);
    expect(await auditOf("step-up.succeeded")).toEqual([
      { type: "step-up.succeeded", action: "grant", siteCount: 1, method: "single-sign-on" },
    ]);
    await expectChainHolds();
  });

  it("for 10,000 sites fits a cookie", async () => {
    await aSuperUser({ login: "anna" });
    await signIn("anna");
    const sites = Array.from({ length: 10_000 }, (_, index) => 100_000 + index);
    expect(await stepUp("anna", sites)).toBe("/confirmed?intent=x");
    expect(portal.cookies.get("public-access.step-up")?.length).toBeLessThan(1_500);
    expect(await auditOf("step-up.succeeded")).toMatchObject([{ siteCount: 10_000 }]);
    expect(await publish(sites.slice(1))).toMatchObject({ ok: false, code: "proof_foreign" });
  });

  const refused = async (address: string, code: string, reason?: string) => {
    expect(new URL(address, "http://localhost").pathname).toBe("/confirmed");
    expect(errorOf(address)).toBe(code);
    expect((await portal.claims())?.proofId).toBeNull();
    expect(await testDb().proof.count()).toBe(0);
    if (reason) expect((await auditOf("step-up.refused")).at(-1)?.reason).toBe(`single sign-on: ${reason}`);
  };

  it("is refused for somebody else, also for another Super User", async () => {
    await aSuperUser({ login: "anna" });
    await aSuperUser({ login: "jonas" });
    await signIn("anna");
    await refused(await stepUp("jonas", [1]), "identity_foreign", "somebody else");
    await refused(await stepUp("unverified", [1]), "identity_foreign", "somebody else");
  });

  it("is refused when the browser took away that the provider must ask again", async () => {
    await aSuperUser({ login: "anna" });
    await signIn("anna");
    advance(MINUTE_MS);
    const silent = await stepUp("anna", [1], { prompt: "", max_age: "" });
    expect(provider.asked).toBe(0);
    await refused(silent, "identity_stale", "no auth_time from single sign-on");
    const old = await stepUp("anna", [1], { prompt: "", max_age: "3600" });
    expect(provider.asked).toBe(0);
    await refused(old, "identity_stale", "auth_time before the step-up was asked for");
  });

  it("is refused when the sign-in at the provider is older than the announcement", async () => {
    await aSuperUser({ login: "anna" });
    await signIn("anna");
    await portal.announce("grant", [1]);
    const address = await portal.leaveFor("single-sign-on-step-up", "/confirmed?intent=x");
    const back = await provider.signIn(address, "anna");
    advance(6 * SECOND_MS);
    await portal.announce("grant", [2]);
    await refused(await portal.comeBack(back), "identity_stale", "auth_time before the step-up was asked for");
  });

  it("is refused without an announcement, with one of another session, and with one older than 10 minutes", async () => {
    await aSuperUser({ login: "anna" });
    await signIn("anna");
    await refused(await confirm("anna"), "identity_stale");
    await portal.announce("grant", [1]);
    await signIn("anna");
    await refused(await confirm("anna"), "identity_stale");
    await portal.announce("grant", [1]);
    advance(10 * MINUTE_MS + 1);
    await refused(await confirm("anna"), "identity_stale", "confirmed too late");
    expect(await auditOf("action.refused")).toMatchObject([{ code: "identity_stale" }, { code: "identity_stale" }]);
  });

  it("is refused the second time: neither the same answer nor the same announcement serves twice", async () => {
    await aSuperUser({ login: "anna" });
    await signIn("anna");
    await portal.announce("grant", [1]);
    const address = await portal.leaveFor("single-sign-on-step-up", "/confirmed?intent=x");
    const kept = new Map(portal.cookies);
    const back = await provider.signIn(address, "anna");
    expect(errorOf(await portal.comeBack(back))).toBeNull();
    const copied = new PortalBrowser();
    copied.cookies = kept;
    expect(errorOf(await copied.comeBack(back))).toBe("OAuthCallback");
    expect(errorOf(await confirm("anna"))).toBe("identity_stale");
    expect(await testDb().proof.count()).toBe(1);
  });

  it("is refused without a second factor to whoever has one in Matomo", async () => {
    await aSuperUser({ login: "anna", twofactorSecret: "JBSWY3DPEHPK3PXP" });
    await signIn("anna-with-code");
    await refused(await stepUp("anna-with-password", [1]), "identity_weak", "no second factor");
    expect(errorOf(await stepUp("anna-with-code", [1]))).toBeNull();
    expect(await auditOf("step-up.succeeded")).toMatchObject([{ method: "single-sign-on-and-second-factor" }]);
  });

  it("is locked after five wrong ones, for the right person too", async () => {
    await aSuperUser({ login: "anna" });
    await signIn("anna");
    for (let attempt = 0; attempt < 5; attempt++) await stepUp("jonas", [1]);
    await refused(await stepUp("anna", [1]), "step_up_locked");
    advance(15 * MINUTE_MS + 1);
    expect(errorOf(await stepUp("anna", [1]))).toBeNull();
  });

  it("is refused to whoever lost the Super User flag meanwhile", async () => {
    await aSuperUser({ login: "anna" });
    await signIn("anna");
    await portal.announce("grant", [1]);
    await rawRun("UPDATE `matomo_user` SET superuser_access = 0 WHERE login = 'anna'");
    await refused(await confirm("anna"), "session_ended");
  });
});

describe("announcing a step-up", () => {
  it("takes the portal's own Origin, a session and a known command, answers JSON, and writes nothing", async () => {
    await aSuperUser({ login: "anna" });
    const stranger = await portal.announce("grant", [1]);
    expect([stranger.status, (await stranger.json()).code]).toEqual([401, "session_ended"]);
    await signIn("anna");
    const before = await everything();
    expect((await portal.announce("grant", [1], "https://evil.example")).status).toBe(403);
    expect((await portal.announce("grant", [1.5])).status).toBe(400);
    expect(portal.cookies.has("public-access.step-up")).toBe(false);
    expect((await portal.announce("grant", [1])).status).toBe(200);
    expect(await everything()).toEqual(before);
  });

  it("makes no cookie that passes as a session", async () => {
    await aSuperUser({ login: "anna" });
    await signIn("anna");
    await portal.announce("grant", [1]);
    portal.cookies.set("public-access.session", portal.cookies.get("public-access.step-up") ?? "");
    expect(await portal.claims()).toBeNull();
    await expect(portal.sessionPayload()).rejects.toThrow();
  });
});

describe("what stays on the server", () => {
  it("no token, secret or claim of the provider reaches the browser", async () => {
    await aSuperUser({ login: "anna" });
    await signIn("anna");
    const payload = JSON.stringify(await portal.sessionPayload());
    expect(Object.keys(JSON.parse(payload)).sort()).toEqual(["exp", "iat", "jti", "proofId", "sessionId", "sub"]);
    expect(payload).not.toContain("people.example");
    for (const value of portal.cookies.values()) expect(value).not.toContain(oidc.clientSecret);
    expect(JSON.stringify((await portal.auth("GET", "providers")).body)).not.toContain(oidc.clientSecret);
  });
});
