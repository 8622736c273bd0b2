import type { ReactNode } from "react";
import type { AuditFacts } from "@/lib/ledger/audit/schema";
import type { ActivityIntl, ActivityTranslator } from "./activity-intl";
import { unreachableLabel } from "./command-labels";
import { type Described, described as event } from "./described";
import { isolated, listedNames } from "./names";

type About = Extract<AuditFacts, { type: `roster.${string}` | `recipient.${string}` }>;
type RosterChange = Extract<AuditFacts, { type: "roster.changed" }>;

/** What became of the Super Users and of those who are notified. */
export function describePerson(facts: About, intl: ActivityIntl): Described {
  const { t } = intl;
  switch (facts.type) {
    case "roster.baseline":
      return event("setting", t("events.roster.baseline", { count: facts.logins.length }), {
        [t("labels.logins")]: listedNames(intl, facts.logins),
      });
    case "roster.changed":
      return event("roster", t("events.roster.changed", { parts: partLabel(facts, intl) }), {
        [t("labels.added")]: people(intl, facts.added),
        [t("labels.removed")]: people(intl, facts.removed),
        [t("labels.otherAddress")]: moves(intl, facts.moved),
      });
    case "recipient.unreachable":
      return event("failed", t.rich("events.recipient.unreachable", { names: () => listedNames(intl, facts.logins) }), {
        [t("labels.because")]: unreachableLabel(t, facts.why),
      });
    case "recipient.reachable":
      return event("mail", t.rich("events.recipient.reachable", { names: () => listedNames(intl, facts.logins) }));
  }
}

function partLabel(facts: RosterChange, { t, format }: ActivityIntl): string {
  const parts = (["added", "removed", "moved"] as const).flatMap((part) =>
    facts[part].length === 0 ? [] : [t(`rosterParts.${part}`, { count: facts[part].length })],
  );
  return format.list(parts);
}

function people(intl: ActivityIntl, all: RosterChange["added"]): ReactNode {
  return listedLines(all.map(({ login, email }) => ({ key: login, line: person(intl.t, login, email) })));
}

function person(t: ActivityTranslator, login: string, email: string): ReactNode {
  const address = () => isolated(email);
  return t.rich("person", { name: isolated, login, email: email === "" ? "none" : "some", address });
}

function moves({ t }: ActivityIntl, all: RosterChange["moved"]): ReactNode {
  return listedLines(
    all.map(({ login, from, to }) => ({
      key: login,
      line: t.rich("moved", {
        ...{ name: isolated, login, from: () => isolated(from), to: () => isolated(to) },
        had: from === "" ? "none" : "some",
        has: to === "" ? "none" : "some",
      }),
    })),
  );
}

function listedLines(lines: readonly { key: string; line: ReactNode }[]): ReactNode {
  if (lines.length === 0) return null;
  return (
    <ul>
      {lines.map(({ key, line }) => (
        <li key={key}>{line}</li>
      ))}
    </ul>
  );
}
