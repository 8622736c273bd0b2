"use client";

import { Eye, EyeOff } from "lucide-react";
import { type ComponentProps, useState } from "react";
import { useTranslations } from "use-intl";
import { Input } from "./input";

/** A password field that can be shown. Pasting works; password managers recognise it. */
export function PasswordInput(props: Omit<ComponentProps<"input">, "type">) {
  const t = useTranslations("ui");
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <div className="relative">
      <Input
        {...props}
        type={shown ? "text" : "password"}
        className="pe-12"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
      />
      <button
        type="button"
        aria-pressed={shown}
        aria-label={t("showPassword")}
        title={t(shown ? "hidePassword" : "showPassword")}
        className="absolute inset-y-1 end-1 grid w-10 place-items-center rounded-md text-ink-faint hover:bg-surface-sunken hover:text-ink"
        onClick={() => setShown((was) => !was)}
      >
        <Icon className="size-4" aria-hidden="true" />
      </button>
    </div>
  );
}
