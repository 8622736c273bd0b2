import type { Exposure } from "./facts";
import type { Block } from "./letter";
import type { Say } from "./say";

/** What a public site shows to strangers, in sentences (facts 3 and 3.1). */
export function exposureBlock(exposure: Exposure, total: number, title: string, say: Say): Block {
  return {
    type: "list",
    title,
    items: [
      say.line("exposure.reports", { count: total }),
      say.line("exposure.exports"),
      say.line("exposure.visitsLog", { state: exposure.visitsLog }),
      say.line("exposure.userIds", { state: exposure.userIds }),
      say.line("exposure.personal"),
      say.line("exposure.siteList"),
    ],
  };
}
