import { PageSkeleton, SkeletonRows } from "@/components/layout/page-skeleton";

export default function StatementsLoading() {
  return (
    <PageSkeleton>
      <SkeletonRows rows={8} />
    </PageSkeleton>
  );
}
