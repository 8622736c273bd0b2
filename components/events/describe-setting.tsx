import type { ReactNode } from "react";
import type { AuditFacts } from "@/lib/ledger/audit/schema";
import type { ActivityWords, SayActivity } from "./activity-words";
import { type Described, described as event } from "./described";
import { isolated } from "./names";
import { periodWords } from "./period-words";

type Setting = Extract<AuditFacts, { type: "setting.changed" | `reminder.${string}` | `reminders.${string}` }>;
const settings = ["reminder-cadence", "second-factor", "unconfirmed-rule", "extra-recipients"] as const;

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
      const setting = settings.find((one) => one === facts.setting) ?? "other";
      return event("setting", say.rich(`events.setting.changed.${setting}`, { ...by, setting: facts.setting }), {
        [say("labels.before")]: valueWords(say, setting, facts.from),
        [say("labels.now")]: valueWords(say, setting, facts.to),
      });
    }
  }
}

function valueWords(say: SayActivity, setting: (typeof settings)[number] | "other", value: string): ReactNode {
  if (value === "") return say("values.none");
  switch (setting) {
    case "reminder-cadence":
    case "second-factor":
      return say(`values.${setting}`, { value });
    case "unconfirmed-rule":
      return say("values.unconfirmed-rule", { value, count: Number(value) || 0 });
    case "extra-recipients":
    case "other":
      return isolated(value);
  }
}
