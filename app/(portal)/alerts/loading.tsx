import { PageSkeleton, SkeletonRows } from "@/components/layout/page-skeleton";

export default function DeliveriesLoading() {
  return (
    <PageSkeleton>
      <SkeletonRows rows={5} />
      <SkeletonRows rows={8} />
    </PageSkeleton>
  );
}
