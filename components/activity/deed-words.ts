import { counted } from "@/components/ui/plural";
import type { MailKind } from "@/lib/mail/schema";

/** What somebody wanted to do, after "to": `make 2 sites public`. Unknown deeds keep their own name. */
export function deedWords(action: string, siteCount?: number): string {
  const what = siteCount === undefined ? "sites" : counted(siteCount, "site");
  switch (action) {
    case "grant":
      return `make ${what} public`;
    case "revoke":
      return `make ${what} private`;
    case "extend":
      return `change how long ${what} ${siteCount === 1 ? "stays" : "stay"} public`;
    case "lock":
      return "lock public access";
    case "unlock":
      return "lift the lock on public access";
    case "pause":
      return "pause public access";
    case "resume":
      return "resume public access";
    case "drop-pause":
      return "let go of the sites that the pause put aside";
    case "keep-public":
      return `confirm that ${what} ${siteCount === 1 ? "is" : "are"} still meant to be public`;
    case "acknowledge-finding":
      return "say that something the watch found is intended";
    case "reduce-to-view":
      return `reduce ${what} to view`;
    case "remove-unclear-rows":
      return "remove unclear access rows";
    case "clean-orphans":
      return "remove access rows of deleted sites";
    case "send-again":
      return "send a mail again";
    case "dismiss-mail":
      return "settle a mail that did not arrive";
    case "weaken-review":
    case "set-unconfirmed-rule":
      return "change what happens to sites that nobody confirms";
    case "set-own-reminders":
      return "change how often they are reminded";
    case "weaken-reminders":
    case "set-cadence":
      return "change the reminders";
    case "set-extra-recipients":
      return "change who is told besides the Super Users";
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

const MAILS: Record<MailKind, string> = {
  "made-public": "the alert that sites were made public",
  "made-private": "the alert that sites were made private",
  extended: "the alert about another end date",
  "lock-changed": "the alert about the lock",
  "pause-changed": "the alert about a pause",
  "rows-mended": "the alert that access rows were put in order",
  acknowledged: "the alert that something was said to be intended",
  "setting-changed": "the alert about a changed setting",
  digest: "the alert about many changes within a minute",
  "public-outside": "the alert that sites were made public outside the portal",
  "private-outside": "the alert that sites were made private outside the portal",
  baseline: "the alert about sites that were public before the portal came",
  finding: "the alert about something that the watch found",
  "roster-changed": "the alert that the Super Users changed",
  "end-near": "the warning that an end date is near",
  "lapse-near": "the warning that sites nobody confirmed become private",
  unreachable: "the alert that somebody gets no mail",
  "step-up-locked": "the alert about wrong passwords or codes in their session",
  reminder: "the reminder",
};

/** A kind of mail in words: `the reminder`. Kinds that this portal does not know keep their own name. */
export function mailWords(kind: string): string {
  const known: Readonly<Record<string, string>> = MAILS;
  return known[kind] ?? `the mail “${kind}”`;
}
