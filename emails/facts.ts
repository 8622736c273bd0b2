/** One moment twice, ready to print: in UTC and in the instance's time zone. */
export type Timestamp = { utc: string; local: string };

/** A site as it was called at the moment of the change. `link` lands on its row in the portal. */
export type Site = { id: number; name: string; url: string; link: string };

/** The sites to name in the mail (at most 50), and how many there are in all. */
export type Sites = { sites: readonly Site[]; total: number };

/** Who did it, from where. */
export type Author = { login: string; ip: string | null; browser: string | null };

/**
 * What strangers get on these public sites (docs/matomo.md#what-anonymous-visitors-get). What is optional, older mails do not
 * say.
 */
export type Exposure = {
  visitsLog: "shown" | "hidden" | "shown-on-some" | "unknown";
  hiddenLogs?: "readable" | "closed" | "unknown" | undefined;
  visitorProfile: "hidden";
  userIds: "shown" | "pseudonymised" | "shown-on-some" | "unknown";
  rawUserIds?: { total: number; sites: readonly { id: number; name: string }[] } | null | undefined;
  annotations?: "with-authors" | "without-authors" | "unknown" | undefined;
};

type Use = { was: "active" | "possible" };

/** Somebody who could have made a change, and what Matomo recorded of them between the two checks around it. */
export type PersonThere = {
  login: string;
  right: "super-user" | "admin";
  sites: number;
  was: "active" | "possible" | "unknown" | "absent";
  pages: Use | null;
  tokens: readonly (Use & { description: string })[];
  moreTokens: number;
};

/** The previous check and this one; `found` is null when it could not be read who had the right. */
export type Traces = {
  from: Timestamp;
  to: Timestamp;
  found: {
    pages: boolean;
    tokens: boolean;
    activityLog: boolean;
    counts: Record<PersonThere["was"], number>;
    people: readonly PersonThere[];
  } | null;
};

/** In every mail: when, about which Matomo, and where the links go. */
export type Common = { at: Timestamp; host: string; links: { publicAccess: string; activity: string } };
