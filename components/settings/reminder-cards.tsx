"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { ExactMoment } from "@/components/ui/moment";
import type { Viewer } from "@/lib/auth/schema";
import type { SettingsView } from "@/lib/domain/settings/schema";
import { CadenceForm } from "./cadence-form";
import { OwnPaceForm } from "./own-pace-form";
import { SettingsCard } from "./settings-card";
import { UnconfirmedRuleForm } from "./unconfirmed-rule-form";

type ReminderCardsProps = {
  settings: Pick<SettingsView, "cadence" | "nextReminderAt" | "ownPace" | "unconfirmedRule">;
  viewer: Viewer;
};

/** How often everybody and the viewer are reminded, and what becomes of sites that nobody confirms. */
export function ReminderCards({ settings, viewer }: ReminderCardsProps) {
  const say = useTranslations("settings");
  const { cadence, nextReminderAt, ownPace, unconfirmedRule } = settings;
  return (
    <>
      <SettingsCard
        title={say("reminders.title")}
        description={
          <>
            <p>{say("reminders.meaning")}</p>
            <p>{say("reminders.never")}</p>
            <p>{say.rich("reminders.next", { at: () => <ExactMoment iso={nextReminderAt} /> })}</p>
          </>
        }
      >
        <CadenceForm saved={cadence} viewer={viewer} />
      </SettingsCard>
      <SettingsCard
        title={say("own.title")}
        description={
          <>
            <p>{say("own.meaning")}</p>
            <p>{say("own.link")}</p>
          </>
        }
      >
        {ownPace === null ? (
          <p className="text-danger text-sm">{say("own.noAddress")}</p>
        ) : (
          <OwnPaceForm saved={ownPace} cadence={cadence} viewer={viewer} />
        )}
      </SettingsCard>
      <SettingsCard
        title={say("unconfirmed.title")}
        description={
          <>
            <p>
              {say.rich("unconfirmed.meaning", {
                link: (words) => (
                  <Link href="/review" className="underline">
                    {words}
                  </Link>
                ),
              })}
            </p>
            <p>{say("unconfirmed.told")}</p>
          </>
        }
      >
        <UnconfirmedRuleForm saved={unconfirmedRule} cadence={cadence} viewer={viewer} />
      </SettingsCard>
    </>
  );
}
