"use client";

import { X } from "lucide-react";
import { Dialog as Primitive } from "radix-ui";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Button } from "./button";

type DialogHeaderProps = { title: ReactNode; description?: ReactNode; locked?: boolean };

/** The name of a dialog or a side panel, what it is about, and the way out. */
export function DialogHeader({ title, description, locked = false }: DialogHeaderProps) {
  const t = useTranslations("ui");
  return (
    <header className="flex items-start justify-between gap-4 px-5 pt-5 pb-3 sm:px-6">
      <div className="min-w-0">
        <Primitive.Title className="break-words font-semibold text-lg leading-snug">{title}</Primitive.Title>
        {description && (
          <Primitive.Description className="mt-1 text-ink-soft text-sm">{description}</Primitive.Description>
        )}
      </div>
      <Primitive.Close asChild>
        <Button variant="quiet" size="icon" aria-label={t("close")} className="-mt-1 -me-2" disabled={locked}>
          <X aria-hidden="true" />
        </Button>
      </Primitive.Close>
    </header>
  );
}
