"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { ownPath } from "@/lib/platform/web/own-address-terms";

type SingleSignOnButtonProps = { name: string; callbackUrl: string };

/** Leaves for the sign-in provider and comes back to `callbackUrl`. */
export function SingleSignOnButton({ name, callbackUrl }: SingleSignOnButtonProps) {
  const t = useTranslations("auth");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(leaveFromStepUp, []);

  async function leave() {
    setBusy(true);
    setProblem(null);
    try {
      const { getProviders, signIn } = await import("next-auth/react");
      // Without providers signIn() would leave for a page that says nothing.
      if (await getProviders()) return await signIn("single-sign-on", { callbackUrl });
    } catch {
      // as without an answer
    }
    setProblem(t("problem.no_answer"));
    setBusy(false);
  }

  return (
    <div className="flex flex-col gap-3">
      {problem && (
        <Alert tone="danger" role="alert">
          {problem}
        </Alert>
      )}
      <Button className="w-full" busy={busy} onClick={leave}>
        {t("signIn.withProvider", { name })}
      </Button>
    </div>
  );
}

/** next-auth sends everything that breaks off at the provider to the sign-in page; a step-up's window has its own. */
function leaveFromStepUp(): void {
  const query = new URLSearchParams(window.location.search);
  const error = query.get("error");
  const { origin } = window.location;
  const meant = new URL(ownPath(query.get("callbackUrl"), origin) ?? "/", origin);
  if (!error || meant.pathname !== "/confirmed") return;
  const intent = meant.searchParams.get("intent") ?? "";
  window.location.replace(`/confirmed?${new URLSearchParams({ intent, error })}`);
}
