import { PageSkeleton, SkeletonRows } from "@/components/layout/page-skeleton";

export default function StatusLoading() {
  return (
    <PageSkeleton lead={false}>
      <SkeletonRows rows={1} />
      <SkeletonRows rows={7} />
    </PageSkeleton>
  );
}
