import { PageSkeleton, SkeletonRows } from "@/components/layout/page-skeleton";

export default function ActivityLoading() {
  return (
    <PageSkeleton lead={false}>
      <SkeletonRows rows={10} />
    </PageSkeleton>
  );
}
