import type { FindingKind } from "@/lib/findings/terms";

/** What each kind of finding is called in the activity. */
export const findingTitles: Record<FindingKind, string> = {
  "public-outside": "Became public outside the portal",
  writable: "Public and writable",
  "other-spelling": "Public under another spelling",
  "duplicate-rows": "Public by more than one row",
  "null-access": "A row that breaks Matomo",
  "unclear-access": "An access value that the portal does not know",
  "orphan-rows": "Access rows of deleted sites",
  "anonymous-missing": "Matomo's user “anonymous” is missing",
  "anonymous-renamed": "Matomo's user “anonymous” is spelled differently",
  "anonymous-can-sign-in": "Matomo's user “anonymous” could be used to sign in",
  "anonymous-super-user": "Every visitor is a Super User",
};
