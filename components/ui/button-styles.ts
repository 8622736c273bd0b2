const VARIANTS = {
  primary: "border-transparent bg-accent-fill text-on-accent shadow-lift hover:bg-accent-fill-strong",
  secondary: "border-line bg-surface text-ink shadow-lift hover:border-line-strong hover:bg-surface-sunken",
  quiet: "border-transparent bg-transparent text-ink-soft hover:bg-surface-sunken hover:text-ink",
  danger: "border-transparent bg-danger-fill text-on-danger shadow-lift hover:bg-danger-fill-strong",
};
const SIZES = {
  md: "min-h-10 px-4 py-2 text-sm",
  sm: "min-h-8 px-3 py-1 text-[0.8125rem]",
  icon: "size-9 p-0",
  /** in a bar of signs: as large as `icon` where its words are hidden */
  bar: "min-h-9 min-w-9 px-2 py-1 text-[0.8125rem] sm:px-3",
};

export type ButtonLook = { variant?: keyof typeof VARIANTS; size?: keyof typeof SIZES };

/** What a button looks like; for links that look like one, too. */
export function buttonStyles({ variant = "secondary", size = "md" }: ButtonLook = {}): string {
  return `button-base ${VARIANTS[variant]} ${SIZES[size]}`;
}
