import { env } from "@/lib/platform/env";

export type SingleSignOn = {
  /** without a slash at the end */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** the claim that holds the Matomo login; null: the verified e-mail address decides */
  loginClaim: string | null;
  name: string;
};

/** The OpenID Connect provider of this portal; null unless issuer, client id and client secret are all set. */
export function singleSignOn(): SingleSignOn | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_LOGIN_CLAIM, OIDC_NAME } = env();
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return null;
  return {
    issuer: OIDC_ISSUER.replace(/(?<!\/)\/+$/, ""),
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    loginClaim: OIDC_LOGIN_CLAIM ?? null,
    name: OIDC_NAME,
  };
}

/** What the sign-in page calls it; null when there is none. */
export function singleSignOnName(): string | null {
  return singleSignOn()?.name ?? null;
}
