"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { confirmPassword } from "@/components/auth/step-up";
import { useOnceAtATime } from "@/components/ui/use-once-at-a-time";
import { setReminderCadenceAction } from "@/lib/settings/actions";
import type { Cadence } from "@/lib/settings/schema";

type Problem = { at: "password" | "form"; message: string; sessionEnded: boolean };

const NO_ANSWER = "The portal did not answer, so it is not known whether this was saved. Reload the page to see.";
const PASSWORD_CODES: readonly string[] = ["step_up_required", "proof_expired", "proof_used", "proof_foreign"];

/** Saves the cadence. `monthly` is the weaker one and always takes the password; `weekly` only when the server asks. */
export function useCadence(saved: Cadence) {
  const router = useRouter();
  const [cadence, setCadence] = useState(saved);
  const [asked, setAsked] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const needsPassword = cadence !== saved && (asked || cadence === "monthly");

  async function save(password: string | null) {
    if (cadence === saved) return;
    setProblem(null);
    if (password === "") return setProblem({ at: "password", message: "Type your password.", sessionEnded: false });
    if (password !== null) {
      const confirmed = await confirmPassword({ password, action: "weaken-reminders", siteIds: [] });
      if (!confirmed.ok) {
        const { message, sessionEnded } = confirmed;
        return setProblem({ at: sessionEnded ? "form" : "password", message, sessionEnded });
      }
    }
    const result = await setReminderCadenceAction({ cadence }).catch(() => null);
    if (result?.ok) {
      toast.success(`Reminders go out every ${cadence === "weekly" ? "week" : "month"} now.`, {
        description: "Every Super User is being told.",
      });
      setAsked(false);
      router.refresh();
    } else if (result && PASSWORD_CODES.includes(result.code)) {
      setAsked(true);
      setProblem({ at: "password", message: result.message, sessionEnded: false });
    } else {
      const message = result?.message ?? NO_ANSWER;
      setProblem({ at: "form", message, sessionEnded: result?.code === "session_ended" });
    }
  }

  function choose(next: Cadence) {
    setCadence(next);
    setProblem(null);
  }

  const [submit, busy] = useOnceAtATime(save);
  return { cadence, choose, needsPassword, problem, busy, submit };
}
