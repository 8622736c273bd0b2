"use client";

import { useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { ExactMoment } from "@/components/ui/moment";
import { Typed } from "@/components/ui/typed";
import type { BlockState } from "@/lib/domain/public-access/schema";

type BlockBannerProps = { block: BlockState; onExplain: () => void; onTurnOff: () => void };

/** Nothing may be public: since when, by whom, why, and the way out. */
export function BlockBanner({ block, onExplain, onTurnOff }: BlockBannerProps) {
  const t = useTranslations("block");
  return (
    <Alert tone="danger">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="min-w-0 flex-1 basis-64 break-words">
          <strong className="text-danger">{t("on")}</strong>{" "}
          {t.rich("by", {
            at: () => <ExactMoment iso={block.at} />,
            login: () => <bdi>{block.by ?? t("command")}</bdi>,
          })}
          {block.reason !== null && (
            <>
              {": "}
              <Typed className="italic">{block.reason}</Typed>
            </>
          )}
        </p>
        <div className="flex gap-2">
          {block.reason === null && (
            <Button size="sm" onClick={onExplain}>
              {t("addReason")}
            </Button>
          )}
          <Button size="sm" onClick={onTurnOff}>
            {t("turnOff")}
          </Button>
        </div>
      </div>
    </Alert>
  );
}
