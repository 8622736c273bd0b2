import type { Channel } from "@/lib/public-access/terms";

/** How a site became public, in words. */
export const channelWords: Record<Channel, string> = {
  portal: "In this portal",
  outside: "Outside the portal",
  "before-portal": "Before the portal",
};
