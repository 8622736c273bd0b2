import { cva } from "class-variance-authority";

/** What a button looks like; for links that look like one, too. */
export const buttonStyles = cva(
  "inline-flex shrink-0 items-center justify-center gap-2 whitespace-nowrap rounded-lg border font-medium transition-colors aria-disabled:cursor-not-allowed aria-disabled:opacity-60 disabled:cursor-not-allowed disabled:opacity-60 [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        primary: "border-transparent bg-accent-fill text-on-accent shadow-lift hover:bg-accent-fill-strong",
        secondary: "border-line bg-surface text-ink shadow-lift hover:border-line-strong hover:bg-surface-sunken",
        quiet: "border-transparent bg-transparent text-ink-soft hover:bg-surface-sunken hover:text-ink",
        danger: "border-transparent bg-danger-fill text-on-danger shadow-lift hover:bg-danger-fill-strong",
      },
      size: {
        md: "min-h-10 px-4 py-2 text-sm",
        sm: "min-h-8 px-3 py-1 text-[0.8125rem]",
        icon: "size-9 p-0",
        /** in a bar of signs: as large as `icon` where its words are hidden */
        bar: "min-h-9 min-w-9 px-2 py-1 text-[0.8125rem] sm:px-3",
      },
    },
    defaultVariants: { variant: "secondary", size: "md" },
  },
);
