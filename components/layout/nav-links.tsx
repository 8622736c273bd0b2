"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/class-names";
import { Link } from "@/components/ui/link";
import { NAV_PAGES } from "./nav-pages";

/** The ways through the pages; the mailbox of a trial stands apart, at the end. */
export function NavLinks({ mailbox }: { mailbox: boolean }) {
  const t = useTranslations("layout.nav");
  const path = usePathname();
  const list = useRef<HTMLUListElement>(null);
  // The browser opens and closes the menu of a narrow screen; a page that is opened closes it too.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page that is opened
  useEffect(() => list.current?.closest<HTMLElement>("[popover]")?.hidePopover?.(), [path]);
  const links = mailbox ? [...NAV_PAGES, { href: "/mailbox", name: "mailbox" } as const] : NAV_PAGES;
  return (
    <ul ref={list} className="flex flex-col gap-1 lg:flex-row">
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
