import Link from "next/link";
import { cn } from "@/components/ui/class-names";
import { grouped } from "@/components/ui/plural";

type MailFilterProps = { show: "all" | "attention"; needAttention: number };

/** All mails, or those that need attention, as links. */
export function MailFilter({ show, needAttention }: MailFilterProps) {
  const links = [
    { value: "all", href: "/deliveries", label: "All" },
    { value: "attention", href: "/deliveries?show=attention", label: `Needs attention (${grouped(needAttention)})` },
  ] as const;
  return (
    <nav aria-label="Which mails" className="inline-flex rounded-lg border border-line bg-surface-sunken p-0.5 text-sm">
      {links.map(({ value, href, label }) => (
        <Link
          key={value}
          href={href}
          aria-current={value === show ? "page" : undefined}
          className={cn(
            "inline-flex min-h-9 items-center whitespace-nowrap rounded-md px-3 text-ink-soft transition-colors hover:text-ink",
            value === show && "bg-surface font-medium text-ink shadow-lift",
          )}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
