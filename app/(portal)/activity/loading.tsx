import { PageSkeleton, SkeletonBox, SkeletonRows } from "@/components/layout/page-skeleton";

export default function ActivityLoading() {
  return (
    <PageSkeleton>
      <SkeletonBox height="h-24" />
      <SkeletonRows rows={10} />
    </PageSkeleton>
  );
}
