/** Advice that a person can send away, in this browser. */
export const tips = ["first-visit", "second-factor"] as const;
export type Tip = (typeof tips)[number];

/** Holds the names of what was sent away. */
export const TIPS_COOKIE = "public-access.tips";

/** What was sent away; of anything else nothing. */
export function dismissedTips(cookie: string | undefined): Tip[] {
  const names = (cookie ?? "").split(".");
  return tips.filter((tip) => names.includes(tip));
}
