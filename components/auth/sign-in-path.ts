/** The sign-in page, which leads back to `here`, a path of this portal with its query. */
export function signInPath(here: string): string {
  return `/sign-in?${new URLSearchParams({ callbackUrl: here })}`;
}
