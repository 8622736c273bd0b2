import { cookies } from "next/headers";
import { THEME_COOKIE, type Theme, themes } from "./schema";

/** The theme chosen in this browser; the system's until one is chosen. */
export async function requestTheme(): Promise<Theme> {
  const chosen = (await cookies()).get(THEME_COOKIE)?.value;
  return themes.find((theme) => theme === chosen) ?? "system";
}
