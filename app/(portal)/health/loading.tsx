import { PageSkeleton, SkeletonRows } from "@/components/layout/page-skeleton";

export default function HealthLoading() {
  return (
    <PageSkeleton>
      <SkeletonRows rows={1} />
      <SkeletonRows rows={7} />
      <SkeletonRows rows={7} />
    </PageSkeleton>
  );
}
