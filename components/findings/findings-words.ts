import type { FindingKind } from "@/lib/findings/terms";

type Words = {
  /** what it is, as a heading over one site or several */
  title: string;
  /** what it means */
  meaning: string;
  /** what to do */
  remedy: string;
};

/** Each kind of finding in its own words (facts 0, 2.1 to 2.4, 15 and 18). */
export const findingWords: Record<FindingKind, Words> = {
  "public-outside": {
    title: "Became public outside the portal",
    meaning: "Somebody made it public in Matomo or in its database. No reason and no end date are known.",
    remedy: "Make it private, or say that it is intended. Then it is listed with your reason.",
  },
  writable: {
    title: "Public and writable",
    meaning:
      "Strangers hold more than view. Without a login they can read the reports and change what this level may change.",
    remedy: "Reduce it to view if the reports are meant to be public. Make it private if not.",
  },
  "other-spelling": {
    title: "Public under another spelling",
    meaning:
      "The row spells the login “anonymous” in another way. Matomo takes it for anonymous all the same, yet its own lists can miss it.",
    remedy: "Reduce it to view: one row in the right spelling stays. Make it private if it is not meant to be public.",
  },
  "duplicate-rows": {
    title: "Public by more than one row",
    meaning:
      "Two changes at once in Matomo leave such rows. Whoever deletes one of them by hand leaves the site public.",
    remedy: "Reduce it to view: one row stays. Make it private if it is not meant to be public.",
  },
  "null-access": {
    title: "A row that breaks Matomo",
    meaning:
      "A row of anonymous has no access value at all (NULL). Matomo answers everybody who is not signed in with an error, on the sign-in page too.",
    remedy: "Remove these rows now. Nothing becomes public by it.",
  },
  "unclear-access": {
    title: "An access value that the portal does not know",
    meaning: "Matomo gives nothing for it today. A plugin or a later Matomo may read it differently.",
    remedy: "Remove these rows, or look in Matomo which plugin wrote them and say that they are intended.",
  },
  "orphan-rows": {
    title: "Access rows of deleted sites",
    meaning: "They do nothing today. If Matomo gives such an id to a new site, that site is public from its first day.",
    remedy: "Clean up: the rows are deleted.",
  },
  "anonymous-missing": {
    title: "Matomo's user “anonymous” is missing",
    meaning:
      "Every access row of it does nothing while it is missing, and no site can be made public. The moment it is put back, all of its old rows count again.",
    remedy:
      "Matomo creates this user at installation only. Look through the public sites first, then restore the row of the table user from a backup.",
  },
  "anonymous-renamed": {
    title: "Matomo's user “anonymous” is spelled differently",
    meaning:
      "Matomo's programming interface still lists the sites to strangers, while its pages refuse them. What is public cannot be relied on.",
    remedy: "In Matomo's database, set the login of this row of the table user back to exactly “anonymous”.",
  },
  "anonymous-can-sign-in": {
    title: "Matomo's user “anonymous” could be used to sign in",
    meaning:
      "It has a password, a second factor or an invitation. Matomo never sets these; somebody did in its database.",
    remedy:
      "Find out who did it. In Matomo's database, empty the password, the second factor and the invitation of this row of the table user.",
  },
  "anonymous-super-user": {
    title: "Every visitor is a Super User",
    meaning:
      "Matomo's user “anonymous” has superuser_access = 1. Anybody can read and change everything in this Matomo without a login.",
    remedy:
      "At once: in Matomo's database, set superuser_access of the user “anonymous” to 0. Take Matomo offline until then. Then change the passwords and tokens of all users.",
  },
};

/** What was seen of one finding: `Public and writable: admin`, `3 rows`. Empty when the heading says it all. */
export function seenWords(kind: FindingKind, detail: string): string {
  return kind === "writable" && detail !== "" ? `${findingWords.writable.title}: ${detail}` : detail;
}
