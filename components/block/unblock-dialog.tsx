"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { ConfirmDialog } from "@/components/auth/confirm-dialog";
import type { ChangeDialogProps } from "@/components/auth/dialog-props";
import { useProvenAction } from "@/components/auth/use-proven-action";
import { Alert } from "@/components/ui/alert";
import { unblockAction } from "@/lib/domain/public-access/actions";
import { blockQueryOptions } from "@/lib/domain/public-access/query-options";
import type { BlockState, BlockView, UnblockOutcome } from "@/lib/domain/public-access/schema";
import { NOTHING, RestoreChoice } from "./restore-choice";

/** Sites may be published again, and those chosen are public again at once. */
export function UnblockDialog({
  block,
  viewer,
  onDone,
  onChanged,
  ...rest
}: ChangeDialogProps & { block: BlockState }) {
  const t = useTranslations("block.off");
  const tCommands = useTranslations("commands");
  const router = useRouter();
  const view = useQuery(blockQueryOptions());
  const able = (view.data?.sites ?? []).filter(({ stays }) => stays === null);
  const [choice, setChoice] = useState(NOTHING);
  const restore = choice.how === "chosen" ? [...choice.siteIds] : choice.how === "all" ? "all" : [];
  const count = restore === "all" ? able.length : restore.length;
  const proven = useProvenAction<UnblockOutcome>({
    viewer,
    action: "unblock",
    siteIds: restore === "all" ? [0, block.id] : restore,
    run: () => unblockAction({ blockId: block.id, restore }),
    onDone: async ({ restoredCount, endedCount }) => {
      onDone();
      toast.success(t("done", { count: restoredCount }), {
        description: endedCount > 0 ? t("ended", { count: endedCount }) : undefined,
      });
      router.refresh();
      await onChanged();
    },
    onRefused: onChanged,
  });
  return (
    <ConfirmDialog
      {...rest}
      title={t("title")}
      description={t("meaning")}
      viewer={viewer}
      proven={proven}
      proofHint={tCommands("alwaysHint")}
      focusProof={false}
      onSubmit={(event) => {
        event.preventDefault();
        proven.submit(event.currentTarget);
      }}
      button={{ label: t("button", { count }), busyLabel: t("busy"), variant: count > 0 ? "danger" : "primary" }}
    >
      {view.isError && <Alert tone="caution">{t("unread")}</Alert>}
      {able.length > 0 && <RestoreChoice sites={able} choice={choice} onChoose={setChoice} />}
      <StaysPrivate sites={view.data?.sites ?? []} />
    </ConfirmDialog>
  );
}

const REASONS = ["ended", "deleted", "public", "canary"] as const;
const NAMED = 5;

/** What was public before the block and cannot be restored, and why. */
function StaysPrivate({ sites }: Pick<BlockView, "sites">) {
  const t = useTranslations("block.off");
  const tCommands = useTranslations("commands");
  return REASONS.map((why) => {
    const some = sites.filter(({ stays }) => stays === why);
    const rest = some.length - NAMED;
    return (
      some.length > 0 && (
        <p key={why} className="text-ink-soft text-sm">
          {t("stays", { why })}{" "}
          {some.slice(0, NAMED).map(({ id, name }, index) => (
            <span key={id}>
              {index > 0 && " · "}
              <bdi>{name}</bdi>
            </span>
          ))}
          {rest > 0 && ` ${tCommands("more", { count: rest })}`}
        </p>
      )
    );
  });
}
