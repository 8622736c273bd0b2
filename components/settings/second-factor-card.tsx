"use client";

import { Lock } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Viewer } from "@/lib/auth/schema";
import type { SettingsView } from "@/lib/domain/settings/schema";
import { SecondFactorForm } from "./second-factor-form";
import { SettingsCard } from "./settings-card";

type SecondFactorCardProps = { rule: SettingsView["secondFactor"]; viewer: Viewer };

/** The rule that publishing takes a second factor; not ours to change while Matomo demands one of everybody. */
export function SecondFactorCard({ rule, viewer }: SecondFactorCardProps) {
  const say = useTranslations("settings.secondFactor");
  const { choice, demandedByMatomo, yours } = rule;
  return (
    <SettingsCard
      title={say("title")}
      description={
        <>
          <p>{say("meaning")}</p>
          <p>{say("told")}</p>
        </>
      }
    >
      {demandedByMatomo ? (
        <div className="flex gap-3 rounded-lg border border-line bg-surface-sunken px-3 py-2.5 text-sm">
          <Lock className="mt-0.5 size-4 shrink-0 text-ink-faint" aria-hidden="true" />
          <div>
            <p className="font-medium">{say("demanded")}</p>
            <p className="text-ink-soft">{say(yours ? "demandedYours" : "demandedNotYours")}</p>
          </div>
        </div>
      ) : (
        <SecondFactorForm saved={choice} yours={yours} viewer={viewer} />
      )}
    </SettingsCard>
  );
}
