import { PageSkeleton, SkeletonBox, SkeletonRows } from "@/components/layout/page-skeleton";

/** The picture, the coverage, the first events. */
export default function ActivityLoading() {
  return (
    <PageSkeleton>
      <SkeletonBox height="h-[38rem] lg:h-[30rem]" />
      <SkeletonBox height="h-52" />
      <SkeletonRows rows={10} />
    </PageSkeleton>
  );
}
