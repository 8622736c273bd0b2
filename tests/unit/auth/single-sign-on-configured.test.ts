import { afterEach, describe, expect, it } from "vitest";
import { singleSignOn, singleSignOnName } from "@/lib/auth/single-sign-on/configured";
import { env } from "@/lib/platform/env";
import { portalEnv } from "@/tests/unit/alerts/portal-env";

portalEnv();

const OIDC = { OIDC_ISSUER: "https://id.example/realm/", OIDC_CLIENT_ID: "portal", OIDC_CLIENT_SECRET: "a secret" };

afterEach(() => {
  Object.assign(env(), { OIDC_ISSUER: undefined, OIDC_CLIENT_ID: undefined, OIDC_CLIENT_SECRET: undefined });
});

describe("single sign-on", () => {
  it.each(Object.keys(OIDC))("is off without %s", (missing) => {
    Object.assign(env(), OIDC, { [missing]: undefined });
    expect(singleSignOn()).toBeNull();
    expect(singleSignOnName()).toBeNull();
  });

  it("is on with all three, whether or not the issuer ends with a slash", () => {
    Object.assign(env(), OIDC);
    expect(singleSignOn()).toMatchObject({ issuer: "https://id.example/realm", loginClaim: null });
    expect(singleSignOnName()).toBe("single sign-on");
  });
});
