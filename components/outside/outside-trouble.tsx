"use client";

import { useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import type { Standing } from "./outside-standing";

type OutsideTroubleProps = Pick<Extract<Standing, { is: "trouble" }>, "trouble" | "likelyReason">;

/** Why nobody could tell what strangers read: what happened, what it means, what to do. */
export function OutsideTrouble({ trouble, likelyReason: reason }: OutsideTroubleProps) {
  const say = useTranslations("outside");
  return (
    <Alert tone="caution" title={say(`trouble.${trouble}.what`)}>
      <p>
        {say("troubleMeaning")} {say(`trouble.${trouble}.remedy`)}
      </p>
      {reason !== null && reason !== "unknown" && (
        <p className="mt-1">
          {say("unreadable.probably")} {say(`reason.${reason}.why`)} {say(`reason.${reason}.remedy`)}
        </p>
      )}
    </Alert>
  );
}
