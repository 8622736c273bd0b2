import { Lock } from "lucide-react";
import type { Viewer } from "@/lib/auth/schema";
import type { SettingsView } from "@/lib/settings/schema";
import { SecondFactorForm } from "./second-factor-form";
import { SettingsCard } from "./settings-card";

type SecondFactorCardProps = { rule: SettingsView["secondFactor"]; viewer: Viewer };

/** The rule that publishing takes a second factor; not ours to change while Matomo demands one of everybody. */
export function SecondFactorCard({ rule, viewer }: SecondFactorCardProps) {
  const { choice, demandedByMatomo, yours } = rule;
  return (
    <SettingsCard
      title="Second factor"
      description={
        <>
          <p>Whether making a site public takes a code as well as the password, or single sign-on with both.</p>
          <p>
            Who has no second factor can still see everything and make sites private. Changing this rule is told to
            every Super User.
          </p>
        </>
      }
    >
      {demandedByMatomo ? (
        <div className="flex gap-3 rounded-lg border border-line bg-surface-sunken px-3 py-2.5 text-sm">
          <Lock className="mt-0.5 size-4 shrink-0 text-ink-faint" aria-hidden="true" />
          <div>
            <p className="font-medium">Required, because Matomo demands it of everybody</p>
            <p className="text-ink-soft">
              {yours
                ? "It can be changed in Matomo only, under Administration, System, General settings."
                : "You have no second factor, so you can make sites private but not public. Set one up in Matomo, under Personal, Security."}
            </p>
          </div>
        </div>
      ) : (
        <SecondFactorForm key={choice} saved={choice} yours={yours} viewer={viewer} />
      )}
    </SettingsCard>
  );
}
