"use client";

import { ShieldBan } from "lucide-react";
import { lazy, useRef } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { buttonStyles } from "@/components/ui/button-styles";
import { LazyDialog } from "@/components/ui/lazy-dialog";
import { Link } from "@/components/ui/link";
import { usePageDialog } from "@/components/ui/use-page-dialog";
import type { Viewer } from "@/lib/auth/schema";

const loadDialog = () => import("./block-dialog");
const Dialog = lazy(() => loadDialog().then((file) => ({ default: file.BlockDialog })));

/** On every page: everything private with two clicks; while it is blocked, the way to where that is turned off. */
export function BlockButton({ viewer, isBlocked }: { viewer: Viewer; isBlocked: boolean }) {
  const t = useTranslations("block");
  const place = useRef<HTMLDivElement>(null);
  const dialog = usePageDialog<true>(place);
  const words = isBlocked ? (["on", "onShort"] as const) : (["button", "buttonShort"] as const);
  const label = (
    <>
      <ShieldBan aria-hidden="true" />
      <span className="max-lg:sr-only">{t(words[0])}</span>
      <span className="lg:hidden" aria-hidden="true">
        {t(words[1])}
      </span>
    </>
  );
  return (
    <div ref={place} tabIndex={-1}>
      {isBlocked ? (
        <Link href="/public-access" className={buttonStyles({ variant: "danger", size: "sm" })}>
          {label}
        </Link>
      ) : (
        <Button size="sm" onClick={() => dialog.show(true)}>
          {label}
        </Button>
      )}
      <LazyDialog early={loadDialog}>
        {dialog.open && (
          <Dialog viewer={viewer} onClose={dialog.close} onDone={dialog.closeDone} returnFocus={dialog.returnFocus} />
        )}
      </LazyDialog>
    </div>
  );
}
