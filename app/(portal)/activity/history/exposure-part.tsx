import { ExposureFigure } from "@/components/activity/exposure-figure";
import { UnreadablePart } from "@/components/layout/unreadable-part";
import { serverFormats } from "@/lib/auth/language/formats";
import { serverWords } from "@/lib/auth/language/words";
import { loadForSuperUser } from "@/lib/auth/require-super-user";
import { listExposure } from "@/lib/reports/exposure/queries";
import type { ExposureRange } from "@/lib/reports/exposure/schema";

/** The picture, read apart from the rest of the page: a long log holds up nothing else. */
export async function ExposurePart({ range, path }: { range: ExposureRange; path: string }) {
  const words = { say: await serverWords("activity"), format: await serverFormats() };
  const loaded = await loadForSuperUser(path, () => listExposure({ range }));
  if (loaded.ok) return <ExposureFigure exposure={loaded.data} range={range} words={words} />;
  return (
    <UnreadablePart title={words.say("exposure.unreadable")}>
      <p>{loaded.message}</p>
      <p>{words.say("exposure.unreadableMeaning")}</p>
    </UnreadablePart>
  );
}
