import { env } from "@/lib/platform/env";
import { heldShare, parseIpRange } from "@/lib/platform/ip-address";
import { bad, good, warning } from "./line";
import type { Line } from "./schema";

/** Where browsers reach the portal. Plain http elsewhere than on this machine is refused at start (lib/platform/env.ts). */
export function checkAddress(): Line[] {
  const isSecure = env().NEXTAUTH_URL.startsWith("https:");
  return [isSecure ? good("address", "addressSecure") : warning("address", "addressPlain")];
}

/** Whose word is taken for where a request comes from. */
export function checkProxies(): Line[] {
  const { PROXY_ENDS_TLS, TRUSTED_PROXIES } = env();
  const entries = TRUSTED_PROXIES.split(",").map((entry) => entry.trim());
  const ranges = entries.map(parseIpRange).filter((range) => range !== null);
  if (heldShare(ranges) >= TOO_MUCH) return [bad("proxies", "proxiesEverybody")];
  if (TRUSTED_PROXIES !== "") return [good("proxies", "proxiesNamed", { count: entries.length })];
  return [PROXY_ENDS_TLS ? warning("proxies", "proxiesMissing") : good("proxies", "proxiesNone")];
}

/** Of the internet: no house has so many addresses, and no network of proxies. */
const TOO_MUCH = 1 / 16;

/** The portal and Matomo must not share a host name: the one could ride the other's cookies. */
export function checkHostnames(): Line[] {
  const { MATOMO_URL, NEXTAUTH_URL } = env();
  if (MATOMO_URL === undefined) return [warning("hostnames", "hostnamesUntold")];
  const isSame = new URL(MATOMO_URL).hostname === new URL(NEXTAUTH_URL).hostname;
  return [isSame ? warning("hostnames", "hostnamesSame") : good("hostnames", "hostnamesApart")];
}
