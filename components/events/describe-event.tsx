import type { ReactNode } from "react";
import { seenLabel } from "@/components/findings/finding-labels";
import { ExactMoment, Through } from "@/components/ui/moment";
import { Typed } from "@/components/ui/typed";
import { EVENTS, type EventLook } from "@/lib/ledger/audit/event-terms";
import type { Actor, AuditFacts } from "@/lib/ledger/audit/schema";
import { parseFindingDetail } from "@/lib/ledger/facts/seen-schema";
import { isChoice, isSetting } from "@/lib/ledger/settings/terms";
import { charactersOf } from "@/lib/platform/typed-text-terms";
import type { Messages } from "@/messages/catalogue";
import type { ActivityTranslator, EventIntl } from "./activity-intl";
import { becauseLabel, chosenBy, commandLabel, findingLabel, mailLabel } from "./command-labels";
import { tracesDetails } from "./describe-traces";
import { isolated, listed, listedNames } from "./names";
import { periodLabel } from "./period-label";
import { choiceLabel } from "./setting-label";

type Detail = keyof Messages["activity"]["labels"];
export type EventDetail = { label: Detail; value: ReactNode };
type Described = { look: EventLook; sentence: ReactNode; details: EventDetail[] };

/** One recorded event in plain words. Sites are shown apart; see `sitesOf`. */
export function describeEvent(facts: AuditFacts, actor: Actor, intl: EventIntl): Described {
  const details = Object.entries(detailsOf(facts, intl)) as [Detail, ReactNode][];
  return {
    look: facts.type === "mail.escalated" && !facts.ok ? "failed" : EVENTS[facts.type].look,
    sentence: intl.t.rich(`events.${sentenceOf(facts)}`, valuesOf(facts, actor, intl)),
    details: details.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
  };
}

/** Who did it: a login, a job of the app, or somebody not signed in. */
export function actorLabel(t: ActivityTranslator, actor: Actor): string {
  if (actor.type === "superUser") return actor.login;
  return t(actor.type === "system" ? `actors.${actor.job}` : "actors.visitor");
}

function sentenceOf(facts: AuditFacts) {
  switch (facts.type) {
    case "sign-in.refused":
      return facts.login === null ? "sign-in.refusedUnknown" : facts.type;
    case "session.ended":
      return `${facts.type}.${facts.scope}` as const;
    case "public-access.revoked":
      return `${facts.type}.${facts.cause}` as const;
    case "public-access.rows-removed":
      return `${facts.type}.${facts.rows}` as const;
    case "public-access.paused":
      return "public-access.locked";
    case "public-access.pause-dropped":
      return "public-access.unlocked";
    case "reminders.pace-set":
      return `${facts.type}.${facts.pace}` as const;
    case "mail.sent":
      return `${facts.type}.${facts.logins.length === 0 ? "counted" : "named"}` as const;
    case "mail.failed":
      return `${facts.type}.${facts.final ? "final" : "again"}` as const;
    case "mail.escalated":
      return `${facts.type}.${facts.ok ? "told" : "failed"}` as const;
    default:
      return facts.type;
  }
}

/** What a sentence may name: each fact under its own name, or in words. */
function valuesOf(facts: AuditFacts, actor: Actor, intl: EventIntl) {
  const { t, tSetting, format } = intl;
  const plain = Object.entries(facts).filter(([, fact]) => typeof fact === "string" || typeof fact === "number");
  const siteCount = "siteCount" in facts ? facts.siteCount : "siteIds" in facts ? facts.siteIds.length : 0;
  return {
    ...Object.fromEntries<string | number>(plain),
    ...{ by: isolated, name: isolated, who: actorLabel(t, actor), sites: t("siteCount", { count: siteCount }) },
    names: () => listedNames(intl, "logins" in facts && facts.type !== "refusals.counted" ? facts.logins : []),
    ...("action" in facts && { command: commandLabel(t, facts.action, siteCount) }),
    ...("method" in facts && { method: t("method", chosenBy(facts.method)) }),
    ...("finding" in facts && { finding: findingLabel(intl.tFindings, facts.finding) }),
    ...("kind" in facts && { mail: mailLabel(t, facts.kind), kind: chosenBy(facts.kind.split(".")[0] ?? "").key }),
    ...("days" in facts && { days: format.number(facts.days, { style: "unit", unit: "day", unitDisplay: "long" }) }),
    ...("lost" in facts && { lost: lostLabel(facts.lost, intl) }),
    ...(facts.type === "webhook.refused" && { path: facts.reason.split(":")[0] }),
    ...(facts.type === "setting.changed" && {
      name: () => (isSetting(facts.setting) ? tSetting(`of.${facts.setting}.name`) : isolated(facts.setting)),
    }),
  };
}

/** Numbers of the events that are gone: `8–10`; `8–…` where the last is unknown. */
function lostLabel({ from, to }: { from: number; to: number | null }, { format }: EventIntl): string {
  return to === from ? format.number(from) : `${format.number(from)}–${to === null ? "…" : format.number(to)}`;
}

