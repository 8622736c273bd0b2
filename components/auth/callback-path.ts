/** Where to go after signing in. Only a path of this portal; `//host` and `/\host` would lead elsewhere. */
export function callbackPath(wanted: string | string[] | undefined): string {
  return typeof wanted === "string" && /^\/(?![/\\])/.test(wanted) ? wanted : "/public-access";
}
