"use client";

import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { THEME_COOKIE, type Theme, themes } from "@/lib/platform/languages/schema";
import { keepCookie } from "./keep-cookie";

/** Light, dark, or as the system. The browser's own list of choices under a sign: the same for every hand and reader. */
export function ThemeMenu({ theme, sign }: { theme: Theme; sign: ReactNode }) {
  const t = useTranslations("layout.theme");
  const [chosen, setChosen] = useState(theme);
  return (
    <span
      title={t("label")}
      className="relative grid size-9 shrink-0 place-items-center rounded-lg text-ink-soft hover:bg-surface-sunken hover:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent"
    >
      {sign}
      <select
        aria-label={t("label")}
        value={chosen}
        className="absolute inset-0 size-full cursor-pointer bg-surface text-base text-ink opacity-0"
        onChange={(event) => {
          const next = themes.find((one) => one === event.target.value) ?? "system";
          setChosen(next);
          keepCookie(THEME_COOKIE, next === "system" ? null : next);
          show(next);
        }}
      >
        {themes.map((one) => (
          <option key={one} value={one}>
            {t(one)}
          </option>
        ))}
      </select>
    </span>
  );
}

/** At once; from the next request on the server says it. */
function show(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
