"use client";

import { LogOut } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";

/** Ends this session. @param compact whether the sign stands alone in a bar without much room */
export function SignOutButton({ compact = false }: { compact?: boolean }) {
  const t = useTranslations("auth");
  const [busy, setBusy] = useState(false);
  return (
    <Button
      variant="quiet"
      size="bar"
      title={compact ? t("signOut") : undefined}
      busy={busy}
      onClick={() => {
        setBusy(true);
        leave().catch(() => setBusy(false));
      }}
    >
      {!busy && <LogOut className="rtl:-scale-x-100" aria-hidden="true" />}
      <span className={compact ? "lg:max-xl:sr-only" : undefined}>{t("signOut")}</span>
    </Button>
  );
}

async function leave(): Promise<void> {
  const { signOut } = await import("next-auth/react");
  await signOut({ callbackUrl: "/sign-in" });
}
