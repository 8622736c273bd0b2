import { CalendarClock, KeyRound, Mail, MailWarning, ShieldCheck } from "lucide-react";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { buttonStyles } from "@/components/ui/button-styles";
import type { ListedSuperUser } from "@/lib/domain/settings/schema";
import type { ListedRecipients } from "./listed-recipients";
import type { SaySettings } from "./say-settings";
import { SettingsCard } from "./settings-card";

type RecipientsCardProps = {
  recipients: ListedRecipients;
  /** whether they are reached by mail, in a sentence */
  reach: string;
  /** how single sign-on is called here; null when there is none */
  singleSignOn: string | null;
  say: SaySettings;
};

/** Every Super User: whether a mail can reach them, and whether they have a second factor. */
export function RecipientsCard({ recipients, reach, singleSignOn, say }: RecipientsCardProps) {
  const { listed, total, many, unreachable } = recipients;
  const more = total > listed.length;
  return (
    <SettingsCard
      title={say("who.title")}
      description={
        <>
          <p>{reach}.</p>
          <p>{say("who.count")}</p>
          <p>
            {say.rich("who.deliveries", {
              link: (words) => (
                <Link href="/alerts" className="underline">
                  {words}
                </Link>
              ),
            })}
          </p>
        </>
      }
    >
      {unreachable > 0 && <p className="mb-3 text-danger text-sm">{say("who.unreachable", { count: unreachable })}</p>}
      <ul className="divide-y divide-line text-sm">
        {listed.map((person) => (
          <Person key={person.login} person={person} singleSignOn={singleSignOn} say={say} />
        ))}
      </ul>
      {many && (
        <Link
          href={more ? "/settings?recipients=all" : "/settings"}
          scroll={false}
          className={buttonStyles({ size: "sm", variant: "quiet" })}
        >
          {more ? say("who.showAll", { count: total }) : say("who.showFew")}
        </Link>
      )}
    </SettingsCard>
  );
}

type PersonProps = Pick<RecipientsCardProps, "singleSignOn" | "say"> & { person: ListedSuperUser };

function Person({ person, singleSignOn, say }: PersonProps) {
  const { login, email, reachable, hasSecondFactor, external, slowReminders } = person;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2.5">
      <div className="min-w-0">
        <p className="break-words font-medium">
          <bdi>{login}</bdi>
        </p>
        <p className="break-all text-ink-soft">{email ? <bdi>{email}</bdi> : say("who.noAddress")}</p>
        {external && (
          <p className="text-ink-soft">
            {singleSignOn === null ? say("who.external") : say("who.externalWith", { name: singleSignOn })}
          </p>
        )}
      </div>
      <div className="flex flex-wrap gap-2">
        {hasSecondFactor ? (
          <Badge icon={ShieldCheck}>{say("who.secondFactor")}</Badge>
        ) : (
          <Badge tone="caution" icon={KeyRound}>
            {say("who.noSecondFactor")}
          </Badge>
        )}
        {slowReminders && <Badge icon={CalendarClock}>{say("who.monthly")}</Badge>}
        {reachable ? (
          <Badge icon={Mail}>{say(slowReminders ? "who.everyAlert" : "who.everyMail")}</Badge>
        ) : (
          <Badge tone="danger" icon={MailWarning}>
            {say("who.nothing")}
          </Badge>
        )}
      </div>
    </li>
  );
}
