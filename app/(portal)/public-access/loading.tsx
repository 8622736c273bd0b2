import { PageSkeleton, SkeletonBox, SkeletonRows } from "@/components/layout/page-skeleton";

export default function PublicAccessLoading() {
  return (
    <PageSkeleton>
      <SkeletonBox height="h-16" />
      <SkeletonRows rows={10} />
    </PageSkeleton>
  );
}
