"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "@/components/ui/class-names";

type NavLinksProps = { links: readonly { href: string; label: string }[] };

export function NavLinks({ links }: NavLinksProps) {
  const path = usePathname();
  return (
    <ul className="flex gap-1">
      {links.map(({ href, label }) => {
        const here = path === href || path.startsWith(`${href}/`);
        return (
          <li key={href}>
            <Link
              href={href}
              aria-current={here ? "page" : undefined}
              className={cn(
                "inline-flex min-h-9 items-center whitespace-nowrap rounded-lg px-2 text-sm sm:px-3 transition-colors",
                here
                  ? "bg-surface-sunken font-medium text-ink"
                  : "text-ink-soft hover:bg-surface-sunken hover:text-ink",
              )}
            >
              {label}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
