import { CircleHelp, Globe, Lock, TriangleAlert } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import type { SiteRow } from "@/lib/public-access/schema";

/** Public, private or unclear, in a word and a picture, never by colour alone. */
export function StateBadge({ site }: { site: Pick<SiteRow, "isPublic" | "isUnclear" | "worseLevels"> }) {
  if (site.worseLevels.length > 0) {
    return (
      <div className="flex flex-col items-start gap-1">
        <Badge tone="danger" icon={Globe}>
          Public
        </Badge>
        <Badge tone="alarm" icon={TriangleAlert}>
          Writable
        </Badge>
        <span className="text-[0.8125rem] text-danger">by level {site.worseLevels.join(", ")}</span>
      </div>
    );
  }
  if (site.isPublic) {
    return (
      <Badge tone="danger" icon={Globe}>
        Public
      </Badge>
    );
  }
  if (site.isUnclear) {
    return (
      <Badge tone="caution" icon={CircleHelp}>
        Unclear
      </Badge>
    );
  }
  return <Badge icon={Lock}>Private</Badge>;
}
