import { PageSkeleton, SkeletonBox } from "@/components/layout/page-skeleton";

export default function PublishLoading() {
  return (
    <PageSkeleton>
      <SkeletonBox height="h-40" />
    </PageSkeleton>
  );
}
