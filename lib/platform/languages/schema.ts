/** Where the browser keeps the chosen theme, so that the first picture is the right one. */
export const THEME_COOKIE = "public-access.theme";
export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];
