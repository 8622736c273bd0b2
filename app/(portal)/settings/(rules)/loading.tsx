import { PageSkeleton, SkeletonBox } from "@/components/layout/page-skeleton";

export default function SettingsLoading() {
  return (
    <PageSkeleton lead={false}>
      <SkeletonBox height="h-24" />
      <SkeletonBox height="h-32" />
      <SkeletonBox height="h-32" />
    </PageSkeleton>
  );
}
