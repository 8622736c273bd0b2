import type { Exposure } from "./facts";
import type { Block, Line } from "./letter";
import { theseSites } from "./wording";

const VISITS_LOG: Record<Exposure["visitsLog"], string> = {
  shown:
    "The visits log: every single visit with its pages, times, place and device. Matomo leaves out visitor IDs, IP addresses and visitor profiles.",
  hidden: "Not the visits log and not visitor profiles: they are turned off in this Matomo.",
  "shown-on-some":
    "The visits log of some of them: every single visit with its pages, times, place and device. On the others it is turned off. Visitor IDs, IP addresses and visitor profiles are left out everywhere.",
};

const USER_IDS: Record<Exposure["userIds"], string> = {
  shown: "User IDs, if they are tracked, as they were recorded. Often these are logins or e-mail addresses.",
  pseudonymised: "User IDs, if they are tracked, as pseudonyms. Those recorded before this was set stay as they were.",
};

/** What a public site shows to strangers, in sentences (facts 3 and 3.1). */
export function exposureBlock(exposure: Exposure, total: number, title: string): Block {
  const items: Line[] = [
    [`The dashboard and every report of ${theseSites(total)}, back to the first day of data.`],
    ["The same reports as exports in every format and through the API, with no login and no token."],
    [VISITS_LOG[exposure.visitsLog]],
    [USER_IDS[exposure.userIds]],
    ["Whatever is personal in page addresses, page titles and search words."],
    ["The list of all public sites with their addresses. Anyone can fetch it."],
  ];
  return { type: "list", title, items };
}
