import { PageSkeleton, SkeletonBox, SkeletonRows } from "@/components/layout/page-skeleton";

/** While the review is read: says nothing about any site. */
export default function ReviewLoading() {
  return (
    <PageSkeleton>
      <SkeletonBox height="h-8" />
      <SkeletonBox height="h-12" />
      <SkeletonRows rows={6} />
    </PageSkeleton>
  );
}
