import type { useTranslations } from "use-intl";
import type { PublishConsequences } from "@/lib/domain/public-access/reading-schema";

type PublishTranslator = ReturnType<typeof useTranslations<"publish">>;

/** `personal`: shown, and it may say something about single people; `unknown`: the portal cannot tell. */
type Exposed = { shown: "yes" | "personal" | "unknown" | "no"; words: string };

/**
 * What strangers see of the chosen sites on this instance (docs/matomo.md#what-anonymous-visitors-get), one sentence each.
 * @param dayOf prints the day of a moment
 */
export function exposureLabel(
  t: PublishTranslator,
  consequences: PublishConsequences,
  dayOf: (iso: string) => string,
): Exposed[] {
  const { firstDataAt, firstDataUnknownCount, aliasUrlCount, rollUps } = consequences;
  return [
    {
      shown: "yes",
      words: firstDataAt === null ? t("see.reports") : t("see.reportsSince", { day: dayOf(firstDataAt) }),
    },
    ...when<Exposed>(firstDataAt !== null && firstDataUnknownCount > 0, {
      shown: "unknown",
      words: t("see.firstUnknown", { count: firstDataUnknownCount }),
    }),
    { shown: "yes", words: t("see.exports") },
    { shown: "yes", words: t("see.list") },
    ...when<Exposed>(consequences.descriptions !== "none", {
      shown: consequences.descriptions === "shown" ? "yes" : "unknown",
      words: t(`see.descriptions.${consequences.descriptions === "shown" ? "shown" : "unknown"}`),
    }),
    ...visitsLog(t, consequences),
    visitorProfile(t, consequences),
    userIds(t, consequences),
    ...userIdCollection(t, consequences),
    {
      shown: ANNOTATIONS[consequences.annotations],
      words: t(`see.annotations.${consequences.annotations}`),
    },
    { shown: "personal", words: t("see.addresses") },
    { shown: "unknown", words: t("see.segments") },
    { shown: aliasUrlCount > 0 ? "yes" : "no", words: t("see.aliases", { count: aliasUrlCount }) },
    ...when<Exposed>(rollUps.chosenCount > 0, {
      shown: "personal",
      words: t("see.rollUps", { count: rollUps.chosenCount }),
    }),
    ...when<Exposed>(rollUps.inMatomo > rollUps.chosenCount, { shown: "unknown", words: t("see.rollUpsElsewhere") }),
  ];
}

const ANNOTATIONS = { "with-authors": "personal", "without-authors": "yes", unknown: "unknown" } as const;

function visitsLog(t: PublishTranslator, consequences: PublishConsequences): Exposed[] {
  const { visitsLogSwitch, hiddenLogs, siteCount } = consequences;
  const { everywhere, offCount } = visitsLogSwitch;
  if (everywhere === "unknown") return [{ shown: "unknown", words: t("see.logUnknown") }];
  if (everywhere === "off") return [{ shown: "no", words: t("see.noLog") }];
  if (offCount === 0) return [{ shown: "personal", words: t("see.log") }];
  const counts = { shown: siteCount - offCount, all: siteCount, hidden: offCount };
  if (hiddenLogs === "readable") return [{ shown: "personal", words: t("see.hiddenLogsReadable", counts) }];
  return [
    offCount >= siteCount
      ? { shown: "no", words: t("see.noLogHere", { count: siteCount }) }
      : { shown: "personal", words: t("see.logPart", counts) },
    ...when<Exposed>(hiddenLogs === "unknown", { shown: "unknown", words: t("see.hiddenLogsUnknown") }),
  ];
}

function userIds(t: PublishTranslator, { userIdReport, rawUserIds }: PublishConsequences): Exposed {
  switch (userIdReport) {
    case "shown":
      return { shown: "personal", words: t("see.userIds") };
    case "pseudonymised":
      return { shown: "yes", words: t("see.pseudonyms") };
    case "shown-on-some": {
      const { total, sites } = rawUserIds ?? { total: 0, sites: [] };
      // Each name apart from the others, whichever way it is written.
      const names = sites.map(({ name }) => `\u2068${name}\u2069`);
      if (total > sites.length) names.push("…");
      return { shown: "personal", words: t("see.userIdsOnSome", { names: names.join(", "), count: total }) };
    }
    case "unknown":
      return { shown: "unknown", words: t("see.userIdsUnknown") };
  }
}

function userIdCollection(t: PublishTranslator, consequences: PublishConsequences): Exposed[] {
  const { everywhere, offCount } = consequences.userIdCollectionSwitch;
  return when<Exposed>(everywhere !== "unknown" && offCount > 0, {
    shown: "yes",
    words: t("see.userIdsStopped", { count: offCount, all: consequences.siteCount }),
  });
}

function visitorProfile(t: PublishTranslator, { visitorProfileSwitch, siteCount }: PublishConsequences): Exposed {
  const { everywhere, offCount } = visitorProfileSwitch;
  if (everywhere === "unknown") return { shown: "unknown", words: t("see.profileUnknown") };
  const isOff = everywhere === "off" || (offCount > 0 && offCount >= siteCount);
  if (isOff || offCount === 0) return { shown: "no", words: t(isOff ? "see.profileOff" : "see.profileOn") };
  return { shown: "no", words: t("see.profilePart", { hidden: offCount, all: siteCount }) };
}

function when<T>(holds: boolean, item: T): T[] {
  return holds ? [item] : [];
}
