import { ReviewLoading } from "@/components/review/review-loading";
import { serverWords } from "@/lib/languages/words";

/** While the review is read. */
export default async function Loading() {
  const say = await serverWords("review");
  return <ReviewLoading heading={say("heading")} loading={say("loading")} />;
}
