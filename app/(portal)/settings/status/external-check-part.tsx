import { ExternalCheck } from "@/components/health/external-check";
import { UnreadablePart } from "@/components/layout/unreadable-part";
import { loadForSuperUser } from "@/lib/auth/require-super-user";
import { readOutside } from "@/lib/domain/probe/queries";

/** What anonymous visitors can really read, and the way to check now; read again while the page is open. */
export async function ExternalCheckPart() {
  const loaded = await loadForSuperUser("/settings/status", readOutside);
  return (
    <div id="external-check" className="scroll-mt-4">
      {loaded.ok ? (
        <ExternalCheck outside={loaded.data} viewer={loaded.viewer} />
      ) : (
        <UnreadablePart>{loaded.message}</UnreadablePart>
      )}
    </div>
  );
}
