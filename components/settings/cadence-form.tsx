"use client";

import { useTranslations } from "use-intl";
import type { Viewer } from "@/lib/auth/schema";
import { setReminderCadenceAction } from "@/lib/domain/settings/actions";
import type { Cadence } from "@/lib/ledger/settings/terms";
import { ChoiceForm } from "./choice-form";

/** How often every Super User is reminded. Saving the weaker choice takes a proof. */
export function CadenceForm({ saved, viewer }: { saved: Cadence; viewer: Viewer }) {
  const say = useTranslations("settings");
  return (
    <ChoiceForm<Cadence>
      legend={say("reminders.legend")}
      saved={saved}
      choices={[
        { value: "weekly", label: say("reminders.weekly"), detail: say("reminders.weeklyDetail") },
        { value: "monthly", label: say("reminders.monthly"), detail: say("reminders.monthlyDetail") },
      ]}
      saving={(cadence) => ({
        viewer,
        action: cadence === "monthly" ? "weaken-reminders" : "tighten",
        run: () => setReminderCadenceAction({ cadence }),
        done: {
          title: say(cadence === "monthly" ? "reminders.savedMonthly" : "reminders.savedWeekly"),
          description: say("beingTold"),
        },
        notifies: say("tellsAll"),
      })}
    />
  );
}
