import { DrillCard } from "@/components/drill/drill-card";
import { SkeletonRows } from "@/components/layout/page-skeleton";
import { UnreadablePart } from "@/components/layout/unreadable-part";
import { loadForSuperUser } from "@/lib/auth/require-super-user";
import { readDrills } from "@/lib/domain/drill/queries";

/** The rehearsal of the alerts. */
export async function DrillPart() {
  const loaded = await loadForSuperUser("/alerts", readDrills);
  if (!loaded.ok) return <UnreadablePart>{loaded.message}</UnreadablePart>;
  return <DrillCard viewer={loaded.viewer} drills={loaded.data} />;
}

/** In its place until it is read. */
export function DrillLoading() {
  return <SkeletonRows rows={1} />;
}
