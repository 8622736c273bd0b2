import { PageSkeleton, SkeletonRows } from "@/components/layout/page-skeleton";

export default function SentLoading() {
  return (
    <PageSkeleton lead={false}>
      <SkeletonRows rows={8} />
    </PageSkeleton>
  );
}
