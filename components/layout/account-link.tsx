"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/class-names";
import { Link } from "@/components/ui/link";

const SESSIONS = "/sessions";

/** Who is signed in; leads to their sessions. */
export function AccountLink({ login, sign }: { login: string; sign: ReactNode }) {
  const t = useTranslations("layout");
  const path = usePathname();
  const here = path === SESSIONS || path.startsWith(`${SESSIONS}/`);
  return (
    <Link
      href={SESSIONS}
      aria-current={here ? "page" : undefined}
      aria-label={t("account", { login })}
      title={t("account", { login })}
      className={cn(
        "inline-flex min-h-9 min-w-9 items-center justify-center gap-2 rounded-lg px-2 text-sm transition-colors",
        here ? "bg-surface-sunken font-medium text-ink" : "text-ink-soft hover:bg-surface-sunken hover:text-ink",
      )}
    >
      {sign}
      <bdi className="block max-w-40 truncate lg:max-xl:max-w-28">{login}</bdi>
    </Link>
  );
}
