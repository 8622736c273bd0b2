"use client";

import { Copy, ExternalLink } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { buttonStyles } from "@/components/ui/button-styles";

/** A public site as a stranger sees it, to be opened, or its address to be handed on. */
export function StrangerLink({ url }: { url: string }) {
  const t = useTranslations("commands.stranger");
  const [copied, setCopied] = useState<"copied" | "notCopied" | null>(null);

  async function copy() {
    try {
      await navigator.clipboard.writeText(url);
      setCopied("copied");
    } catch {
      setCopied("notCopied");
    }
  }
  return (
    <div className="min-w-0">
      <div className="flex flex-wrap gap-2">
        <a href={url} target="_blank" rel="noopener noreferrer" className={buttonStyles({ size: "sm" })}>
          {t("open")} <ExternalLink className="rtl:-scale-x-100" aria-hidden="true" />
          <span className="sr-only">{t("newTab")}</span>
        </a>
        <Button size="sm" variant="quiet" onClick={copy}>
          <Copy aria-hidden="true" /> {t("copy")}
        </Button>
      </div>
      <p role="status" className="mt-1.5 text-[0.8125rem] empty:hidden">
        {copied && t(copied)}{" "}
        {copied === "notCopied" && (
          <bdi dir="ltr" className="select-all break-all">
            {url}
          </bdi>
        )}
      </p>
      <p className="mt-1.5 text-[0.8125rem] text-ink-soft">{t("hint")}</p>
    </div>
  );
}
