"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { stillPublicLabel } from "@/components/access-change/still-public-label";
import type { ChangeDialogProps } from "@/components/auth/dialog-props";
import { ReauthDialog } from "@/components/auth/reauth-dialog";
import { useProvenAction } from "@/components/auth/use-proven-action";
import { QueryProvider } from "@/components/layout/query-provider";
import { blockAction } from "@/lib/domain/public-access/actions";
import { blockQueryOptions } from "@/lib/domain/public-access/query-options";
import type { BlockOutcome } from "@/lib/domain/public-access/schema";

type BlockDialogProps = Omit<ChangeDialogProps, "onChanged">;

/** The second click: every public site becomes private, and nothing can be published. */
export function BlockDialog(props: BlockDialogProps) {
  return (
    <QueryProvider>
      <OpenBlockDialog {...props} />
    </QueryProvider>
  );
}

function OpenBlockDialog({ viewer, onDone, ...rest }: BlockDialogProps) {
  const t = useTranslations("block");
  const tCommands = useTranslations("commands");
  const router = useRouter();
  const reach = useQuery(blockQueryOptions()).data?.reach;
  const proven = useProvenAction<BlockOutcome>({
    viewer,
    run: () => blockAction({}),
    onDone: ({ madePrivateCount, stillPublic }) => {
      onDone();
      const done = t("done", { count: madePrivateCount });
      if (stillPublic) toast.error(done, { description: stillPublicLabel(tCommands, stillPublic) });
      else toast.success(done, { description: tCommands("toldAll") });
      router.refresh();
    },
    onRefused: () => router.refresh(),
  });
  return (
    <ReauthDialog
      {...rest}
      title={t("title")}
      description={
        <>
          {reach?.everySite
            ? stillPublicLabel(tCommands, { count: 0, everySite: true })
            : t("makesPrivate", { known: reach ? "yes" : "no", count: reach?.granted ?? 0 })}{" "}
          {t("remembered")}
        </>
      }
      viewer={viewer}
      proven={proven}
      button={{ label: t("title"), busyLabel: t("blocking"), variant: "danger" }}
    />
  );
}
