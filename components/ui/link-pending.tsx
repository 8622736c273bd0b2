"use client";

import { useTranslations } from "use-intl";
import { cn } from "./class-names";
import { useLinkStatus } from "./link";

/** Within a link that is `relative`: a line below its words, and an announcement, while what it leads to is being read. */
export function LinkPending() {
  const t = useTranslations("ui");
  const { pending } = useLinkStatus();
  return (
    <>
      <span
        aria-hidden="true"
        className={cn(
          "pointer-events-none absolute inset-x-2 bottom-0.5 h-0.5 rounded-full bg-accent opacity-0",
          // What is there at once needs no sign.
          pending && "animate-pulse opacity-100 transition-opacity delay-150 motion-reduce:animate-none",
        )}
      />
      {/* Not `aria-live`: an open dialog would leave everything around it open to screen readers. */}
      <span role="status" className="sr-only">
        {pending && t("loading")}
      </span>
    </>
  );
}
