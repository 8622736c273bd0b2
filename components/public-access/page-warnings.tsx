import Link from "next/link";
import { Alert } from "@/components/ui/alert";
import { ago } from "@/components/ui/date-words";
import { counted } from "@/components/ui/plural";
import type { Viewer } from "@/lib/auth/schema";
import type { Finding } from "@/lib/findings/schema";
import type { Consequences, SitesPage } from "@/lib/public-access/schema";
import { UnreachableList } from "./unreachable-list";
import { everyWords, watchIsLate } from "./watch-words";

type PageWarningsProps = {
  page: SitesPage;
  consequences: Consequences;
  viewer: Viewer;
  /** what the watch found; a warning that one of these says already is not said twice */
  findings: readonly Finding[];
};

/** What a Super User must know before trusting the list. */
export function PageWarnings({ page, consequences, viewer, findings }: PageWarningsProps) {
  const interval = everyWords(page);
  const missingIsFound = findings.some((one) => one.kind === "anonymous-missing" && one.needsAttention);
  return (
    <div className="flex flex-col gap-3 empty:hidden">
      {page.anonymousUser === "missing" && !missingIsFound && (
        <Alert tone="danger" title="Matomo's user “anonymous” is missing">
          Without it no site can be made public here. Matomo creates it at installation only; restore it from a backup.
        </Alert>
      )}
      {page.undelivered > 0 && (
        <Alert tone="danger" title={`${counted(page.undelivered, "mail")} to Super Users did not go out`}>
          Somebody who should have heard of a change has not.{" "}
          <Link href="/deliveries" className="underline">
            See the deliveries
          </Link>{" "}
          for which and why.
        </Alert>
      )}
      {page.lastWatchAt === null && (
        <Alert tone="caution" title="The watch has never run">
          Changes made outside this portal are not noticed yet. Have the server call /api/cron/watch {interval}.
        </Alert>
      )}
      {page.lastWatchAt !== null && watchIsLate(page) && (
        <Alert tone="caution" title={`The watch last looked ${ago(page.lastWatchAt, page.asOf)}`}>
          It should look {interval}. Changes made outside this portal since then have not been announced. Check the
          schedule of /api/cron/watch.
        </Alert>
      )}
      {!consequences.secondFactor.yours && (
        <NoSecondFactor required={consequences.secondFactor.required} provesBy={viewer.provesBy} />
      )}
      {consequences.unreachable.length > 0 && (
        <Alert
          tone="danger"
          title={`${counted(consequences.unreachable.length, "Super User")} would not hear of a change`}
        >
          <UnreachableList unreachable={consequences.unreachable} />
          <Link href="/deliveries" className="underline">
            See the deliveries
          </Link>
          , and set an address that can be used in Matomo.
        </Alert>
      )}
    </div>
  );
}

/** What it means to sign in without a second factor, and where to get one (S4). */
function NoSecondFactor({ required, provesBy }: { required: boolean; provesBy: Viewer["provesBy"] }) {
  const atTheProvider = provesBy === "single-sign-on";
  if (required) {
    return (
      <Alert tone="danger" title="You can make sites private, not public">
        Publishing takes a second factor here, and you did not sign in with one. Set one up{" "}
        {atTheProvider ? "at your sign-in provider" : "in Matomo, under Personal, Security"}, then sign in again.
      </Alert>
    );
  }
  return (
    <Alert tone="caution" title="You sign in without a second factor">
      {atTheProvider
        ? "Whoever can sign in as you at your provider can make sites public as you. Set up a second factor there."
        : "Whoever learns your password can make sites public as you. Set up two-factor authentication in Matomo, under Personal, Security."}
    </Alert>
  );
}
