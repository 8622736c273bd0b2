import { Link } from "@/components/ui/link";
import type { AuditFacts } from "@/lib/ledger/audit/schema";
import type { ActivityTranslator } from "./activity-intl";
import type { EventDetail } from "./describe-event";

type EventDetailsProps = { t: ActivityTranslator; details: readonly EventDetail[]; facts: AuditFacts };

/** What else is known of an event. Sites are folded away when there are several. */
export function EventDetails({ t, details, facts }: EventDetailsProps) {
  const about = "sites" in facts ? facts : { siteIds: [], sites: [] };
  const count = about.siteIds.length;
  const list = <SiteList t={t} sites={about.sites} more={count - about.sites.length} />;
  return (
    <>
      {details.length > 0 && (
        <dl className="mt-1 text-ink-soft">
          {details.map(({ label, value }) => (
            <div key={label} className="flex gap-2">
              <dt className="shrink-0 text-ink-faint">{t(`labels.${label}`)}:</dt>
              <dd className="min-w-0 break-words">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {count === 1 && list}
      {count > 1 && (
        <details className="mt-1">
          <summary className="min-h-6 w-fit text-accent hover:underline">
            {t("event.showSites", { sites: t("siteCount", { count }) })}
          </summary>
          {list}
        </details>
      )}
    </>
  );
}

type SiteListProps = {
  t: ActivityTranslator;
  sites: readonly { id: number; name: string; url: string }[];
  more: number;
};

function SiteList({ t, sites, more }: SiteListProps) {
  return (
    <ul className="mt-1 text-ink-soft">
      {sites.map(({ id, name, url }) => (
        <li key={id} className="break-words">
          <bdi>{name}</bdi>{" "}
          <Link
            href={`/activity?site=${id}`}
            prefetch={false}
            title={t("event.allOfSite", { id: String(id) })}
            className="text-ink-faint underline decoration-line-strong underline-offset-2 hover:text-accent"
          >
            {t("event.id", { id: String(id) })}
          </Link>
          {url && (
            <span className="text-ink-faint">
              {" · "}
              <bdi>{url}</bdi>
            </span>
          )}
        </li>
      ))}
      {more > 0 && <li>{t("event.more", { count: more })}</li>}
    </ul>
  );
}
