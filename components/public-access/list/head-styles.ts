/** A head of the list's columns. It stays in view while the page scrolls. */
export const headStyles =
  "h-7 border-line border-b bg-surface-sunken text-start font-medium text-[0.8125rem] text-ink-soft wide:sticky wide:top-0 wide:z-10 print:static";
