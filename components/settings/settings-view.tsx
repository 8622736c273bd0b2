import Link from "next/link";
import { ExactMoment } from "@/components/ui/moment";
import { counted } from "@/components/ui/plural";
import type { Viewer } from "@/lib/auth/schema";
import type { SettingsView as Settings } from "@/lib/settings/schema";
import { CadenceForm } from "./cadence-form";
import { LockCard } from "./lock-card";
import { OwnPaceForm } from "./own-pace-form";
import { RecipientsList } from "./recipients-list";
import { SecondFactorCard } from "./second-factor-card";
import { SettingsCard } from "./settings-card";
import { UnconfirmedRuleForm } from "./unconfirmed-rule-form";

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
  const { cadence, secondFactor, timeZone, nextReminderAt, recipients, transport, ownPace, unconfirmedRule } = settings;
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
      <SettingsCard
        title="Your own reminders"
        description={
          <>
            <p>You can have them every month instead of every week, never not at all. Alerts always come at once.</p>
            <p>The link at the end of each reminder does the same. The other Super Users see it below.</p>
          </>
        }
      >
        {ownPace === null ? (
          <p className="text-danger text-sm">
            Your Matomo account has no e-mail address that can be used, so no mail reaches you. Set one in Matomo, under
            Personal, Settings.
          </p>
        ) : (
          <OwnPaceForm key={ownPace} saved={ownPace} cadence={cadence} viewer={viewer} />
        )}
      </SettingsCard>
      <SettingsCard
        title="Sites that nobody confirms"
        description={
          <>
            <p>
              Each reminder asks about each public site whether it is still meant to be public. The answers are given on
              the page{" "}
              <Link href="/review" className="underline">
                Review
              </Link>
              .
            </p>
            <p>Changing this rule is told to every Super User.</p>
          </>
        }
      >
        <UnconfirmedRuleForm key={unconfirmedRule} saved={unconfirmedRule} cadence={cadence} viewer={viewer} />
      </SettingsCard>
      <LockCard lock={settings.lock} viewer={viewer} />
      <SecondFactorCard rule={secondFactor} viewer={viewer} />
      <SettingsCard
        title="Who hears of it"
        description={
          <>
            <p>
              {counted(recipients.length, "Super User")} of this Matomo, each with a mail of their own. Nobody can
              unsubscribe; reminders can be slowed to every month.
            </p>
            <p>{TRANSPORTS[transport]}</p>
            <p>
              What became of each mail is under{" "}
              <Link href="/deliveries" className="underline">
                Deliveries
              </Link>
              .
            </p>
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
