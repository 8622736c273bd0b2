/** One moment twice, ready to print: in UTC and in the instance's time zone. */
export type Moment = { utc: string; local: string };

/** A site as it was called at the moment of the change. `link` lands on its row in the portal. */
export type Site = { id: number; name: string; url: string; link: string };

/** The sites to name in the mail (at most 50), and how many there are in all. */
export type Sites = { sites: readonly Site[]; total: number };

/** Who did it, from where. */
export type Author = { login: string; ip: string | null; browser: string | null };

/** What strangers get on these public sites (facts 3, 3.1, 19.2). What is optional, older mails do not say. */
export type Exposure = {
  visitsLog: "shown" | "hidden" | "shown-on-some" | "unknown";
  hiddenLogs?: "readable" | "closed" | "unknown" | undefined;
  visitorProfile: "hidden";
  userIds: "shown" | "pseudonymised" | "shown-on-some" | "unknown";
  rawUserIds?: { total: number; sites: readonly { id: number; name: string }[] } | null | undefined;
  annotations?: "with-authors" | "without-authors" | "unknown" | undefined;
};

/** In every mail: when, about which Matomo, and where the links go. */
export type Common = { at: Moment; host: string; links: { publicAccess: string; activity: string } };
