import { LandingCard } from "@/components/health/landing-card";
import { UnreadablePart } from "@/components/layout/unreadable-part";
import { serverTranslator } from "@/lib/auth/language/server-translator";
import { loadForSuperUser } from "@/lib/auth/require-super-user";
import { readLanding } from "@/lib/domain/public-access/landing";

/** What Matomo itself shows anonymous visitors first. */
export async function LandingPart() {
  const loaded = await loadForSuperUser("/settings/status", readLanding);
  if (!loaded.ok) return <UnreadablePart>{loaded.message}</UnreadablePart>;
  return <LandingCard landing={loaded.data} t={await serverTranslator("landing")} />;
}
