import { DrillCard } from "@/components/drill/drill-card";
import { SkeletonRows } from "@/components/layout/page-skeleton";
import { Alert } from "@/components/ui/alert";
import { loadForSuperUser } from "@/lib/auth/page-guard";
import { readDrills } from "@/lib/drill/queries";

/** The rehearsal of the alerts. */
export async function DrillPart() {
  const loaded = await loadForSuperUser("/health", readDrills);
  if (!loaded.ok) return <Alert tone="danger">{loaded.message}</Alert>;
  return <DrillCard viewer={loaded.viewer} drills={loaded.data} />;
}

/** In its place until it is read. */
export function DrillLoading() {
  return <SkeletonRows rows={1} />;
}
