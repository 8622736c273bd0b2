"use client";

import { LogOut } from "lucide-react";
import { signOut } from "next-auth/react";
import { useState } from "react";
import { Button } from "@/components/ui/button";

export function SignOutButton() {
  const [busy, setBusy] = useState(false);
  return (
    <Button
      variant="quiet"
      size="sm"
      className="-mr-2 px-2 sm:mr-0 sm:px-3"
      busy={busy}
      onClick={() => {
        setBusy(true);
        signOut({ callbackUrl: "/sign-in" }).catch(() => setBusy(false));
      }}
    >
      {!busy && <LogOut aria-hidden="true" />}
      Sign out
    </Button>
  );
}
