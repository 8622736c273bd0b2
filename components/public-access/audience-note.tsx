import { Mail } from "lucide-react";
import { Alert } from "@/components/ui/alert";
import { counted } from "@/components/ui/plural";
import type { Consequences } from "@/lib/public-access/schema";
import { UnreachableList } from "./unreachable-list";

/** Who hears of it, and who would not. */
export function AudienceNote({ login, consequences }: { login: string; consequences: Consequences }) {
  const { recipientCount, unreachable } = consequences;
  if (recipientCount === 0) {
    return (
      <Alert tone="danger" title="Nobody would hear of it">
        No Super User has an e-mail address that can be used, so the portal refuses to publish. Set one in Matomo first.
      </Alert>
    );
  }
  const mails = recipientCount === 1 ? "1 Super User gets a mail" : `${recipientCount} Super Users get a mail`;
  return (
    <section className="text-sm">
      <h3 className="font-semibold">Who will be told</h3>
      <p className="mt-2 flex gap-2.5">
        <Mail className="mt-0.5 size-4 shrink-0 text-ink-faint" aria-hidden="true" />
        <span>
          {mails} at once{unreachable.some((one) => one.login === login) ? "" : ", you too"}, and regular reminders for
          as long as it is public. The mail has your login, your reason, your IP address and browser.
        </span>
      </p>
      {unreachable.length > 0 && (
        <Alert
          tone="danger"
          className="mt-3"
          title={`${counted(unreachable.length, "Super User")} will not hear of it`}
        >
          <UnreachableList unreachable={unreachable} />
        </Alert>
      )}
    </section>
  );
}
