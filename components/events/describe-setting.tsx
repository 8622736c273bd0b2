import type { ReactNode } from "react";
import type { AuditFacts } from "@/lib/ledger/audit/schema";
import { isSetting, type SettingName } from "@/lib/ledger/settings/terms";
import type { ActivityIntl, ActivityTranslator } from "./activity-intl";
import { type Described, described as event } from "./described";
import { isolated } from "./names";
import { periodLabel } from "./period-label";

type Setting = Extract<AuditFacts, { type: "setting.changed" | `reminder.${string}` | `reminders.${string}` }>;

/** What was set, and the reminders that came of it. */
export function describeSetting(facts: Setting, who: string, intl: ActivityIntl): Described {
  const { t } = intl;
  const by = { by: isolated, name: isolated, who };
  switch (facts.type) {
    case "reminder.queued":
      return event("mail", t("events.reminder.queued", { sites: facts.siteCount, count: facts.recipientCount }), {
        [t("labels.period")]: isolated(periodLabel(intl, facts.period)),
      });
    case "reminder.nothing-public":
      return event("mail", t("events.reminder.nothing-public"), {
        [t("labels.period")]: isolated(periodLabel(intl, facts.period)),
      });
    case "reminders.pace-set":
      return event(
        "setting",
        t.rich(`events.reminders.pace-set.${facts.pace}`, { ...by, recipient: facts.recipient }),
        { [t("labels.how")]: t("paceChosen", { chosenIn: facts.chosenIn.replaceAll("-", "_") }) },
      );
    case "setting.changed": {
      const { setting, from, to } = facts;
      if (!isSetting(setting)) {
        return event("setting", t.rich("otherSetting", { ...by, setting }), {
          [t("labels.before")]: isolated(from),
          [t("labels.now")]: isolated(to),
        });
      }
      return event("setting", t.rich(`settings.${setting}.changed`, by), {
        [t("labels.before")]: valueLabel(t, setting, from),
        [t("labels.now")]: valueLabel(t, setting, to),
      });
    }
  }
}

function valueLabel(t: ActivityTranslator, setting: SettingName, value: string): ReactNode {
  return t.rich(`settings.${setting}.value`, {
    value: value || "none",
    count: Number(value) || 0,
    typed: value,
    name: isolated,
  });
}
