/** Where the browser says its time zone, so that server and browser print the same. Says nothing about anybody. */
export const ZONE_COOKIE = "public-access.zone";
/** Where the browser keeps the chosen theme, so that the first picture is the right one. */
export const THEME_COOKIE = "public-access.theme";
export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];
