import { counted } from "@/components/ui/plural";

/** What somebody wanted to do, after "to": `make 2 sites public`. Unknown deeds keep their own name. */
export function deedWords(action: string, siteCount?: number): string {
  const what = siteCount === undefined ? "sites" : counted(siteCount, "site");
  switch (action) {
    case "grant":
      return `make ${what} public`;
    case "revoke":
      return `make ${what} private`;
    case "weaken-reminders":
    case "set-cadence":
      return "change the reminders";
    case "weaken-second-factor":
      return "let publishing go without a second factor";
    case "set-second-factor-rule":
      return "change whether publishing takes a second factor";
    case "tighten":
      return "make something private or stricter";
    case "end-sessions":
      return "end sessions";
    case "step-up":
      return "confirm anything";
    default:
      return `do “${action}”`;
  }
}

const MAILS: Record<string, string> = {
  "made-public": "the alert that sites were made public",
  "made-private": "the alert that sites were made private",
  "public-outside": "the alert that sites were made public outside the portal",
  "private-outside": "the alert that sites were made private outside the portal",
  baseline: "the alert about sites that were public before the portal came",
  "setting-changed": "the alert about a changed setting",
  "step-up-locked": "the alert about wrong passwords or codes in their session",
  reminder: "the reminder",
};

export function mailWords(kind: string): string {
  return MAILS[kind] ?? `the mail “${kind}”`;
}
