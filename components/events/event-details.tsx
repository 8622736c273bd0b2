import Link from "next/link";
import type { SayActivity } from "./activity-words";
import type { Described } from "./described";
import type { EventSites } from "./sites-of";

type EventDetailsProps = { say: SayActivity; details: Described["details"]; sites: EventSites | null };

/** What else is known of an event. Sites are folded away when there are several. */
export function EventDetails({ say, details, sites }: EventDetailsProps) {
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
      {sites && count === 1 && <SiteList say={say} sites={sites} />}
      {sites && count > 1 && (
        <details className="mt-1">
          <summary className="min-h-6 w-fit text-accent hover:underline">{say("event.showSites", { count })}</summary>
          <SiteList say={say} sites={sites} />
        </details>
      )}
    </>
  );
}

function SiteList({ say, sites }: { say: SayActivity; sites: EventSites }) {
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
              title={say("event.allOfSite", { id })}
              className="text-ink-faint underline decoration-line-strong underline-offset-2 hover:text-accent"
            >
              {say("event.id", { id })}
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
      {sites.more > 0 && <li>{say("event.more", { count: sites.more })}</li>}
    </ul>
  );
}
