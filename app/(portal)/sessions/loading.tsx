import { PageSkeleton, SkeletonBox, SkeletonRows } from "@/components/layout/page-skeleton";

export default function SessionsLoading() {
  return (
    <PageSkeleton>
      <SkeletonRows rows={3} />
      <SkeletonBox height="h-10" />
    </PageSkeleton>
  );
}
