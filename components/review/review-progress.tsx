import { Alert } from "@/components/ui/alert";
import type { ReviewPage } from "@/lib/review/schema";
import { progressWords, ruleWords } from "./review-words";

/** How much of the period's question is answered, and what happens to the rest. */
export function ReviewProgress({ review }: { review: ReviewPage }) {
  const { total, open, rule } = review;
  const words = progressWords(review);
  return (
    <div className="flex flex-col gap-3">
      <div>
        <p role="status" className="font-medium text-sm">
          {words}
        </p>
        <div
          aria-hidden="true"
          className="mt-1.5 h-2 overflow-hidden rounded-full border border-line bg-surface-sunken"
        >
          <div className="h-full bg-accent-fill" style={{ width: `${((total - open) / total) * 100}%` }} />
        </div>
      </div>
      <Alert tone={rule === "off" || open === 0 ? "info" : "caution"}>{ruleWords(rule)}</Alert>
    </div>
  );
}
