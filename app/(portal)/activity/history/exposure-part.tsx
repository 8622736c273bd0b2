import { ExposureFigure } from "@/components/activity/exposure-figure";
import { UnreadablePart } from "@/components/layout/unreadable-part";
import { serverFormats } from "@/lib/auth/language/formats";
import { serverTranslator } from "@/lib/auth/language/server-translator";
import { loadForSuperUser } from "@/lib/auth/require-super-user";
import { listExposure } from "@/lib/reports/exposure/queries";
import type { ExposureRange } from "@/lib/reports/exposure/schema";

/** The picture, read apart from the rest of the page: a long log holds up nothing else. */
export async function ExposurePart({ range, path }: { range: ExposureRange; path: string }) {
  const intl = { t: await serverTranslator("activity"), format: await serverFormats() };
  const loaded = await loadForSuperUser(path, () => listExposure({ range }));
  if (loaded.ok) return <ExposureFigure exposure={loaded.data} range={range} intl={intl} />;
  return (
    <UnreadablePart title={intl.t("exposure.unreadable")}>
      <p>{loaded.message}</p>
    </UnreadablePart>
  );
}
