import type { ReactNode } from "react";
import { ExactMoment } from "@/components/ui/moment";
import type { Found, Person, Traces } from "@/lib/ledger/facts/traces-schema";
import type { ActivityTranslator } from "./activity-intl";
import { isolated, listed } from "./names";

/**
 * Who could have made a change and was active around it, as far as Matomo recorded, and what that does not show, as
 * details of an event. It says of nobody that they made it.
 */
export function tracesDetails({ from, found }: Traces, total: number, t: ActivityTranslator) {
  return {
    previousCheck: <ExactMoment iso={from} />,
    couldHave: found === null ? t("traces.unreadable") : listed(peopleLabel(found, total, t)),
    notShown: found && listed(limitLabel(found, t)),
  };
}

function peopleLabel({ counts, people }: Found, total: number, t: ActivityTranslator): ReactNode[] {
  const everybody = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return [
    ...people.flatMap((person) => personLabel(person, total, t)),
    ...(everybody === 0 ? [t("traces.nobody")] : []),
    ...(everybody > people.length ? [t("traces.counts", counts)] : []),
  ];
}

function personLabel(person: Person, total: number, t: ActivityTranslator): ReactNode[] {
  const { login, right, sites, was, pages, tokens, moreTokens } = person;
  const role = t("traces.role", { right, reach: sites < total ? "some" : "all", sites, total });
  const who = { name: isolated, login, role };
  if (was === "absent" || was === "unknown") return [t.rich(`traces.${was}`, who)];
  return [
    ...(pages ? [t.rich(`traces.pages.${pages.was}`, who)] : []),
    ...tokens.map((token) => t.rich(`traces.token.${token.was}`, { ...who, token: token.description })),
    ...(moreTokens > 0 ? [t.rich("traces.moreTokens", { ...who, count: moreTokens })] : []),
  ];
}

function limitLabel({ pages, tokens, activityLog }: Found, t: ActivityTranslator): ReactNode[] {
  return [
    t("traces.limits.change"),
    t("traces.limits.precision"),
    ...(pages ? [] : [t("traces.limits.noPages")]),
    ...(tokens ? [] : [t("traces.limits.noTokens")]),
    t("traces.limits.others"),
    ...(activityLog ? [t("traces.limits.activityLog")] : []),
  ];
}
