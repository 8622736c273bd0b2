import type { Exposure } from "./facts";
import type { FactRow } from "./letter";
import type { Line } from "./line";
import type { MailTranslator } from "./mail-translator";
import { both } from "./wording";

/** What a public site shows to anyone (docs/matomo.md#what-anonymous-visitors-get). */
export function exposureRow(exposure: Exposure, t: MailTranslator): FactRow {
  const { annotations } = exposure;
  return {
    label: t.text("exposure.label"),
    lines: [
      t.line("exposure.reports"),
      visitsLog(exposure, t),
      userIds(exposure, t),
      ...(annotations ? [t.line(`exposure.annotations.${annotations}`)] : []),
    ],
  };
}

function visitsLog({ visitsLog: state, hiddenLogs }: Exposure, t: MailTranslator): Line {
  const isHiddenSomewhere = state === "hidden" || state === "shown-on-some";
  if (isHiddenSomewhere && hiddenLogs === "readable") return t.line("exposure.hiddenLogsReadable");
  const known = t.line(`exposure.visitsLog.${state}`);
  return isHiddenSomewhere && hiddenLogs === "unknown" ? both(known, t.line("exposure.hiddenLogsUnknown"), t) : known;
}

function userIds({ userIds: state, rawUserIds }: Exposure, t: MailTranslator): Line {
  if (state !== "shown-on-some" || !rawUserIds) return t.line(`exposure.userIds.${state}`);
  const { total, sites } = rawUserIds;
  const names = sites.map(({ name }) => t.apart(name));
  if (total > sites.length) names.push("…");
  return t.line("exposure.userIdsOnSome", { sites: { outside: names.join(", ") }, count: total });
}
