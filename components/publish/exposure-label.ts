import type { useTranslations } from "use-intl";
import type { PublishConsequences } from "@/lib/domain/public-access/reading-schema";

type PublishTranslator = ReturnType<typeof useTranslations<"publish">>;

/** `personal`: shown, and it may say something about single people; `unknown`: it cannot be told. */
type Exposed = { shown: "yes" | "personal" | "unknown" | "no"; words: string };

/**
 * What anyone sees of the chosen sites on this instance (docs/matomo.md#what-anonymous-visitors-get), one sentence each.
 * @param dayOf prints the day of a moment
 */
export function exposureLabel(
  t: PublishTranslator,
  consequences: PublishConsequences,
  dayOf: (iso: string) => string,
): Exposed[] {
  const { firstDataAt, firstDataUnknownCount, aliasUrlCount, rollUps, annotations, descriptions } = consequences;
  const hasDay = firstDataAt !== null && firstDataUnknownCount === 0;
  return [
    { shown: "yes", words: hasDay ? t("see.reportsSince", { day: dayOf(firstDataAt) }) : t("see.reports") },
    { shown: "yes", words: t("see.exports") },
    { shown: "yes", words: t("see.list") },
    ...(descriptions === "none"
      ? []
      : [
          {
            shown: descriptions === "shown" ? ("yes" as const) : descriptions,
            words: t(`see.descriptions.${descriptions}`),
          },
        ]),
    ...visitsLog(t, consequences),
    userIds(t, consequences),
    { shown: ANNOTATIONS[annotations], words: t(`see.annotations.${annotations}`) },
    { shown: "personal", words: t("see.addresses") },
    { shown: "unknown", words: t("see.segments") },
    ...when(aliasUrlCount > 0, "yes", t("see.aliases", { count: aliasUrlCount })),
    ...when(rollUps.chosenCount > 0, "personal", t("see.rollUps", { count: rollUps.chosenCount })),
    ...when(rollUps.inMatomo > rollUps.chosenCount, "unknown", t("see.rollUpsElsewhere")),
    ...when(consequences.landsOnLogin, "yes", t("see.loginPage")),
  ];
}

const ANNOTATIONS = { "with-authors": "personal", "without-authors": "yes", unknown: "unknown" } as const;

function visitsLog(t: PublishTranslator, consequences: PublishConsequences): Exposed[] {
  const { visitsLogSwitch, hiddenLogs, siteCount: all } = consequences;
  const { everywhere, offCount: hidden } = visitsLogSwitch;
  if (everywhere === "unknown") return [{ shown: "unknown", words: t("see.logUnknown") }];
  const isOff = everywhere === "off" || (hidden > 0 && hidden >= all);
  if (everywhere === "on" && hidden > 0 && hiddenLogs === "readable") {
    return [{ shown: "personal", words: t("see.hiddenLogsReadable", { all, hidden }) }];
  }
  const part = hidden > 0 ? "yes" : "no";
  return [
    isOff
      ? { shown: "no", words: t("see.noLog") }
      : { shown: "personal", words: t("see.log", { part, shown: all - hidden, all }) },
    ...when(everywhere === "on" && hidden > 0 && hiddenLogs === "unknown", "unknown", t("see.hiddenLogsUnknown")),
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

function when(holds: boolean, shown: Exposed["shown"], words: string): Exposed[] {
  return holds ? [{ shown, words }] : [];
}
