import { CalendarClock, KeyRound, Mail, MailWarning, ShieldCheck } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import type { ListedSuperUser } from "@/lib/settings/schema";

type RecipientsListProps = {
  recipients: readonly ListedSuperUser[];
  /** how single sign-on is called here; null when there is none */
  singleSignOn: string | null;
};

/** Every Super User: whether a mail can reach them, and whether they have a second factor. */
export function RecipientsList({ recipients, singleSignOn }: RecipientsListProps) {
  const unreachable = recipients.filter((recipient) => !recipient.reachable).length;
  return (
    <>
      <ul className="divide-y divide-line text-sm">
        {recipients.map(({ login, email, reachable, hasSecondFactor, external, slowReminders }) => (
          <li key={login} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2.5">
            <div className="min-w-0">
              <p className="font-medium">
                <bdi>{login}</bdi>
              </p>
              <p className="break-words text-ink-soft">
                <bdi>{email || "no e-mail address"}</bdi>
              </p>
              {external && <p className="text-ink-soft">{externalWords(singleSignOn)}</p>}
            </div>
            <div className="flex flex-wrap gap-2">
              {hasSecondFactor ? (
                <Badge icon={ShieldCheck}>Second factor</Badge>
              ) : (
                <Badge tone="caution" icon={KeyRound}>
                  No second factor
                </Badge>
              )}
              {slowReminders && <Badge icon={CalendarClock}>Reminders every month</Badge>}
              {reachable ? (
                <Badge icon={Mail}>{slowReminders ? "Gets every alert" : "Gets every mail"}</Badge>
              ) : (
                <Badge tone="danger" icon={MailWarning}>
                  Hears nothing
                </Badge>
              )}
            </div>
          </li>
        ))}
      </ul>
      {unreachable > 0 && (
        <p className="mt-3 text-danger text-sm">
          {unreachable === 1 ? "This Super User" : "These Super Users"} would not hear of a change. Set an e-mail
          address that can be used in Matomo (Administration, Users); the portal never changes Matomo's users itself.
          Deliveries says why.
        </p>
      )}
    </>
  );
}

function externalWords(singleSignOn: string | null): string {
  const words = "Signs in through LDAP: cannot sign in here with a password";
  return singleSignOn === null ? `${words}.` : `${words}, can sign in with ${singleSignOn}.`;
}
