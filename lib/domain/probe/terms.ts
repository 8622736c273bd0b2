/**
 * Why a question to Matomo, asked without credentials, has no answer that can be believed. What is in trouble is
 * unknown: neither readable nor private.
 */
export const outsideTroubles = [
  "timeout",
  /** no such host, connection refused or reset */
  "unreachable",
  /** TLS: self-signed, expired, for another name */
  "certificate",
  /** it leads to another host, or round and round; it is not followed */
  "redirected-elsewhere",
  "too-large",
  /** a page where JSON was asked for */
  "not-json",
  /** http leads to https, and there nobody answers this server: `force_ssl` */
  "https-required",
  /** Matomo does not know the host of MATOMO_URL (`trusted_hosts`) and warns in place of a page */
  "untrusted-host",
  /** Matomo's own list of addresses leaves this server out; whom it lets in cannot be told from here */
  "ip-list",
  /** Matomo was updated and waits for its database to be */
  "upgrade-pending",
  /** 401 */
  "unauthorized",
  /** 403 */
  "forbidden",
  /** 404 */
  "not-found",
  /** 500 and above, but 503 */
  "server-error",
  /** 503 */
  "maintenance",
  /** JSON that says that something went wrong */
  "matomo-error",
  /** JSON of another shape */
  "not-understood",
] as const;
export type OutsideTrouble = (typeof outsideTroubles)[number];

/** seen: the list of readable sites was read. trouble: it could not be. not-configured: MATOMO_URL is not set. */
export const outsideOutcomes = ["seen", "trouble", "not-configured"] as const;
export type OutsideOutcome = (typeof outsideOutcomes)[number];

/** shown: strangers get it. empty: they get it, and there is nothing in it now. refused: they do not. */
export const outsideViews = ["shown", "empty", "refused", "unknown"] as const;
export type OutsideView = (typeof outsideViews)[number];

/** Why strangers probably cannot read what is public by the table; `unknown` when nothing points anywhere. */
export const unreadableReasons = [
  /** Matomo has no user `anonymous`: its rows do nothing (docs/matomo.md#anonymous) */
  "anonymous-missing",
  "anonymous-renamed",
  /** a row of anonymous whose access is NULL breaks Matomo for everybody not signed in (docs/matomo.md#null-access) */
  "null-access",
  "maintenance",
  /** the web server or a proxy asks for a password of its own */
  "web-server-password",
  /** an IP allow-list or a login plugin turns everybody away */
  "access-restricted",
  "https-required",
  "untrusted-host",
  "ip-list",
  "upgrade-pending",
  /** Matomo answers this one site with an error */
  "site-error",
  "unknown",
] as const;
export type UnreadableReason = (typeof unreadableReasons)[number];

/** What looks like personal data. */
export const personalKinds = ["email", "token"] as const;
export type PersonalKind = (typeof personalKinds)[number];

/** Where it stands: in the addresses of pages, or in their titles. */
export const personalPlaces = ["url", "title"] as const;
export type PersonalPlace = (typeof personalPlaces)[number];

/** closed: strangers are refused. open: they read it. unknown: nobody could tell. */
export const canaryStates = ["closed", "open", "unknown"] as const;
export type CanaryState = (typeof canaryStates)[number];

/** How many sites of a probe are named. */
export const NAMED_OUTSIDE = 50;
