import Link from "next/link";
import type { ActivityTranslator } from "./activity-intl";
import type { Described } from "./described";
import type { EventSites } from "./sites-of";

type EventDetailsProps = { t: ActivityTranslator; details: Described["details"]; sites: EventSites | null };

/** What else is known of an event. Sites are folded away when there are several. */
export function EventDetails({ t, details, sites }: EventDetailsProps) {
  const count = sites ? sites.named.length + sites.more : 0;
  return (
    <>
      {details.length > 0 && (
        <dl className="mt-1 text-ink-soft">
          {details.map(({ label, value }) => (
            <div key={label} className="flex gap-2">
              <dt className="shrink-0 text-ink-faint">{label}:</dt>
              <dd className="min-w-0 break-words">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {sites && count === 1 && <SiteList t={t} sites={sites} />}
      {sites && count > 1 && (
        <details className="mt-1">
          <summary className="min-h-6 w-fit text-accent hover:underline">{t("event.showSites", { count })}</summary>
          <SiteList t={t} sites={sites} />
        </details>
      )}
    </>
  );
}

function SiteList({ t, sites }: { t: ActivityTranslator; sites: EventSites }) {
  return (
    <ul className="mt-1 text-ink-soft">
      {sites.named.map((site) => {
        const id = String(site.id);
        return (
          <li key={site.id} className="break-words">
            <bdi>{site.name}</bdi>{" "}
            <Link
              href={`/activity?site=${id}`}
              prefetch={false}
              title={t("event.allOfSite", { id })}
              className="text-ink-faint underline decoration-line-strong underline-offset-2 hover:text-accent"
            >
              {t("event.id", { id })}
            </Link>
            {site.url && (
              <span className="text-ink-faint">
                {" · "}
                <bdi>{site.url}</bdi>
              </span>
            )}
          </li>
        );
      })}
      {sites.more > 0 && <li>{t("event.more", { count: sites.more })}</li>}
    </ul>
  );
}
