/** The pages of the menu. */
export const NAV_PAGES = [
  { href: "/public-access", name: "publicAccess" },
  { href: "/review", name: "review" },
  { href: "/activity", name: "activity" },
  { href: "/alerts", name: "alerts" },
  { href: "/settings", name: "settings" },
] as const;
