import { counted, grouped } from "@/components/ui/plural";
import type { Described } from "./described";
import type { EventSites } from "./sites-of";

type EventDetailsProps = { details: Described["details"]; sites: EventSites | null };

/** What else is known of an event. Sites are folded away when there are several. */
export function EventDetails({ details, sites }: EventDetailsProps) {
  const count = sites ? sites.named.length + sites.more : 0;
  return (
    <>
      {details.length > 0 && (
        <dl className="mt-1 text-ink-soft">
          {details.map(({ label, value }) => (
            <div key={label} className="flex gap-2">
              <dt className="shrink-0 text-ink-faint">{label}:</dt>
              <dd className="min-w-0 break-words">
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {sites && count === 1 && <SiteList sites={sites} />}
      {sites && count > 1 && (
        <details className="mt-1">
          <summary className="w-fit min-h-6 text-accent hover:underline">Show the {counted(count, "site")}</summary>
          <SiteList sites={sites} />
        </details>
      )}
    </>
  );
}

function SiteList({ sites }: { sites: EventSites }) {
  return (
    <ul className="mt-1 text-ink-soft">
      {sites.named.map((site) => (
        <li key={site.id} className="break-words">
          <bdi>{site.name}</bdi> <span className="text-ink-faint">id {site.id}</span>
          {site.url && (
            <span className="text-ink-faint">
              {" · "}
              <bdi>{site.url}</bdi>
            </span>
          )}
        </li>
      ))}
      {sites.more > 0 && <li>and {grouped(sites.more)} more</li>}
    </ul>
  );
}
