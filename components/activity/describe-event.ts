import { methodWords } from "@/components/auth/method-words";
import { exactUtc } from "@/components/ui/date-words";
import { counted, listed } from "@/components/ui/plural";
import type { Actor, AuditFacts } from "@/lib/audit/schema";
import { actorWords } from "./actor-words";
import { deedWords, mailWords } from "./deed-words";
import { describeChange } from "./describe-change";
import { type Described, described as event } from "./described";

/** One recorded event in plain words. Sites are shown apart; see `sitesOf`. */
export function describeEvent(facts: AuditFacts, actor: Actor): Described {
  const who = actorWords(actor);
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
    case "reminder.queued":
      return event(
        "mail",
        `A reminder of ${counted(facts.siteCount, "public site")} was written to ${counted(facts.recipientCount, "Super User")}`,
        { Period: facts.period },
      );
    case "reminder.nothing-public":
      return event("mail", "No reminder was needed: no site was public then", { Period: facts.period });
    case "setting.changed":
      return event(
        "setting",
        `${who} changed ${settingWords(facts.setting)} from ${facts.from || "nobody"} to ${facts.to || "nobody"}`,
      );
    case "reminders.pace-set":
      return event("setting", paceSentence(facts, who), {
        How: facts.chosenIn === "one-click" ? "unsubscribed in the mail program" : "under Settings",
      });
    case "roster.baseline":
      return event(
        "setting",
        `The Super Users were noted for the first time: ${counted(facts.logins.length, "login")}`,
        {
          Logins: listed(facts.logins),
        },
      );
    case "roster.changed":
      return event("roster", rosterSentence(facts), {
        Added: listed(facts.added.map(({ login, email }) => `${login} (${email || "no address"})`)),
        Removed: listed(facts.removed.map(({ login, email }) => `${login} (${email || "no address"})`)),
        "Other address": listed(
          facts.moved.map(({ login, from, to }) => `${login} (from ${from || "no address"} to ${to || "no address"})`),
        ),
      });
    case "recipient.unreachable":
      return event("failed", `No mail reaches ${listed(facts.logins)} any more`, {
        Because: unreachableWords(facts.why),
      });
    case "recipient.reachable":
      return event("mail", `Mail reaches ${listed(facts.logins)} again`);
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
    case "alerts.folded":
      return event(
        "mail",
        `${counted(facts.count, "alert")} about what ${facts.login} did within a minute became one mail`,
        facts.shown < facts.count ? { "Not named in it": String(facts.count - facts.shown) } : {},
      );
    case "mail.resent":
      return event("mail", `${who} had ${mailWords(facts.kind)} sent again to ${listed(facts.logins)}`);
    case "mail.dismissed":
      return event("mail", `${who} settled that ${listed(facts.logins)} did not get ${mailWords(facts.kind)}`, {
        "Told otherwise": facts.note,
      });
    case "mail.escalated":
      return event(
        facts.ok ? "mail" : "failed",
        `The second channel ${facts.ok ? "was told" : "could not be told"} that ${mailWords(facts.kind)} did not go out`,
        { Error: facts.error },
      );
    case "webhook.refused":
      return event("refused", "A report about mail that did not prove to come from the mail provider was refused", {
        Because: facts.reason,
      });
    case "cron.refused":
      return event("refused", `A call of ${facts.route} without the right secret was refused`);
    case "flood.capped":
      return event(
        "refused",
        facts.login === null
          ? `More than ${facts.limit} refusals within a minute: the others are in the portal's log only`
          : `More than ${facts.limit} refused sign-ins as ${facts.login} within a minute: the others are in the portal's log only`,
      );
    default:
      return describeChange(facts, who);
  }
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

function rosterSentence({ added, removed, moved }: Extract<AuditFacts, { type: "roster.changed" }>): string {
  const parts = [
    ...(added.length > 0 ? [`${counted(added.length, "Super User")} added`] : []),
    ...(removed.length > 0 ? [`${counted(removed.length, "Super User")} removed`] : []),
    ...(moved.length > 0 ? [`${counted(moved.length, "address", "addresses")} changed`] : []),
  ];
  return `The Super Users are not what they were: ${listed(parts)}`;
}

function paceSentence({ pace, recipient }: Extract<AuditFacts, { type: "reminders.pace-set" }>, who: string): string {
  return pace === "monthly"
    ? `${who} slowed the reminders to ${recipient} to monthly`
    : `${who} let the reminders to ${recipient} come as often as everybody's again`;
}

const UNREACHABLE: Record<string, string> = {
  bounced: "their mail server refused a mail for good",
  complained: "a mail was reported as spam from their mailbox",
  suppressed: "the mail provider refuses to send to their address",
};

function unreachableWords(why: string): string {
  return UNREACHABLE[why] ?? why;
}

function settingWords(setting: string): string {
  switch (setting) {
    case "reminder-cadence":
      return "the reminders";
    case "second-factor":
      return "the second factor for publishing";
    case "unconfirmed-rule":
      return "after how many periods a site that nobody confirms becomes private,";
    case "extra-recipients":
      return "who is told besides the Super Users";
    default:
      return `“${setting}”`;
  }
}
