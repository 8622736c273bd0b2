"use client";

import { LogOut } from "lucide-react";
import { signOut } from "next-auth/react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";

export function SignOutButton() {
  const say = useTranslations("auth");
  const [busy, setBusy] = useState(false);
  return (
    <Button
      variant="quiet"
      size="sm"
      className="-me-2 px-2 sm:me-0 sm:px-3"
      busy={busy}
      onClick={() => {
        setBusy(true);
        signOut({ callbackUrl: "/sign-in" }).catch(() => setBusy(false));
      }}
    >
      {!busy && <LogOut className="rtl:-scale-x-100" aria-hidden="true" />}
      {say("signOut")}
    </Button>
  );
}
