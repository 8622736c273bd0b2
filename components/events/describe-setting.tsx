import type { ReactNode } from "react";
import type { AuditFacts } from "@/lib/ledger/audit/schema";
import { isSetting, type SettingName } from "@/lib/ledger/settings/terms";
import type { ActivityWords, SayActivity } from "./activity-words";
import { type Described, described as event } from "./described";
import { isolated } from "./names";
import { periodWords } from "./period-words";

type Setting = Extract<AuditFacts, { type: "setting.changed" | `reminder.${string}` | `reminders.${string}` }>;

/** What was set, and the reminders that came of it. */
export function describeSetting(facts: Setting, who: string, words: ActivityWords): Described {
  const { say } = words;
  const by = { by: isolated, name: isolated, who };
  switch (facts.type) {
    case "reminder.queued":
      return event("mail", say("events.reminder.queued", { sites: facts.siteCount, count: facts.recipientCount }), {
        [say("labels.period")]: isolated(periodWords(words, facts.period)),
      });
    case "reminder.nothing-public":
      return event("mail", say("events.reminder.nothing-public"), {
        [say("labels.period")]: isolated(periodWords(words, facts.period)),
      });
    case "reminders.pace-set":
      return event(
        "setting",
        say.rich(`events.reminders.pace-set.${facts.pace}`, { ...by, recipient: facts.recipient }),
        { [say("labels.how")]: say("paceChosen", { chosenIn: facts.chosenIn.replaceAll("-", "_") }) },
      );
    case "setting.changed": {
      const { setting, from, to } = facts;
      if (!isSetting(setting)) {
        return event("setting", say.rich("otherSetting", { ...by, setting }), {
          [say("labels.before")]: isolated(from),
          [say("labels.now")]: isolated(to),
        });
      }
      return event("setting", say.rich(`settings.${setting}.changed`, by), {
        [say("labels.before")]: valueWords(say, setting, from),
        [say("labels.now")]: valueWords(say, setting, to),
      });
    }
  }
}

function valueWords(say: SayActivity, setting: SettingName, value: string): ReactNode {
  return say.rich(`settings.${setting}.value`, {
    value: value || "none",
    count: Number(value) || 0,
    typed: value,
    name: isolated,
  });
}
