import { methodWords } from "@/components/auth/method-words";
import { exactUtc } from "@/components/ui/date-words";
import { counted, listed } from "@/components/ui/plural";
import type { Actor, AuditFacts } from "@/lib/audit/schema";
import { actorWords } from "./actor-words";
import { deedWords, mailWords } from "./deed-words";

export type EventKind = "public" | "private" | "refused" | "failed" | "mail" | "session" | "setting";
export type Described = { kind: EventKind; sentence: string; details: { label: string; value: string }[] };

/** One recorded event in plain words. Sites are shown apart; see `sitesOf`. */
export function describeEvent(facts: AuditFacts, actor: Actor): Described {
  const who = actorWords(actor);
  const event = (kind: EventKind, sentence: string, details: Record<string, string | null> = {}): Described => ({
    kind,
    sentence,
    details: Object.entries(details).flatMap(([label, value]) => (value ? [{ label, value }] : [])),
  });

  switch (facts.type) {
    case "sign-in.succeeded":
      return event("session", `${who} signed in with ${methodWords(facts.method)}`);
    case "sign-in.code-asked":
      return event("session", `${who} gave the right password and was asked for the code`);
    case "sign-in.refused":
      return event(
        "refused",
        `A sign-in ${facts.login === null ? "with an unknown login" : `as ${facts.login}`} was refused`,
        {
          Because: facts.reason,
        },
      );
    case "sign-out":
      return event("session", `${who} signed out`);
    case "step-up.succeeded":
      return event(
        "session",
        `${who} confirmed with ${methodWords(facts.method)} to ${deedWords(facts.action, facts.siteCount)}`,
      );
    case "step-up.refused":
      return event("refused", `${who} could not confirm to ${deedWords(facts.action)}`, {
        Because: facts.reason,
      });
    case "step-up.locked":
      return event("refused", `${who} can confirm nothing for a while, after ${wrongAttempts(facts.wrong)}`, {
        Until: exactUtc(facts.until),
      });
    case "session.ended":
      return event("session", endedSentence(facts, who));
    case "request.refused":
      return event("refused", `${who} asked for ${facts.path} and was refused`, {
        Because: facts.code.replaceAll("_", " "),
      });
    case "action.refused":
      return event("refused", `${who} was not allowed to ${deedWords(facts.action, facts.siteCount)}`, {
        Because: facts.code.replaceAll("_", " "),
        "Site ids": facts.siteIds.join(", "),
      });
    case "public-access.granted":
      return event("public", `${who} made ${counted(facts.siteIds.length, "site")} public`, {
        Why: facts.reason,
        Until: facts.until === null ? "no end date" : exactUtc(facts.until),
        "Could not be told": listed(facts.unreachable),
      });
    case "public-access.revoked":
      return event("private", revokedSentence(facts, who), { "Could not be told": listed(facts.unreachable) });
    case "public-access.baseline":
      return event("public", `${sitesWere(facts.siteIds.length)} public before the portal came`);
    case "public-access.granted-outside":
      return event("public", `${sitesWere(facts.siteIds.length)} made public outside the portal`);
    case "public-access.revoked-outside":
      return event("private", `${sitesWere(facts.siteIds.length)} made private outside the portal`);
    case "reminder.queued":
      return event(
        "mail",
        `A reminder of ${counted(facts.siteCount, "public site")} was written to ${counted(facts.recipientCount, "Super User")}`,
        { Period: facts.period },
      );
    case "reminder.nothing-public":
      return event("mail", "No reminder was needed: no site was public then", { Period: facts.period });
    case "setting.changed":
      return event("setting", `${who} changed ${settingWords(facts.setting)} from ${facts.from} to ${facts.to}`);
    case "mail.sent":
      return event(
        "mail",
        `${listed(facts.logins) || counted(facts.count, "Super User")} got ${mailWords(facts.kind)}`,
      );
    case "mail.failed":
      return event(
        "failed",
        `${listed(facts.logins)} did not get ${mailWords(facts.kind)}${facts.final ? "; it failed for good" : "; it will be tried again"}`,
        { Error: facts.error },
      );
    case "cron.refused":
      return event("refused", `A call of ${facts.route} without the right secret was refused`);
    case "flood.capped":
      return event(
        "refused",
        facts.login === null
          ? `More than ${facts.limit} refusals within a minute: the others are in the portal's log only`
          : `More than ${facts.limit} refused sign-ins as ${facts.login} within a minute: the others are in the portal's log only`,
      );
  }
}

function revokedSentence(facts: Extract<AuditFacts, { type: "public-access.revoked" }>, who: string): string {
  const count = facts.siteIds.length;
  if (facts.cause === "super-user") return `${who} made ${counted(count, "site")} private`;
  return `${counted(count, "site")} became private again, because the end date came`;
}

function endedSentence({ scope, count }: Extract<AuditFacts, { type: "session.ended" }>, who: string): string {
  switch (scope) {
    case "one":
      return `${who} ended one of their own sessions`;
    case "others":
      return `${who} ended ${counted(count, "other session")} of their own`;
    case "everybody":
      return `${who} ended everybody's sessions but the one in use: ${counted(count, "session")}`;
  }
}

function wrongAttempts(wrong: number): string {
  return counted(wrong, "wrong password or code", "wrong passwords or codes");
}

function sitesWere(count: number): string {
  return `${counted(count, "site")} ${count === 1 ? "was" : "were"}`;
}

function settingWords(setting: string): string {
  switch (setting) {
    case "reminder-cadence":
      return "the reminders";
    case "second-factor":
      return "the second factor for publishing";
    default:
      return `“${setting}”`;
  }
}
