"use client";

import { CloudOff } from "lucide-react";
import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { useConnection, useReadAt, useStays } from "./connection";
import { useOfflineLinkGuard } from "./use-offline-link-guard";

/** Says above the page that it is not renewed any more, and how old it is; nothing while the portal answers. */
export default function OfflineBanner() {
  const t = useTranslations("layout");
  const format = useFormatter();
  const connection = useConnection();
  const openedAt = useOpenedAt();
  const readAt = useReadAt() ?? openedAt;
  const stays = useStays();
  useOfflineLinkGuard();
  const time = format.dateTime(new Date(readAt), { timeStyle: "short" });
  return (
    <div role="status" className="sticky top-0 z-30">
      {connection !== "there" && (
        <p className="flex items-center justify-center gap-2.5 border-caution-line border-b bg-caution-soft px-4 py-2 text-sm">
          <CloudOff className="size-4 shrink-0 text-caution" aria-hidden="true" />
          <span>
            {t(connection === "offline" ? "offline" : "noAnswer", { time })} {stays && t("stays")}
          </span>
        </p>
      )}
    </div>
  );
}

/** When the page was opened, and so was read on the server. */
function useOpenedAt(): number {
  const path = usePathname();
  const [openedAt, setOpenedAt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page that is opened was read just now
  useEffect(() => setOpenedAt(Date.now()), [path]);
  return openedAt;
}
