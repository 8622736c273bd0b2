import type { SiteRow } from "@/lib/public-access/schema";

/** Name, id, address and group. The address is text, never a link: whoever made the site typed it. */
export function SiteName({ site }: { site: Pick<SiteRow, "id" | "name" | "url" | "group"> }) {
  return (
    <div className="min-w-0">
      <p className="font-medium">
        <bdi>{site.name || "(no name)"}</bdi>
      </p>
      <p className="flex flex-wrap gap-x-2 text-[0.8125rem] text-ink-faint">
        <span className="tabular-nums">id {site.id}</span>
        {site.url && <bdi title={site.url}>{withoutScheme(site.url)}</bdi>}
        {site.group && (
          <span>
            <span className="sr-only">Group: </span>
            <bdi>{site.group}</bdi>
          </span>
        )}
      </p>
    </div>
  );
}

function withoutScheme(url: string): string {
  return url.replace(/^https?:\/\//, "").replace(/\/$/, "");
}
