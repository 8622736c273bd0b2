import { shortDate } from "@/components/ui/date-words";
import { counted, grouped } from "@/components/ui/plural";
import type { Consequences } from "@/lib/public-access/schema";
import type { ChosenSite } from "./chosen-site";

/** `personal`: shown, and it may say something about single people. */
export type Exposed = { shown: "yes" | "personal" | "no"; words: string };

/** What strangers see of these sites on this instance (facts 3 and 3.1), one sentence each. */
export function exposureWords(sites: readonly ChosenSite[], consequences: Consequences): Exposed[] {
  return [
    { shown: "yes", words: `All dashboards and every report, ${sinceWords(sites)}.` },
    { shown: "yes", words: "The same data as exports of any size and through Matomo's reporting API." },
    { shown: "yes", words: "The list of all public sites of this Matomo, which anyone can fetch." },
    visitsLog(sites, consequences),
    userIds(consequences),
    { shown: "personal", words: "Whatever stands in page addresses, page titles and searches, personal things too." },
  ];
}

function sinceWords(sites: readonly ChosenSite[]): string {
  const first = sites
    .map((site) => site.createdAt)
    .filter((at) => at !== null)
    .sort()[0];
  return first === undefined ? "from the first day of data on" : `with data since about ${shortDate(first, "UTC")}`;
}

function visitsLog(sites: readonly ChosenSite[], { visitsLog: log }: Consequences): Exposed {
  const hidden = sites.filter((site) => site.visitsLogHidden).length;
  if (log === "hidden") return { shown: "no", words: "No visits log: it is switched off on this Matomo." };
  if (hidden === sites.length) {
    const these = hidden === 1 ? "this site" : "these sites";
    return { shown: "no", words: `No visits log: it is switched off for ${these}.` };
  }
  const details = "every single visit with pages, time, place and device, without IP address and visitor id";
  if (hidden === 0) return { shown: "personal", words: `The visits log: ${details}.` };
  const part = `${grouped(sites.length - hidden)} of ${counted(sites.length, "site")}`;
  return {
    shown: "personal",
    words: `The visits log of ${part}: ${details}. It is switched off for the other ${grouped(hidden)}.`,
  };
}

function userIds({ userIds: ids }: Consequences): Exposed {
  return ids === "shown"
    ? { shown: "personal", words: "User ids, if these sites collect them. Often they are logins or e-mail addresses." }
    : { shown: "yes", words: "User ids only as pseudonyms." };
}
