import { Globe, Lock, TriangleAlert } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import type { SiteRow } from "@/lib/public-access/schema";

/** Public or private, in a word and a picture, never by colour alone. */
export function StateBadge({ site }: { site: Pick<SiteRow, "isPublic" | "worseLevels"> }) {
  if (site.worseLevels.length > 0) {
    return (
      <Badge tone="alarm" icon={TriangleAlert}>
        Public and writable
      </Badge>
    );
  }
  if (site.isPublic) {
    return (
      <Badge tone="danger" icon={Globe}>
        Public
      </Badge>
    );
  }
  return <Badge icon={Lock}>Private</Badge>;
}
