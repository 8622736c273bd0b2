// The integration tests run without Next: vitest.config.ts puts this file in the place of `next/headers`.
import { whenForgetting } from "@/lib/platform/once-per-process";

export type Jar = Map<string, string>;

const BROWSER = { "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0" };
let jar: Jar = new Map();
let sent: Record<string, string> = BROWSER;
whenForgetting(() => {
  jar = new Map();
  sent = BROWSER;
});

/** The cookies of the request that is answered from now on. */
export function useCookies(cookies: Jar): void {
  jar = cookies;
}

/** The headers of that request, for those of a browser. */
export function useHeaders(headers: Record<string, string>): void {
  sent = headers;
}

export const cookies = async () => ({
  get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) ?? "" } : undefined),
  set: (name: string, value: string) => void jar.set(name, value),
});

export const headers = async () => new Headers(sent);
