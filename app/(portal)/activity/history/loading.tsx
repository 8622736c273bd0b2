import { PageSkeleton, SkeletonBox } from "@/components/layout/page-skeleton";

/** The picture and the coverage. */
export default function HistoryLoading() {
  return (
    <PageSkeleton lead={false}>
      <SkeletonBox height="h-[38rem] lg:h-[30rem]" />
      <SkeletonBox height="h-52" />
    </PageSkeleton>
  );
}
