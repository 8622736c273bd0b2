import { UnreadablePage } from "@/components/layout/unreadable-page";
import { ReviewView } from "@/components/review/review-view";
import { pageNumber } from "@/components/ui/page-number";
import { titled } from "@/lib/auth/language/server-translator";
import { loadForSuperUser } from "@/lib/auth/require-super-user";
import { readReview } from "@/lib/domain/review/queries";

export const generateMetadata = titled("review", (t) => t("title"));

/** Where the links of reminders and warnings land. Opening it changes nothing (E25). */
export default async function ReviewPage({ searchParams }: PageProps<"/review">) {
  const page = pageNumber((await searchParams).page);
  const loaded = await loadForSuperUser(`/review?page=${page}`, () => readReview({ page }));
  if (!loaded.ok) return <UnreadablePage message={loaded.message} />;
  return <ReviewView key={page} review={loaded.data} viewer={loaded.viewer} />;
}
