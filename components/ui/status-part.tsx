import type { ReactNode } from "react";
import { cn } from "./class-names";
import { Link } from "./link";

const DOTS = { good: "bg-calm", neutral: "bg-ink-faint", caution: "bg-caution", danger: "bg-danger" };

type StatusPartProps = {
  tone: keyof typeof DOTS;
  href: string;
  /** whether a narrow screen shows it also when it is good */
  always?: boolean;
  /** how it is, in words that need no colour */
  children: ReactNode;
};

/** One part of a line of status: a dot, how it is, and the way to its page. An item of a list. */
export function StatusPart({ tone, href, always = false, children }: StatusPartProps) {
  return (
    <li className={cn("min-w-0", tone === "good" && !always && "max-sm:hidden")}>
      <Link
        href={href}
        className={cn(
          "inline-flex items-center gap-2 underline-offset-4 hover:text-ink hover:underline",
          tone === "danger" && "font-medium text-danger",
          tone === "caution" && "font-medium text-caution",
        )}
      >
        <span className={cn("size-1.75 shrink-0 rounded-full", DOTS[tone])} aria-hidden="true" />
        <span>{children}</span>
      </Link>
    </li>
  );
}
