import { PageSkeleton, SkeletonRows } from "@/components/layout/page-skeleton";

export default function AlertsLoading() {
  return (
    <PageSkeleton lead={false}>
      <SkeletonRows rows={5} />
    </PageSkeleton>
  );
}
