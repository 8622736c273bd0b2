import type { useTranslations } from "use-intl";
import type { PublishConsequences } from "@/lib/public-access/reading/schema";

export type PublishWords = ReturnType<typeof useTranslations<"publish">>;

/** `personal`: shown, and it may say something about single people; `unknown`: the portal cannot tell. */
export type Exposed = { shown: "yes" | "personal" | "unknown" | "no"; words: string };

/**
 * What strangers see of the chosen sites on this instance (facts 3 and 3.1), one sentence each.
 * @param dayOf prints the day of a moment
 */
export function exposureWords(
  say: PublishWords,
  consequences: PublishConsequences,
  dayOf: (iso: string) => string,
): Exposed[] {
  const { firstDataAt, firstDataUnknownCount, aliasUrlCount, rollUps } = consequences;
  return [
    {
      shown: "yes",
      words: firstDataAt === null ? say("see.reports") : say("see.reportsSince", { day: dayOf(firstDataAt) }),
    },
    ...when<Exposed>(firstDataAt !== null && firstDataUnknownCount > 0, {
      shown: "unknown",
      words: say("see.firstUnknown", { count: firstDataUnknownCount }),
    }),
    { shown: "yes", words: say("see.exports") },
    { shown: "yes", words: say("see.list") },
    visitsLog(say, consequences),
    { shown: "no", words: visitorProfile(say, consequences) },
    consequences.userIdReport === "shown"
      ? { shown: "personal", words: say("see.userIds") }
      : { shown: "yes", words: say("see.pseudonyms") },
    { shown: "personal", words: say("see.addresses") },
    { shown: "unknown", words: say("see.segments") },
    { shown: aliasUrlCount > 0 ? "yes" : "no", words: say("see.aliases", { count: aliasUrlCount }) },
    ...when<Exposed>(rollUps.chosenCount > 0, {
      shown: "personal",
      words: say("see.rollUps", { count: rollUps.chosenCount }),
    }),
    ...when<Exposed>(rollUps.inMatomo > rollUps.chosenCount, { shown: "unknown", words: say("see.rollUpsElsewhere") }),
  ];
}

function visitsLog(say: PublishWords, { visitsLogSwitch, siteCount }: PublishConsequences): Exposed {
  const { everywhere, offCount } = visitsLogSwitch;
  if (everywhere === "off") return { shown: "no", words: say("see.noLog") };
  if (offCount === 0) return { shown: "personal", words: say("see.log") };
  if (offCount >= siteCount) return { shown: "no", words: say("see.noLogHere", { count: siteCount }) };
  const counts = { shown: siteCount - offCount, all: siteCount, hidden: offCount };
  return { shown: "personal", words: say("see.logPart", counts) };
}

function visitorProfile(say: PublishWords, { visitorProfileSwitch, siteCount }: PublishConsequences): string {
  const { everywhere, offCount } = visitorProfileSwitch;
  if (everywhere === "off" || (offCount > 0 && offCount >= siteCount)) return say("see.profileOff");
  return offCount === 0 ? say("see.profileOn") : say("see.profilePart", { hidden: offCount, all: siteCount });
}

function when<T>(holds: boolean, item: T): T[] {
  return holds ? [item] : [];
}
