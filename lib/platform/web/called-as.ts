import { parseIpAddress } from "@/lib/platform/ip-address";

/** How proxy.ts tells a cron route that it was called under another address. What a client sends so is dropped. */
export const CALLED_AS_HEADER = "x-portal-called-as";

/**
 * The origin under which a request came, where that is not the portal's: the other scheme, or another public name. Null
 * where it is, and for addresses within a machine or a house (`127.0.0.1:3000`, `portal:3000`), under which a scheduler may call.
 * @param protocol what the proxy, or the connection, says: http or https
 * @param host as the header has it
 * @param portalUrl NEXTAUTH_URL
 */
export function calledAs(protocol: string, host: string, portalUrl: string): string | null {
  const address = `${protocol}://${host}`;
  if (!URL.canParse(address)) return null;
  const { hostname, origin } = new URL(address);
  const portal = new URL(portalUrl);
  if (origin === portal.origin || (hostname !== portal.hostname && isInHouse(hostname))) return null;
  return origin;
}

/** No name of the public internet: without a dot, or not a unicast address. */
function isInHouse(hostname: string): boolean {
  const address = parseIpAddress(hostname.replace(/^\[|\]$/g, ""));
  return address === null
    ? !hostname.includes(".") || /\.(localhost|local|internal|lan|home\.arpa)$/.test(hostname)
    : address.range() !== "unicast";
}
