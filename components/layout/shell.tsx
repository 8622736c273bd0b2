import { Menu, SunMoon, UserRound } from "lucide-react";
import type { ReactNode } from "react";
import type { useTranslations } from "use-intl";
import { SignOutButton } from "@/components/auth/sign-out-button";
import { buttonStyles } from "@/components/ui/button-styles";
import { cn } from "@/components/ui/class-names";
import { Link } from "@/components/ui/link";
import type { Theme } from "@/lib/platform/languages/schema";
import { AccountLink } from "./account-link";
import { Brand } from "./brand";
import { MailStaysHere } from "./mail-stays-here";
import { NavLinks } from "./nav-links";
import { Offline } from "./offline";
import { ThemeMenu } from "./theme-menu";

type ShellProps = {
  /** null when it could not be read; the page says why */
  login: string | null;
  /** mails stay in the mailbox of this installation */
  mailbox: boolean;
  /** the way to block public access, beside who is signed in */
  block: ReactNode;
  theme: Theme;
  /** of every time on the pages */
  zone: string;
  t: ReturnType<typeof useTranslations<"layout">>;
  children: ReactNode;
};

/** What is around every page behind the sign-in. */
export function Shell({ login, mailbox, block, theme, zone, t, children }: ShellProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#main"
        className="sr-only z-50 rounded-lg bg-accent-fill px-4 py-2 text-on-accent focus:not-sr-only focus:fixed focus:start-3 focus:top-3"
      >
        {t("skip")}
      </a>
      <header className="relative border-line border-b bg-surface print:hidden">
        <div className="mx-auto flex min-h-13 max-w-7xl items-center gap-x-2 px-4 sm:px-6 lg:gap-x-6">
          <Link href="/public-access" className="me-auto min-w-0 rounded-lg lg:me-0">
            <Brand short />
          </Link>
          {block && <div className="lg:order-1">{block}</div>}
          <button type="button" className={cn(buttonStyles({ size: "sm" }), "lg:hidden")} popoverTarget="menu">
            <Menu aria-hidden="true" />
            {t("menu")}
          </button>
          {/* Beside the name where there is room, else behind the button. */}
          <div
            id="menu"
            popover="auto"
            className="border-line bg-surface text-ink max-lg:inset-x-0 max-lg:top-13 max-lg:m-0 max-lg:w-full max-lg:border-b max-lg:p-3 max-lg:shadow-lift lg:contents"
          >
            <nav aria-label={t("main")} className="min-w-0 flex-1">
              <NavLinks mailbox={mailbox} />
            </nav>
            <div className="flex min-w-0 items-center gap-1 lg:order-2 max-lg:mt-2 max-lg:border-line max-lg:border-t max-lg:pt-2">
              {login !== null && (
                <AccountLink login={login} sign={<UserRound className="size-4 shrink-0" aria-hidden="true" />} />
              )}
              <ThemeMenu theme={theme} sign={<SunMoon className="size-4" aria-hidden="true" />} />
              <SignOutButton compact />
            </div>
          </div>
        </div>
      </header>
      <Offline />
      {mailbox && <MailStaysHere t={t} />}
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-7xl flex-1 px-4 py-2.5 sm:px-6">
        {children}
      </main>
      <footer className="mx-auto w-full max-w-7xl px-4 pb-4 text-ink-faint text-xs sm:px-6">
        {t("zone", { zone })}
      </footer>
    </div>
  );
}
