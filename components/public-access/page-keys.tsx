"use client";

import { type ComponentType, lazy, type RefObject, Suspense } from "react";
import { useTranslations } from "use-intl";
import type { Shortcut } from "@/components/ui/shortcut-keys";
import { useShortcuts } from "@/components/ui/use-shortcuts";

const Shortcuts = lazy<ComponentType<{ shortcuts: readonly Shortcut[] }>>(() =>
  import("@/components/ui/shortcuts").then(
    (file) => ({ default: file.Shortcuts }),
    () => ({ default: NoHelp }),
  ),
);

/** Where the help could not be fetched; the keys do what they do nevertheless. */
function NoHelp(_: { shortcuts: readonly Shortcut[] }) {
  return null;
}

/** The keys of this page, and the button and `?` that list them. */
export function PageKeys({ searchRef }: { searchRef: RefObject<HTMLInputElement | null> }) {
  const t = useTranslations("publicAccess.keys");
  useShortcuts({ "/": () => searchRef.current?.focus() });
  return (
    <Suspense fallback={<span className="size-9" />}>
      <Shortcuts
        shortcuts={[
          { keys: ["/"], words: t("search") },
          { keys: ["↑", "↓"], words: t("row") },
          { keys: ["Page Up", "Page Down"], words: t("rows") },
          { keys: ["Home", "End"], words: t("ends") },
          { keys: ["Enter"], words: t("open") },
          { keys: ["Space"], words: t("choose") },
          { keys: ["Esc"], words: t("close") },
          { keys: ["?"], words: t("help") },
        ]}
      />
    </Suspense>
  );
}
