import Link from "next/link";
import type { ReactNode } from "react";
import { SignOutButton } from "@/components/auth/sign-out-button";
import { AccountLink } from "./account-link";
import { Brand } from "./brand";
import { NavLinks } from "./nav-links";

const LINKS = [
  { href: "/public-access", label: "Public access" },
  { href: "/review", label: "Review" },
  { href: "/activity", label: "Activity" },
  { href: "/deliveries", label: "Deliveries" },
  { href: "/settings", label: "Settings" },
];
const MAILBOX = { href: "/mailbox", label: "Mailbox" };

type ShellProps = {
  /** null when it could not be read; the page says why */
  login: string | null;
  mailbox: boolean;
  children: ReactNode;
};

/** What is around every page behind the sign-in. */
export function Shell({ login, mailbox, children }: ShellProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#main"
        className="sr-only z-50 rounded-lg bg-accent-fill px-4 py-2 text-on-accent focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
      >
        Skip to content
      </a>
      <header className="border-line border-b bg-surface">
        <div className="mx-auto grid max-w-7xl grid-cols-[1fr_auto] items-center gap-x-2 px-4 sm:gap-x-6 sm:px-6 md:grid-cols-[auto_1fr_auto]">
          <Link href="/public-access" className="my-3 rounded-lg">
            <Brand />
          </Link>
          <nav
            aria-label="Main"
            className="-mx-2 col-span-2 row-start-2 overflow-x-auto px-2 pb-2 md:col-span-1 md:col-start-2 md:row-start-1 md:py-2.5"
          >
            <NavLinks links={mailbox ? [...LINKS, MAILBOX] : LINKS} />
          </nav>
          <div className="col-start-2 row-start-1 flex min-w-0 items-center gap-1 md:col-start-3">
            {login !== null && <AccountLink login={login} />}
            {/* At 360 px there is room for one sign beside the brand: the person's. */}
            <div className="max-sm:[&_svg]:hidden">
              <SignOutButton />
            </div>
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-7xl flex-1 px-4 py-6 sm:px-6 sm:py-8">
        {children}
      </main>
    </div>
  );
}
