"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/class-names";

const LINKS = [
  { href: "/public-access", name: "publicAccess" },
  { href: "/review", name: "review" },
  { href: "/activity", name: "activity" },
  { href: "/deliveries", name: "deliveries" },
  { href: "/settings", name: "settings" },
  { href: "/health", name: "health" },
] as const;
const MAILBOX = { href: "/mailbox", name: "mailbox" } as const;

/** The ways through the portal. On a narrow screen they scroll, and the one that is open is in view. */
export function NavLinks({ mailbox }: { mailbox: boolean }) {
  const say = useTranslations("layout.nav");
  const path = usePathname();
  const list = useRef<HTMLUListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page that is opened has a link of its own
  useEffect(() => bringIntoView(list.current), [path]);
  return (
    <ul ref={list} className="flex w-max gap-1">
      {(mailbox ? [...LINKS, MAILBOX] : LINKS).map(({ href, name }) => {
        const here = path === href || path.startsWith(`${href}/`);
        return (
          <li key={href}>
            <Link
              href={href}
              aria-current={here ? "page" : undefined}
              className={cn(
                "inline-flex min-h-9 items-center whitespace-nowrap rounded-lg px-2 text-sm transition-colors sm:px-3",
                here
                  ? "bg-surface-sunken font-medium text-ink"
                  : "text-ink-soft hover:bg-surface-sunken hover:text-ink",
              )}
            >
              {say(name)}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

/** Scrolls what surrounds the list, and nothing else: scrollIntoView would move the page too. */
function bringIntoView(list: HTMLElement | null): void {
  const link = list?.querySelector('[aria-current="page"]');
  const frame = list?.parentElement;
  if (!link || !frame) return;
  const [inner, outer] = [link.getBoundingClientRect(), frame.getBoundingClientRect()];
  if (inner.right > outer.right) frame.scrollLeft += inner.right - outer.right;
  else if (inner.left < outer.left) frame.scrollLeft += inner.left - outer.left;
}
