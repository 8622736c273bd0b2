import type { OutsidePreview } from "@/lib/domain/probe/schema";
import type { OutsideWords } from "./verdict-words";

/** What strangers got on the sites that are public already, sentence by sentence; what is not known is said last. */
export function previewWords(say: OutsideWords, preview: OutsidePreview): string[] {
  if (!preview.isConfigured) return [say("preview.notConfigured")];
  const { lookedAtCount: count, dashboardShownCount, visitsLogOpenCount, userIdsOpenCount } = preview;
  if (count === 0) return [say("preview.none"), say("preview.after")];
  const counts = { dashboard: dashboardShownCount, visitsLog: visitsLogOpenCount, userIds: userIdsOpenCount };
  const isEverywhere = Object.values(counts).every((one) => one === count);
  const { personalCount, personalUnknownCount } = preview;
  return [
    say("preview.seen", { count, ...counts }),
    ...(isEverywhere ? [] : [say("preview.rest")]),
    ...(personalUnknownCount < count ? [say("preview.personal", { count: personalCount })] : []),
    ...(personalUnknownCount > 0 ? [say("preview.personalUnknown", { count: personalUnknownCount })] : []),
    say("preview.after"),
  ];
}
