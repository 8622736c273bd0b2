import { Mail, MailWarning } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import type { SettingsView } from "@/lib/settings/schema";

/** Every Super User and whether a mail can reach them. */
export function RecipientsList({ recipients }: Pick<SettingsView, "recipients">) {
  const unreachable = recipients.filter((recipient) => !recipient.reachable).length;
  return (
    <>
      <ul className="divide-y divide-line text-sm">
        {recipients.map(({ login, email, reachable }) => (
          <li key={login} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5">
            <div className="min-w-0">
              <p className="font-medium">
                <bdi>{login}</bdi>
              </p>
              <p className="break-words text-ink-soft">
                <bdi>{email || "no e-mail address"}</bdi>
              </p>
            </div>
            {reachable ? (
              <Badge icon={Mail}>Gets every mail</Badge>
            ) : (
              <Badge tone="danger" icon={MailWarning}>
                Hears nothing
              </Badge>
            )}
          </li>
        ))}
      </ul>
      {unreachable > 0 && (
        <p className="mt-3 text-danger text-sm">
          Set an e-mail address that can be used for {unreachable === 1 ? "this Super User" : "these Super Users"} in
          Matomo (Administration, Users). The portal never changes Matomo's users itself.
        </p>
      )}
    </>
  );
}
