"use client";

import { cn } from "@/components/ui/class-names";
import { Link } from "@/components/ui/link";
import { LinkPending } from "@/components/ui/link-pending";

type FilterLinksProps = { label: string; links: readonly { href: string; label: string; current: boolean }[] };

/** One choice of a few that the address keeps, as links. */
export function FilterLinks({ label, links }: FilterLinksProps) {
  return (
    <nav
      aria-label={label}
      className="inline-flex max-w-full flex-wrap rounded-lg border border-line bg-surface-sunken p-0.5 text-sm"
    >
      {links.map((link) => (
        <Link
          key={link.href}
          href={link.href}
          scroll={false}
          aria-current={link.current ? "page" : undefined}
          className={cn(
            "relative inline-flex min-h-9 items-center rounded-md px-3 transition-colors",
            link.current ? "bg-surface font-medium text-ink shadow-lift" : "text-ink-soft hover:text-ink",
          )}
        >
          {link.label}
          <LinkPending />
        </Link>
      ))}
    </nav>
  );
}
