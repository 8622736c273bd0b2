import { PageSkeleton, SkeletonRows } from "@/components/layout/page-skeleton";

export default function TestAlertLoading() {
  return (
    <PageSkeleton lead={false}>
      <SkeletonRows rows={3} />
    </PageSkeleton>
  );
}
