import type { Exposure } from "./facts";
import type { FactRow } from "./letter";
import type { Line } from "./line";
import type { Say } from "./say";
import { both } from "./wording";

/** What a public site shows to anyone (docs/matomo.md#what-strangers-get). */
export function exposureRow(exposure: Exposure, say: Say): FactRow {
  const { annotations } = exposure;
  return {
    label: say.text("exposure.label"),
    lines: [
      say.line("exposure.reports"),
      visitsLog(exposure, say),
      userIds(exposure, say),
      ...(annotations ? [say.line(`exposure.annotations.${annotations}`)] : []),
    ],
  };
}

function visitsLog({ visitsLog: state, hiddenLogs }: Exposure, say: Say): Line {
  const isHiddenSomewhere = state === "hidden" || state === "shown-on-some";
  if (isHiddenSomewhere && hiddenLogs === "readable") return say.line("exposure.hiddenLogsReadable");
  const known = say.line(`exposure.visitsLog.${state}`);
  return isHiddenSomewhere && hiddenLogs === "unknown"
    ? both(known, say.line("exposure.hiddenLogsUnknown"), say)
    : known;
}

function userIds({ userIds: state, rawUserIds }: Exposure, say: Say): Line {
  if (state !== "shown-on-some" || !rawUserIds) return say.line(`exposure.userIds.${state}`);
  const { total, sites } = rawUserIds;
  const names = sites.map(({ name }) => say.apart(name));
  if (total > sites.length) names.push("…");
  return say.line("exposure.userIdsOnSome", { sites: { outside: names.join(", ") }, count: total });
}
