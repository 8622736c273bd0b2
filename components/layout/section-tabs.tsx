import { Link } from "@/components/ui/link";
import { LinkPending } from "@/components/ui/link-pending";

type SectionTabsProps = {
  label: string;
  tabs: readonly { href: string; name: string }[];
  /** the one that is open */
  here: string;
};

/** The pages of one part of the menu, under their heading. */
export function SectionTabs({ label, tabs, here }: SectionTabsProps) {
  return (
    <nav aria-label={label} className="border-line border-b print:hidden">
      <ul className="-mb-px flex flex-wrap gap-x-1">
        {tabs.map(({ href, name }) => (
          <li key={href}>
            <Link
              href={href}
              prefetch={false}
              aria-current={href === here ? "page" : undefined}
              className="relative inline-flex min-h-10 items-center border-transparent border-b-2 px-3 text-ink-soft text-sm hover:text-ink aria-[current=page]:border-accent aria-[current=page]:font-medium aria-[current=page]:text-ink"
            >
              {name}
              <LinkPending />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
