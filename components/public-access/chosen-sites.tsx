import { grouped } from "@/components/ui/plural";
import type { NamedSite } from "@/lib/public-access/schema";

const NAMED = 10;

/** The sites a change is about: the first ten by name, then how many more. */
export function ChosenSites({ sites }: { sites: readonly NamedSite[] }) {
  const more = sites.length - NAMED;
  return (
    <ul aria-label="Sites" className="divide-y divide-line rounded-xl border border-line text-sm">
      {sites.slice(0, NAMED).map((site) => (
        <li key={site.id} className="flex items-baseline justify-between gap-4 px-4 py-2">
          <bdi className="font-medium">{site.name || "(no name)"}</bdi>
          <span className="shrink-0 text-[0.8125rem] text-ink-faint tabular-nums">id {site.id}</span>
        </li>
      ))}
      {more > 0 && <li className="px-4 py-2 text-ink-soft">and {grouped(more)} more</li>}
    </ul>
  );
}
