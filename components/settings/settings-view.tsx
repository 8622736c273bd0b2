import { ExactMoment } from "@/components/ui/moment";
import { counted } from "@/components/ui/plural";
import type { Viewer } from "@/lib/auth/schema";
import type { SettingsView as Settings } from "@/lib/settings/schema";
import { CadenceForm } from "./cadence-form";
import { RecipientsList } from "./recipients-list";
import { SecondFactorCard } from "./second-factor-card";
import { SettingsCard } from "./settings-card";

const TRANSPORTS: Record<Settings["transport"], string> = {
  resend: "Mails go out through Resend.",
  smtp: "Mails go out through an SMTP server.",
  mailbox: "Mails go to the mailbox of this portal only; nobody gets one in real life.",
};

type SettingsViewProps = {
  settings: Settings;
  viewer: Viewer;
  /** how single sign-on is called here; null when there is none */
  singleSignOn: string | null;
};

export function SettingsView({ settings, viewer, singleSignOn }: SettingsViewProps) {
  const { cadence, secondFactor, timeZone, nextReminderAt, recipients, transport } = settings;
  return (
    <>
      <SettingsCard
        title="Reminders"
        description={
          <>
            <p>Every Super User gets a list of what is public, for as long as something is.</p>
            <p>Reminders cannot be switched off. Changing how often they come is told to every Super User.</p>
            <p>
              Next one: <ExactMoment iso={nextReminderAt} />
            </p>
          </>
        }
      >
        <CadenceForm key={cadence} saved={cadence} viewer={viewer} />
      </SettingsCard>
      <SecondFactorCard rule={secondFactor} viewer={viewer} />
      <SettingsCard
        title="Who hears of it"
        description={
          <>
            <p>
              {counted(recipients.length, "Super User")} of this Matomo, each with a mail of their own. Nobody can
              unsubscribe.
            </p>
            <p>{TRANSPORTS[transport]}</p>
          </>
        }
      >
        <RecipientsList recipients={recipients} singleSignOn={singleSignOn} />
      </SettingsCard>
      <SettingsCard
        title="Time zone"
        description="End dates and reminders follow the time zone that Matomo gives to new sites. Change it there, under Websites, Settings."
      >
        <p className="font-medium text-sm">{timeZone}</p>
      </SettingsCard>
    </>
  );
}