/** What else is known of an event: each fact in one form, whichever event has it. What is empty is left out. */
function detailsOf(facts: AuditFacts, intl: EventIntl): Partial<Record<Detail, ReactNode>> {
  const { t } = intl;
  switch (facts.type) {
    case "sign-in.refused":
    case "step-up.refused":
      return { because: becauseLabel(t, facts.reason) };
    case "request.refused":
      return { because: becauseLabel(t, facts.code) };
    case "action.refused":
      return { because: becauseLabel(t, facts.code), siteIds: listedNames(intl, facts.siteIds.map(String)) };
    case "step-up.locked":
      return { until: <ExactMoment iso={facts.until} /> };
    case "public-access.granted":
      return {
        why: <Typed>{facts.reason}</Typed>,
        end: endLabel(facts.until, t("noEndDate")),
        couldNotBeTold: listedNames(intl, facts.unreachable),
      };
    case "public-access.revoked":
      return { couldNotBeTold: listedNames(intl, facts.unreachable) };
    case "public-access.extended":
      return { end: endLabel(facts.until, t("noEndDate")) };
    case "public-access.kept":
    case "mail.dismissed":
      return { note: charactersOf(facts.note) && <Typed>{facts.note}</Typed> };
    case "public-access.lapse-near":
      return { at: <ExactMoment iso={facts.lapsesAt} /> };
    case "public-access.locked":
    case "public-access.paused":
    case "public-access.block-explained":
      return { why: facts.reason && <Typed>{facts.reason}</Typed> };
    case "public-access.resumed":
    case "public-access.unlocked":
      return { notPublicAgain: facts.left && t("siteCount", { count: facts.left }) };
    case "public-access.pause-dropped":
      return { notPublicAgain: facts.siteIds.length > 0 && t("siteCount", { count: facts.siteIds.length }) };
    case "public-access.granted-outside":
      return facts.traces ? tracesDetails(facts.traces, facts.siteIds.length, t) : {};
    case "public-access.revoked-outside":
      if (!facts.traces) return {};
      return {
        firstMissing: <ExactMoment iso={facts.traces.to} />,
        ...tracesDetails(facts.traces, facts.siteIds.length, t),
      };
    case "finding.opened":
    case "finding.changed":
      return { seen: eachSeen(facts.details, intl) };
    case "finding.acknowledged":
      return { why: <Typed>{facts.reason}</Typed>, end: endLabel(facts.until, t("untilItChanges")) };
    case "roster.baseline":
      return { logins: listedNames(intl, facts.logins) };
    case "roster.changed":
      return {
        added: listed(facts.added.map((one) => person(one, t))),
        removed: listed(facts.removed.map((one) => person(one, t))),
        otherAddress: listed(facts.moved.map((one) => moved(one, t))),
      };
    case "recipient.unreachable":
      return { because: t("unreachable", chosenBy(facts.why)) };
    case "reminder.queued":
    case "reminder.nothing-public":
      return { period: isolated(periodLabel(intl, facts.period)) };
    case "reminders.pace-set":
      return { how: t("paceChosen", { chosenIn: facts.chosenIn }) };
    case "setting.changed":
      return {
        before: settingValue(facts.setting, facts.from, intl),
        now: settingValue(facts.setting, facts.to, intl),
      };
    case "drill.started":
      return { couldNotBeTold: listedNames(intl, facts.withoutMail) };
    case "mail.failed":
    case "mail.escalated":
      return { error: facts.error && isolated(facts.error) };
    case "alerts.folded":
      return { notNamed: facts.shown < facts.count && intl.format.number(facts.count - facts.shown) };
    case "log.went-back":
      return { lastKept: facts.since && <ExactMoment iso={facts.since} /> };
    case "mails.forgotten":
    case "origins.forgotten":
      return { olderThan: <ExactMoment iso={facts.before} /> };
    case "refusals.counted":
      return {
        logins: listedNames(
          intl,
          facts.logins.map(({ login, times }) => `${login} (${times})`),
        ),
        since: <ExactMoment iso={facts.since} />,
      };
    case "flood.capped":
      return { logins: facts.login && isolated(facts.login) };
    default:
      return {};
  }
}

function endLabel(until: string | null, without: string): ReactNode {
  return until === null ? without : <Through endsAt={until} />;
}

/** What was seen, each thing once: `admin`, `2 rows and 3 rows`. */
function eachSeen(details: Readonly<Record<string, string>>, intl: EventIntl): ReactNode {
  const seen = [...new Set(Object.values(details))].map((detail) =>
    seenLabel(intl.tFindings, { seen: parseFindingDetail(detail) }),
  );
  return listedNames(
    intl,
    seen.filter((one) => one !== ""),
  );
}

function person({ login, email }: { login: string; email: string }, t: ActivityTranslator): ReactNode {
  return t.rich("person", { name: isolated, login, email: email ? "some" : "none", address: () => isolated(email) });
}

function moved({ login, from, to }: { login: string; from: string; to: string }, t: ActivityTranslator): ReactNode {
  const addresses = { from: () => isolated(from), to: () => isolated(to) };
  return t.rich("moved", {
    name: isolated,
    login,
    ...addresses,
    had: from ? "some" : "none",
    has: to ? "some" : "none",
  });
}

function settingValue(setting: string, value: string, { tSetting }: EventIntl): ReactNode {
  if (isSetting(setting) && isChoice(setting)) return choiceLabel(tSetting, setting, value);
  return value === "" ? tSetting("empty") : isolated(value);
}
