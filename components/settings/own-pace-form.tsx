"use client";

import { useTranslations } from "use-intl";
import type { Viewer } from "@/lib/auth/schema";
import { setOwnRemindersAction } from "@/lib/domain/settings/actions";
import type { Cadence, OwnPace } from "@/lib/ledger/settings/terms";
import { ChoiceForm } from "./choice-form";

type OwnPaceFormProps = { saved: OwnPace; cadence: Cadence; viewer: Viewer };

/** How often the viewer is reminded. Never is no choice. */
export function OwnPaceForm({ saved, cadence, viewer }: OwnPaceFormProps) {
  const say = useTranslations("settings");
  return (
    <ChoiceForm<OwnPace>
      legend={say("own.legend")}
      saved={saved}
      choices={[
        {
          value: "as-everybody",
          label: say("own.asEverybody"),
          detail: say(cadence === "weekly" ? "own.weeklyNow" : "own.monthlyNow"),
        },
        { value: "monthly", label: say("own.monthly"), detail: say("own.monthlyDetail") },
      ]}
      saving={(pace) => ({
        viewer,
        action: "tighten",
        run: () => setOwnRemindersAction({ pace }),
        done: { title: say(pace === "monthly" ? "own.savedMonthly" : "own.savedAsEverybody") },
        notifies: say("tellsNobody"),
      })}
    />
  );
}
