"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/class-names";
import { NAV_PAGES } from "./nav-pages";

/** The ways through the pages; the mailbox of a trial stands apart, at the end. */
export function NavLinks({ mailbox }: { mailbox: boolean }) {
  const t = useTranslations("layout.nav");
  const path = usePathname();
  const links = mailbox ? [...NAV_PAGES, { href: "/mailbox", name: "mailbox" } as const] : NAV_PAGES;
  return (
    <ul className="flex flex-col gap-1 lg:flex-row">
      {links.map(({ href, name }) => {
        const here = path === href || path.startsWith(`${href}/`);
        return (
          <li key={href}>
            <Link
              href={href}
              aria-current={here ? "page" : undefined}
              className={cn(
                "flex min-h-9 items-center whitespace-nowrap rounded-lg px-3 transition-colors",
                name === "mailbox" ? "text-[0.8125rem]" : "text-sm",
                here
                  ? "bg-surface-sunken font-medium text-ink"
                  : "text-ink-soft hover:bg-surface-sunken hover:text-ink",
              )}
            >
              {t(name)}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
