"use client";

import { useRouter } from "next/navigation";
import { type ComponentProps, createContext, useContext, useTransition } from "react";

type LinkProps = ComponentProps<"a"> & {
  href: string;
  /** false: the page stays where it is scrolled to */
  scroll?: boolean;
  /** false: nothing is read before the link is pressed */
  prefetch?: false;
};

const Pending = createContext({ pending: false });

/** Whether what the link around it leads to is being read. */
export function useLinkStatus() {
  return useContext(Pending);
}

/**
 * A link to another page of this app, as `next/link` is, with 4 kB less on every page. What it leads to is read ahead when
 * it is pointed at, not as soon as it is in sight.
 */
export function Link({ href, scroll = true, prefetch, onClick, children, ...rest }: LinkProps) {
  const router = useRouter();
  const [pending, startGoing] = useTransition();
  return (
    <a
      {...rest}
      href={href}
      onPointerEnter={prefetch === false ? undefined : () => router.prefetch(href)}
      onClick={(event) => {
        onClick?.(event);
        const isBeside = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || rest.target === "_blank";
        if (event.defaultPrevented || isBeside) return;
        event.preventDefault();
        startGoing(() => router.push(href, { scroll }));
      }}
    >
      <Pending value={{ pending }}>{children}</Pending>
    </a>
  );
}
