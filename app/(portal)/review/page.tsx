import type { Metadata } from "next";
import { PageTitle } from "@/components/layout/page-title";
import { UnreadablePage } from "@/components/layout/unreadable-page";
import { ReviewView } from "@/components/review/review-view";
import { pageNumber } from "@/components/ui/page-number";
import { loadForSuperUser } from "@/lib/auth/page-guard";
import { readReview } from "@/lib/review/queries";

export const metadata: Metadata = { title: "Review" };

/** Where the links of reminders and warnings land. Opening it changes nothing (E25). */
export default async function ReviewPage({ searchParams }: PageProps<"/review">) {
  const page = pageNumber((await searchParams).page);
  const loaded = await loadForSuperUser(`/review?page=${page}`, () => readReview({ page }));
  if (!loaded.ok) return <UnreadablePage message={loaded.message} />;
  return (
    <div className="flex flex-col gap-5">
      <PageTitle title="Still meant to be public?">
        Keep what is meant to be public, make private what is not. Opening this page changes nothing.
      </PageTitle>
      <ReviewView key={page} review={loaded.data} viewer={loaded.viewer} />
    </div>
  );
}
