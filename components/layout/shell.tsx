"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { SignOutButton } from "@/components/auth/sign-out-button";
import type { Theme } from "@/lib/platform/languages/schema";
import { AccountLink } from "./account-link";
import { Brand } from "./brand";
import { NavLinks } from "./nav-links";
import { OfflineBanner } from "./offline-banner";
import { ThemeMenu } from "./theme-menu";
import { useStayWithoutAnswer } from "./use-stay-without-answer";

type ShellProps = {
  /** null when it could not be read; the page says why */
  login: string | null;
  mailbox: boolean;
  theme: Theme;
  children: ReactNode;
};

/** What is around every page behind the sign-in. */
export function Shell({ login, mailbox, theme, children }: ShellProps) {
  const say = useTranslations("layout");
  useStayWithoutAnswer();
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#main"
        className="sr-only z-50 rounded-lg bg-accent-fill px-4 py-2 text-on-accent focus:not-sr-only focus:fixed focus:start-3 focus:top-3"
      >
        {say("skip")}
      </a>
      <header className="border-line border-b bg-surface">
        <div className="mx-auto grid max-w-7xl grid-cols-[minmax(0,1fr)_auto] items-center gap-x-2 px-4 sm:gap-x-6 sm:px-6 xl:grid-cols-[auto_minmax(0,1fr)_auto]">
          <Link href="/public-access" className="my-3 min-w-0 rounded-lg">
            <Brand short />
          </Link>
          <nav
            aria-label={say("main")}
            className="-mx-2 col-span-2 row-start-2 min-w-0 overflow-x-auto px-2 pt-1 pb-2 xl:col-span-1 xl:col-start-2 xl:row-start-1 xl:py-2.5"
          >
            <NavLinks mailbox={mailbox} />
          </nav>
          <div className="col-start-2 row-start-1 flex min-w-0 items-center gap-0.5 sm:gap-1 xl:col-start-3">
            {login !== null && <AccountLink login={login} />}
            <ThemeMenu theme={theme} />
            <SignOutButton compact />
          </div>
        </div>
      </header>
      <OfflineBanner />
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-7xl flex-1 px-4 py-6 sm:px-6 sm:py-8">
        {children}
      </main>
    </div>
  );
}
