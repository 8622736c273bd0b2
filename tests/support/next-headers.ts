export type Jar = Map<string, string>;

let jar: Jar = new Map();

/** The cookies of the request that is answered from now on. */
export function useCookies(cookies: Jar): void {
  jar = cookies;
}

/**
 * What Next gives to the code that answers a request, for tests that run without Next:
 * `vi.mock("next/headers", async () => (await import("@/tests/support/next-headers")).nextHeaders)`. It stands in a
 * file that imports nothing of the portal, which would wait for the very module it is.
 */
export const nextHeaders = {
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) ?? "" } : undefined),
    set: (name: string, value: string) => void jar.set(name, value),
  }),
  headers: async () =>
    new Headers({ "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0" }),
};
