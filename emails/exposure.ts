import type { Exposure } from "./facts";
import type { Block } from "./letter";
import type { Line } from "./line";
import type { Say } from "./say";

/** What a public site shows to strangers, in sentences (docs/matomo.md#what-strangers-get). */
export function exposureBlock(exposure: Exposure, total: number, title: string, say: Say): Block {
  return {
    type: "list",
    title,
    items: [
      say.line("exposure.reports", { count: total }),
      say.line("exposure.exports"),
      ...visitsLog(exposure, say),
      userIds(exposure, say),
      ...(exposure.annotations ? [say.line(`exposure.annotations.${exposure.annotations}`)] : []),
      say.line("exposure.personal"),
      say.line("exposure.siteList"),
    ],
  };
}

function visitsLog({ visitsLog: state, hiddenLogs }: Exposure, say: Say): Line[] {
  if (state === "unknown") return [say.line("exposure.visitsLogUnknown")];
  const isHiddenSomewhere = state !== "shown";
  if (isHiddenSomewhere && hiddenLogs === "readable") return [say.line("exposure.hiddenLogsReadable")];
  const said = say.line("exposure.visitsLog", { state });
  return isHiddenSomewhere && hiddenLogs === "unknown" ? [said, say.line("exposure.hiddenLogsUnknown")] : [said];
}

function userIds({ userIds: state, rawUserIds }: Exposure, say: Say): Line {
  if (state === "unknown") return say.line("exposure.userIdsUnknown");
  if (state !== "shown-on-some" || !rawUserIds) return say.line("exposure.userIds", { state });
  const { total, sites } = rawUserIds;
  const names = sites.map(({ name }) => say.apart(name));
  if (total > sites.length) names.push("…");
  return say.line("exposure.userIdsOnSome", { sites: { outside: names.join(", ") }, count: total });
}
