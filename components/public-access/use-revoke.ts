"use client";

import { useState } from "react";
import { toast } from "sonner";
import { confirmPassword } from "@/components/auth/step-up";
import { useOnceAtATime } from "@/components/ui/use-once-at-a-time";
import { revokePublicAccessAction } from "@/lib/public-access/actions";
import type { RevokeOutcome, SiteRow } from "@/lib/public-access/schema";

export type RevokeProblem = { at: "password" | "form"; message: string; sessionEnded: boolean };
type UseRevoke = { site: SiteRow; onDone: () => void; onChanged: () => Promise<void> };

const NO_ANSWER =
  "The portal did not answer, so it is not known whether the site is private now. Look at the list before you try again.";

/** Makes one site private; asks for the password only when the server wants it. */
export function useRevoke({ site, onDone, onChanged }: UseRevoke) {
  const [needsPassword, setNeedsPassword] = useState(false);
  const [problem, setProblem] = useState<RevokeProblem | null>(null);

  async function revoke(password: string | null) {
    setProblem(null);
    if (password === "") {
      return setProblem({ at: "password", message: "Type your password.", sessionEnded: false });
    }
    if (password !== null) {
      const confirmed = await confirmPassword({ password, action: "revoke", siteIds: [site.id] });
      if (!confirmed.ok) {
        const { message, sessionEnded } = confirmed;
        return setProblem({ at: sessionEnded ? "form" : "password", message, sessionEnded });
      }
    }
    const result = await revokePublicAccessAction({ siteIds: [site.id] }).catch(() => null);
    if (result?.ok) {
      onDone();
      toastRevoke(site, result.data);
      await onChanged();
    } else if (result?.code === "step_up_required") {
      setNeedsPassword(true);
    } else {
      setProblem({
        at: "form",
        message: result?.message ?? NO_ANSWER,
        sessionEnded: result?.code === "session_ended",
      });
      await onChanged();
    }
  }

  const [submit, busy] = useOnceAtATime(revoke);
  return { submit, busy, problem, needsPassword };
}

function toastRevoke(site: SiteRow, { revokedCount, mailCount }: RevokeOutcome): void {
  if (revokedCount === 0) {
    toast.info(`${site.name} was private already.`, { description: "Nothing was changed." });
    return;
  }
  const told = mailCount === 1 ? "1 Super User is being told." : `${mailCount} Super Users are being told.`;
  toast.success(`${site.name} is private now.`, { description: told });
}
