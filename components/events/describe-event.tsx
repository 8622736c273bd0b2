import { ExactMoment } from "@/components/ui/moment";
import { Typed } from "@/components/ui/typed";
import type { Actor, AuditFacts } from "@/lib/ledger/audit/schema";
import type { EventWords } from "./activity-words";
import { actorWords } from "./actor-words";
import { codeWords, commandWords, mailWords, methodWords, reasonWords } from "./deed-words";
import { describeChange } from "./describe-change";
import { describePerson } from "./describe-person";
import { describeSetting } from "./describe-setting";
import { type Described, described as event } from "./described";
import { isolated, listedNames } from "./names";

/**
 * One recorded event in plain words. Sites are shown apart; see `sitesOf`. A new type of event does not compile until
 * it has words here or in one of the files beside.
 */
export function describeEvent(facts: AuditFacts, actor: Actor, words: EventWords): Described {
  const { say } = words;
  const who = actorWords(say, actor);
  const by = { by: isolated, name: isolated, who };
  switch (facts.type) {
    case "sign-in.succeeded":
      return event("session", say.rich("events.sign-in.succeeded", { ...by, method: methodWords(say, facts.method) }));
    case "sign-in.code-asked":
      return event("session", say.rich("events.sign-in.code-asked", by));
    case "sign-in.refused":
      return event(
        "refused",
        facts.login === null
          ? say("events.sign-in.refusedUnknown")
          : say.rich("events.sign-in.refused", { ...by, login: facts.login }),
        { [say("labels.because")]: isolated(reasonWords(say, facts.reason)) },
      );
    case "sign-in.password-known": {
      const { login, times } = facts;
      return event("refused", say.rich("events.sign-in.password-known", { ...by, login, times }));
    }
    case "sign-out":
      return event("session", say.rich("events.sign-out", by));
    case "step-up.succeeded": {
      const action = commandWords(say, facts.action, facts.siteCount);
      const method = methodWords(say, facts.method);
      return event("session", say.rich("events.step-up.succeeded", { ...by, deed: action, method }));
    }
    case "step-up.refused":
      return event("refused", say.rich("events.step-up.refused", { ...by, deed: commandWords(say, facts.action) }), {
        [say("labels.because")]: isolated(reasonWords(say, facts.reason)),
      });
    case "step-up.locked":
      return event("refused", say.rich("events.step-up.locked", { ...by, wrong: facts.wrong }), {
        [say("labels.until")]: <ExactMoment iso={facts.until} />,
      });
    case "session.ended":
      return event("session", say.rich(`events.session.ended.${facts.scope}`, { ...by, count: facts.count }));
    case "request.refused":
      return event("refused", say.rich("events.request.refused", { ...by, path: facts.path }), {
        [say("labels.because")]: isolated(codeWords(say, facts.code)),
      });
    case "action.refused": {
      const action = commandWords(say, facts.action, facts.siteCount);
      return event("refused", say.rich("events.action.refused", { ...by, deed: action }), {
        [say("labels.because")]: isolated(codeWords(say, facts.code)),
        [say("labels.siteIds")]: listedNames(words, facts.siteIds.map(String)),
      });
    }
    case "mail.sent": {
      const mail = mailWords(say, facts.kind);
      return event(
        "mail",
        facts.logins.length === 0
          ? say("events.mail.sent.counted", { count: facts.count, mail })
          : say.rich("events.mail.sent.named", { names: () => listedNames(words, facts.logins), mail }),
      );
    }
    case "mail.failed": {
      const values = { names: () => listedNames(words, facts.logins), mail: mailWords(say, facts.kind) };
      return event("failed", say.rich(`events.mail.failed.${facts.final ? "final" : "again"}`, values), {
        [say("labels.error")]: isolated(facts.error),
      });
    }
    case "mail.resent": {
      const values = { names: () => listedNames(words, facts.logins), mail: mailWords(say, facts.kind) };
      return event("mail", say.rich("events.mail.resent", { ...by, ...values }));
    }
    case "mail.dismissed": {
      const values = { names: () => listedNames(words, facts.logins), mail: mailWords(say, facts.kind) };
      return event("mail", say.rich("events.mail.dismissed", { ...by, ...values }), {
        [say("labels.toldOtherwise")]: <Typed>{facts.note}</Typed>,
      });
    }
    case "mail.escalated": {
      const sentence = say(`events.mail.escalated.${facts.ok ? "told" : "failed"}`, {
        mail: mailWords(say, facts.kind),
      });
      return event(facts.ok ? "mail" : "failed", sentence, {
        [say("labels.error")]: facts.error && isolated(facts.error),
      });
    }
    case "drill.started":
      return event("mail", say.rich("events.drill.started", { ...by, count: facts.recipientCount }), {
        [say("labels.couldNotBeTold")]: listedNames(words, facts.withoutMail),
      });
    case "alerts.folded":
      return event("mail", say.rich("events.alerts.folded", { ...by, count: facts.count, login: facts.login }), {
        [say("labels.notNamed")]: facts.shown < facts.count ? words.format.number(facts.count - facts.shown) : null,
      });
    case "log.went-back": {
      const { from, to } = facts.lost;
      const gone = to === null ? "after" : to === from ? "one" : "some";
      return event("failed", say("events.log.went-back", { gone, from, to: to ?? from, last: from - 1 }), {
        [say("labels.lastKept")]: facts.since && <ExactMoment iso={facts.since} />,
      });
    }
    case "installation.begun":
      return event("setting", say("events.installation.begun"));
    case "origins.forgotten":
      return event("setting", say("events.origins.forgotten", { count: facts.count, through: facts.through }), {
        [say("labels.olderThan")]: <ExactMoment iso={facts.before} />,
      });
    case "mails.forgotten":
      return event("mail", say("events.mails.forgotten", { count: facts.count }), {
        [say("labels.olderThan")]: <ExactMoment iso={facts.before} />,
      });
    case "webhook.refused":
      return event("refused", say("events.webhook.refused"), { [say("labels.because")]: isolated(facts.reason) });
    case "outside.asked":
      return event("finding", say.rich("events.outside.asked", by));
    case "cron.refused":
      return event("refused", say.rich("events.cron.refused", { ...by, route: facts.route }));
    case "refusals.counted": {
      const { times, networks, logins, since } = facts;
      const kind = facts.kind.split(".")[0] ?? "";
      return event(
        "refused",
        kind === "sign-in"
          ? say("events.refusals.counted.signIns", { times, networks })
          : say.rich("events.refusals.counted.others", { ...by, times, networks, kind }),
        {
          [say("labels.logins")]: listedNames(
            words,
            logins.map((named) => `${named.login} (${named.times})`),
          ),
          [say("labels.since")]: <ExactMoment iso={since} />,
        },
      );
    }
    case "flood.capped":
      return event(
        "refused",
        facts.login === null
          ? say("events.flood.capped.all", { limit: facts.limit })
          : say.rich("events.flood.capped.login", { ...by, limit: facts.limit, login: facts.login }),
      );
    case "reminder.queued":
    case "reminder.nothing-public":
    case "reminders.pace-set":
    case "setting.changed":
      return describeSetting(facts, who, words);
    case "roster.baseline":
    case "roster.changed":
    case "recipient.unreachable":
    case "recipient.reachable":
      return describePerson(facts, words);
    default:
      return describeChange(facts, who, words);
  }
}
