import { ExactMoment } from "@/components/ui/moment";
import { Typed } from "@/components/ui/typed";
import type { Actor, AuditFacts } from "@/lib/ledger/audit/schema";
import type { EventIntl } from "./activity-intl";
import { actorLabel } from "./actor-label";
import { codeLabel, commandLabel, mailLabel, methodLabel, reasonLabel } from "./command-labels";
import { describeChange } from "./describe-change";
import { describePerson } from "./describe-person";
import { describeSetting } from "./describe-setting";
import { type Described, described as event } from "./described";
import { isolated, listedNames } from "./names";

/**
 * One recorded event in plain words. Sites are shown apart; see `sitesOf`. A new type of event does not compile until
 * it has words here or in one of the files beside.
 */
export function describeEvent(facts: AuditFacts, actor: Actor, intl: EventIntl): Described {
  const { t } = intl;
  const who = actorLabel(t, actor);
  const by = { by: isolated, name: isolated, who };
  switch (facts.type) {
    case "sign-in.succeeded":
      return event("session", t.rich("events.sign-in.succeeded", { ...by, method: methodLabel(t, facts.method) }));
    case "sign-in.code-asked":
      return event("session", t.rich("events.sign-in.code-asked", by));
    case "sign-in.refused":
      return event(
        "refused",
        facts.login === null
          ? t("events.sign-in.refusedUnknown")
          : t.rich("events.sign-in.refused", { ...by, login: facts.login }),
        { [t("labels.because")]: isolated(reasonLabel(t, facts.reason)) },
      );
    case "sign-in.password-known": {
      const { login, times } = facts;
      return event("refused", t.rich("events.sign-in.password-known", { ...by, login, times }));
    }
    case "sign-out":
      return event("session", t.rich("events.sign-out", by));
    case "step-up.succeeded": {
      const action = commandLabel(t, facts.action, facts.siteCount);
      const method = methodLabel(t, facts.method);
      return event("session", t.rich("events.step-up.succeeded", { ...by, deed: action, method }));
    }
    case "step-up.refused":
      return event("refused", t.rich("events.step-up.refused", { ...by, deed: commandLabel(t, facts.action) }), {
        [t("labels.because")]: isolated(reasonLabel(t, facts.reason)),
      });
    case "step-up.locked":
      return event("refused", t.rich("events.step-up.locked", { ...by, wrong: facts.wrong }), {
        [t("labels.until")]: <ExactMoment iso={facts.until} />,
      });
    case "session.ended":
      return event("session", t.rich(`events.session.ended.${facts.scope}`, { ...by, count: facts.count }));
    case "request.refused":
      return event("refused", t.rich("events.request.refused", { ...by, path: facts.path }), {
        [t("labels.because")]: isolated(codeLabel(t, facts.code)),
      });
    case "action.refused": {
      const action = commandLabel(t, facts.action, facts.siteCount);
      return event("refused", t.rich("events.action.refused", { ...by, deed: action }), {
        [t("labels.because")]: isolated(codeLabel(t, facts.code)),
        [t("labels.siteIds")]: listedNames(intl, facts.siteIds.map(String)),
      });
    }
    case "mail.sent": {
      const mail = mailLabel(t, facts.kind);
      return event(
        "mail",
        facts.logins.length === 0
          ? t("events.mail.sent.counted", { count: facts.count, mail })
          : t.rich("events.mail.sent.named", { names: () => listedNames(intl, facts.logins), mail }),
      );
    }
    case "mail.failed": {
      const values = { names: () => listedNames(intl, facts.logins), mail: mailLabel(t, facts.kind) };
      return event("failed", t.rich(`events.mail.failed.${facts.final ? "final" : "again"}`, values), {
        [t("labels.error")]: isolated(facts.error),
      });
    }
    case "mail.resent": {
      const values = { names: () => listedNames(intl, facts.logins), mail: mailLabel(t, facts.kind) };
      return event("mail", t.rich("events.mail.resent", { ...by, ...values }));
    }
    case "mail.dismissed": {
      const values = { names: () => listedNames(intl, facts.logins), mail: mailLabel(t, facts.kind) };
      return event("mail", t.rich("events.mail.dismissed", { ...by, ...values }), {
        [t("labels.toldOtherwise")]: <Typed>{facts.note}</Typed>,
      });
    }
    case "mail.escalated": {
      const sentence = t(`events.mail.escalated.${facts.ok ? "told" : "failed"}`, {
        mail: mailLabel(t, facts.kind),
      });
      return event(facts.ok ? "mail" : "failed", sentence, {
        [t("labels.error")]: facts.error && isolated(facts.error),
      });
    }
    case "drill.started":
      return event("mail", t.rich("events.drill.started", { ...by, count: facts.recipientCount }), {
        [t("labels.couldNotBeTold")]: listedNames(intl, facts.withoutMail),
      });
    case "alerts.folded":
      return event("mail", t.rich("events.alerts.folded", { ...by, count: facts.count, login: facts.login }), {
        [t("labels.notNamed")]: facts.shown < facts.count ? intl.format.number(facts.count - facts.shown) : null,
      });
    case "log.went-back": {
      const { from, to } = facts.lost;
      const gone = to === null ? "after" : to === from ? "one" : "some";
      return event("failed", t("events.log.went-back", { gone, from, to: to ?? from, last: from - 1 }), {
        [t("labels.lastKept")]: facts.since && <ExactMoment iso={facts.since} />,
      });
    }
    case "installation.begun":
      return event("setting", t("events.installation.begun"));
    case "origins.forgotten":
      return event("setting", t("events.origins.forgotten", { count: facts.count, through: facts.through }), {
        [t("labels.olderThan")]: <ExactMoment iso={facts.before} />,
      });
    case "mails.forgotten":
      return event("mail", t("events.mails.forgotten", { count: facts.count }), {
        [t("labels.olderThan")]: <ExactMoment iso={facts.before} />,
      });
    case "webhook.refused":
      return event("refused", t("events.webhook.refused"), { [t("labels.because")]: isolated(facts.reason) });
    case "outside.asked":
      return event("finding", t.rich("events.outside.asked", by));
    case "cron.refused":
      return event("refused", t.rich("events.cron.refused", { ...by, route: facts.route }));
    case "refusals.counted": {
      const { times, networks, logins, since } = facts;
      const kind = facts.kind.split(".")[0] ?? "";
      return event(
        "refused",
        kind === "sign-in"
          ? t("events.refusals.counted.signIns", { times, networks })
          : t.rich("events.refusals.counted.others", { ...by, times, networks, kind }),
        {
          [t("labels.logins")]: listedNames(
            intl,
            logins.map((named) => `${named.login} (${named.times})`),
          ),
          [t("labels.since")]: <ExactMoment iso={since} />,
        },
      );
    }
    case "flood.capped":
      return event(
        "refused",
        facts.login === null
          ? t("events.flood.capped.all", { limit: facts.limit })
          : t.rich("events.flood.capped.login", { ...by, limit: facts.limit, login: facts.login }),
      );
    case "reminder.queued":
    case "reminder.nothing-public":
    case "reminders.pace-set":
    case "setting.changed":
      return describeSetting(facts, who, intl);
    case "roster.baseline":
    case "roster.changed":
    case "recipient.unreachable":
    case "recipient.reachable":
      return describePerson(facts, intl);
    default:
      return describeChange(facts, who, intl);
  }
}
